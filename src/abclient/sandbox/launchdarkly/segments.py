"""Segments of an environment."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document, Documents, World
from . import store
from .bodies import now
from .experiments import read_instructions
from .lists import found, is_semantic, page, patched
from .views import link


def _segments(world: World) -> Documents:
    return world.collection(store.NAME, "segment")


def list_segments(world: World, call: Call) -> Response:
    """One page of the segments of an environment."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    path = f"/api/v2/segments/{quote(call.path['project'])}/{quote(call.path['environment'])}"
    return page(call, path, _segments(world).find(parent=parent))


def get_segment(world: World, call: Call) -> Response:
    """One segment."""
    return json_response(_segment(world, call)[1])


def create_segment(world: World, call: Call) -> Response:
    """A new segment, with nothing in it."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    fields = Fields(call.json())
    key = fields.text("key")
    if _segments(world).get(f"{parent}/{key}") is not None:
        raise RefusedError(409, f"A segment with the key {key} already exists")
    path = f"/api/v2/segments/{quote(call.path['project'])}/{quote(call.path['environment'])}/{quote(key)}"
    document = {
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
        "generation": 1,
        "_links": {"self": link(path)},
    }
    _segments(world).put(f"{parent}/{key}", document, parent=parent)
    return json_response(document, 201)


def patch_segment(world: World, call: Call) -> Response:
    """A segment after a semantic patch or a JSON patch."""
    parent, document = _segment(world, call)
    if is_semantic(call):
        for instruction in read_instructions(call):
            _apply(world, document, instruction)
    else:
        document = patched(document, call.json())
    document |= {"version": document["version"] + 1, "lastModifiedDate": now()}
    if call.query.get("dryRun") != "true":
        _segments(world).put(f"{parent}/{document['key']}", document, parent=parent)
    return json_response(document)


def delete_segment(world: World, call: Call) -> Response:
    """Remove a segment."""
    parent, document = _segment(world, call)
    _segments(world).delete(f"{parent}/{document['key']}")
    return Response(status_code=204)


def _segment(world: World, call: Call) -> tuple[str, Document]:
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    key = call.path["segment"]
    return parent, found(_segments(world).get(f"{parent}/{key}"), "segment", key)


_LISTS = {
    "Tags": "tags",
    "IncludedUsers": "included",
    "ExcludedUsers": "excluded",
    "BigSegmentIncludedTargets": "included",
    "BigSegmentExcludedTargets": "excluded",
}
_TARGETS = {"IncludedTargets": "includedContexts", "ExcludedTargets": "excludedContexts"}


def _apply(world: World, segment: Document, one: Fields) -> None:
    kind = one.text("kind")
    change, what = ("add", kind[3:]) if kind.startswith("add") else ("remove", kind.removeprefix("remove"))
    if what in _LISTS:
        segment[_LISTS[what]] = _changed(segment[_LISTS[what]], one.texts_or("values", []), change)
    elif what in _TARGETS:
        _change_targets(segment, _TARGETS[what], one, change)
    elif kind == "updateName":
        segment["name"] = one.text("value")
    elif kind == "processBigSegmentImport":
        one.text("importId")
    else:
        _apply_to_rules(world, segment, one, kind)


def _changed(before: list[Any], given: list[Any], change: str) -> list[Any]:
    if change == "add":
        return list(dict.fromkeys([*before, *given]))
    return [value for value in before if value not in given]


def _change_targets(segment: Document, name: str, one: Fields, change: str) -> None:
    kind = one.text("contextKind")
    before: list[str] = []
    for target in segment[name]:
        if target["contextKind"] == kind:
            before = target["values"]
    after = _changed(before, one.texts_or("values", []), change)
    segment[name] = [target for target in segment[name] if target["contextKind"] != kind]
    if after:
        segment[name].append({"contextKind": kind, "values": after})


def _apply_to_rules(world: World, segment: Document, one: Fields, kind: str) -> None:
    if kind == "addRule":
        text = {"description": one.text_or("description", "")}
        segment["rules"].append({"_id": store.variation_id(world), "clauses": _clauses(world, one), **text})
        return
    if kind == "reorderRules":
        order = one.texts_or("ruleIds", [])
        if sorted(order) != sorted(rule["_id"] for rule in segment["rules"]):
            raise RefusedError(400, f"{one.name('ruleIds')} must be the ids of all rules")
        by_id = {rule["_id"]: rule for rule in segment["rules"]}
        segment["rules"] = [by_id[rule_id] for rule_id in order]
        return
    if kind not in _RULES:
        raise RefusedError(400, f"{one.name('kind')} is not a known instruction: {kind}")
    rule = _found(segment["rules"], one, "ruleId")
    if kind == "removeRule":
        segment["rules"].remove(rule)
    elif kind == "updateRuleDescription":
        rule["description"] = one.text_or("description", "")
    elif kind == "updateRuleRolloutAndContextKind":
        rule |= {"weight": int(one.text("weight")), "rolloutContextKind": one.text("contextKind")}
    elif kind == "addClauses":
        rule["clauses"] += _clauses(world, one)
    elif kind == "removeClauses":
        gone = one.texts_or("clauseIds", [])
        rule["clauses"] = [clause for clause in rule["clauses"] if clause["_id"] not in gone]
    else:
        _apply_to_clause(world, rule, one, kind)


_RULES = frozenset(
    {
        *("removeRule", "updateRuleDescription", "updateRuleRolloutAndContextKind", "addClauses", "removeClauses"),
        *("updateClause", "addValuesToClause", "removeValuesFromClause"),
    }
)


def _apply_to_clause(world: World, rule: Document, one: Fields, kind: str) -> None:
    clause = _found(rule["clauses"], one, "clauseId")
    if kind == "updateClause":
        [fresh] = _clauses(world, Fields({"clauses": [one.value("clause")]}))
        clause |= {**fresh, "_id": clause["_id"]}
        return
    clause["values"] = _changed(
        clause["values"], one.values("values"), "add" if kind == "addValuesToClause" else "remove"
    )


def _found(items: list[Document], one: Fields, name: str) -> Document:
    wanted = one.text(name)
    document = next((item for item in items if item["_id"] == wanted), None)
    if document is None:
        raise RefusedError(400, f"{one.name(name)} is unknown: {wanted}")
    return document


def _clauses(world: World, fields: Fields) -> list[Document]:
    return [
        {
            "_id": store.variation_id(world),
            "attribute": one.text("attribute"),
            "op": one.text("op"),
            "values": one.value("values") or [],
            "contextKind": one.text_or("contextKind", "user"),
            "negate": one.boolean_or("negate", default=False),
        }
        for one in fields.objects("clauses")
    ]
