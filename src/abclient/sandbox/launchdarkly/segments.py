"""Segments of an environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, Documents, World
from . import store
from .bodies import now
from .clauses import CLAUSE_KINDS, by_id, change_clauses, changed, clauses, reordered, without
from .experiments import read_instructions
from .lists import found, is_semantic, page, patched
from .views import link

_BIG = "big"
"""Where it is kept who is in a big segment."""


def _segments(world: World) -> Documents:
    return world.collection(store.NAME, "segment")


def list_segments(world: World, call: Call) -> Response:
    """One page of the segments of an environment."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    path = f"/api/v2/segments/{quote(call.path['project'])}/{quote(call.path['environment'])}"
    return page(call, path, _segments(world).find(parent=parent), show=_view)


def get_segment(world: World, call: Call) -> Response:
    """One segment."""
    return json_response(_view(_segment(world, call)[1]))


def create_segment(world: World, call: Call) -> Response:
    """A new segment, with nothing in it."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    fields = Fields(call.json())
    key = fields.text("key")
    if _segments(world).get(f"{parent}/{key}") is not None:
        raise RefusedError(409, f"A segment with the key {key} already exists")
    path = f"/api/v2/segments/{quote(call.path['project'])}/{quote(call.path['environment'])}/{quote(key)}"
    document: Document = {
        "key": key,
        "name": fields.text("name"),
        "description": fields.text_or("description", ""),
        "tags": fields.texts_or("tags", []),
        "creationDate": now(),
        "lastModifiedDate": now(),
        "included": [],
        "excluded": [],
        "includedContexts": [],
        "excludedContexts": [],
        "rules": [],
        "version": 1,
        "deleted": False,
        "unbounded": fields.boolean_or("unbounded", default=False),
        "unboundedContextKind": fields.text_or("unboundedContextKind", "user"),
        _BIG: {"included": [], "excluded": []},
        "generation": 1,
        "_links": {"self": link(path)},
    }
    _segments(world).put(f"{parent}/{key}", document, parent=parent)
    return json_response(_view(document), 201)


def _view(document: Document) -> Document:
    """A segment as it is shown: of a big one, how many are in it."""
    view = {name: value for name, value in document.items() if name != _BIG}
    if document["unbounded"]:
        big: Document = document[_BIG]
        view["_unboundedMetadata"] = {
            "segmentId": document["key"],
            "version": document["version"],
            **{f"{side}Count": len(keys) for side, keys in big.items()},
        }
    return view


def patch_segment(world: World, call: Call) -> Response:
    """A segment after a semantic patch or a JSON patch."""
    parent, document = _segment(world, call)
    if is_semantic(call):
        instructions = read_instructions(call)
        _check_size(instructions)
        for instruction in instructions:
            _apply(world, document, instruction)
    else:
        document = patched(_view(document), call.json()) | {_BIG: document[_BIG]}
    document |= {"version": document["version"] + 1, "lastModifiedDate": now()}
    if call.query.get("dryRun") != "true":
        _segments(world).put(f"{parent}/{document['key']}", document, parent=parent)
    return json_response(_view(document))


def delete_segment(world: World, call: Call) -> Response:
    """Remove a segment."""
    parent, document = _segment(world, call)
    _segments(world).delete(f"{parent}/{document['key']}")
    return Response(status_code=204)


def _segment(world: World, call: Call) -> tuple[str, Document]:
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    key = call.path["segment"]
    return parent, found(_segments(world).get(f"{parent}/{key}"), "segment", key)


_MOST_TARGETS = 1_500
"""How many keys the instructions of one patch may add or remove."""

_WHOLE = 100_000
"""All of the traffic, in thousandths of a percent."""

_OPPOSITE = {"included": "excluded", "excluded": "included"}


def _apply(world: World, segment: Document, one: Fields) -> None:
    kind = one.text("kind")
    carry_out = _KINDS.get(kind)
    if carry_out is None:
        raise RefusedError(400, f"{one.name('kind')} is not a known instruction: {kind}")
    carry_out(world, segment, one)


def _check_size(instructions: list[Fields]) -> None:
    sizes = [len(one.texts_or("values", [])) for one in instructions if one.text("kind").endswith(("Targets", "Users"))]
    if sum(sizes) > _MOST_TARGETS:
        raise RefusedError(400, f"One patch may change {_MOST_TARGETS} targets, not {sum(sizes)}")


def _change_name(world: World, segment: Document, one: Fields) -> None:
    segment["name"] = one.text("value")


def _change_tags(world: World, segment: Document, one: Fields) -> None:
    segment["tags"] = changed(segment["tags"], one.texts_or("values", []), one.text("kind"))


def _change_targets(world: World, segment: Document, one: Fields) -> None:
    """Contexts of a kind, or users, who are kept in lists of their own."""
    kind = one.text("kind")
    context = "user" if kind.endswith("Users") else one.text("contextKind")
    side = "included" if "Included" in kind else "excluded"
    given = one.texts_or("values", [])
    _check_sides(kind, given, _targets(segment, _OPPOSITE[side], context), one)
    after = changed(_targets(segment, side, context), given, kind)
    if context == "user":
        segment[side] = after
        return
    name = f"{side}Contexts"
    segment[name] = [target for target in segment[name] if target["contextKind"] != context]
    if after:
        segment[name].append({"contextKind": context, "values": after})


def _targets(segment: Document, side: str, context: str) -> list[str]:
    if context == "user":
        users: list[str] = segment[side]
        return users
    kept: list[list[str]] = [one["values"] for one in segment[f"{side}Contexts"] if one["contextKind"] == context]
    return kept[0] if kept else []


def _check_sides(kind: str, given: list[str], opposite: list[str], one: Fields) -> None:
    if kind.startswith("add") and (both := sorted(set(given) & set(opposite))):
        raise RefusedError(400, f"{one.name('values')} would be both included and excluded: {', '.join(both)}")


def _change_big(world: World, segment: Document, one: Fields) -> None:
    """Of a big segment, how many are in it is shown, and not who."""
    kind = one.text("kind")
    if not segment["unbounded"]:
        raise RefusedError(400, f"{kind} is for big segments only, which have unbounded true")
    if kind == "processBigSegmentImport":
        one.text("importId")
        segment["_importInProgress"] = True
        return
    side = "included" if "Included" in kind else "excluded"
    given = one.texts_or("values", [])
    big: Document = segment[_BIG]
    _check_sides(kind, given, big[_OPPOSITE[side]], one)
    big[side] = changed(big[side], given, kind)


def _add_rule(world: World, segment: Document, one: Fields) -> None:
    text = {"description": one.text_or("description", "")}
    segment["rules"].append({"_id": store.variation_id(world), "clauses": clauses(world, one), **text})


def _remove_rule(world: World, segment: Document, one: Fields) -> None:
    segment["rules"] = without(segment["rules"], one)


def _reorder_rules(world: World, segment: Document, one: Fields) -> None:
    segment["rules"] = reordered(segment["rules"], one)


def _describe_rule(world: World, segment: Document, one: Fields) -> None:
    by_id(segment["rules"], one, "ruleId")["description"] = one.text_or("description", "")


def _roll_out(world: World, segment: Document, one: Fields) -> None:
    rule, weight = by_id(segment["rules"], one, "ruleId"), one.text("weight")
    if not (weight.isascii() and weight.isdigit() and len(weight) <= 6 and int(weight) <= _WHOLE):
        raise RefusedError(400, f"{one.name('weight')} must be an integer from 0 to {_WHOLE}, as a string")
    rule |= {"weight": int(weight), "rolloutContextKind": one.text("contextKind")}


def _change_clauses(world: World, segment: Document, one: Fields) -> None:
    change_clauses(world, segment["rules"], one)


_KINDS: Mapping[str, Callable[[World, Document, Fields], None]] = {
    "updateName": _change_name,
    "addTags": _change_tags,
    "removeTags": _change_tags,
    **{
        f"{change}{side}{who}": _change_targets
        for change in ("add", "remove")
        for side in ("Included", "Excluded")
        for who in ("Targets", "Users")
    },
    **{
        f"{change}BigSegment{side}Targets": _change_big
        for change in ("add", "remove")
        for side in ("Included", "Excluded")
    },
    "processBigSegmentImport": _change_big,
    "addRule": _add_rule,
    "removeRule": _remove_rule,
    "reorderRules": _reorder_rules,
    "updateRuleDescription": _describe_rule,
    "updateRuleRolloutAndContextKind": _roll_out,
    **dict.fromkeys(CLAUSE_KINDS, _change_clauses),
}

KINDS = frozenset(_KINDS)
"""Every kind of instruction that the vendor documents for segments."""
