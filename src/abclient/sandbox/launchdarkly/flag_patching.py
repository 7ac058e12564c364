"""The instructions of a flag's semantic patch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .bodies import now

_WHOLE = 100_000


def config_of(flag: Document, environment: str) -> Document:
    """A flag's configuration in an environment."""
    kept: Document | None = flag.get("config", {}).get(environment)
    if kept is not None:
        return deepcopy(kept)
    return {
        "on": flag["on"],
        "version": 1,
        "targets": [],
        "contextTargets": [],
        "rules": [],
        "fallthrough": {"variation": 0},
        "offVariation": len(flag["variations"]) - 1,
        "prerequisites": [],
        "trackEvents": False,
        "trackEventsFallthrough": False,
    }


def apply(world: World, flag: Document, instruction: Fields, environment: str) -> None:
    """Carry out one instruction on a flag, or refuse it."""
    kind = instruction.text("kind")
    if change := _OF_FLAG.get(kind):
        change(world, flag, instruction)
        return
    targeting = _OF_CONFIG.get(kind)
    if targeting is None:
        raise RefusedError(400, f"{instruction.name('kind')} is not a known instruction: {kind}")
    if not environment:
        raise RefusedError(400, f"environmentKey is required for {kind}")
    config = config_of(flag, environment)
    targeting(world, flag, config, instruction)
    config |= {"version": config["version"] + 1, "lastModified": now()}
    flag.setdefault("config", {})[environment] = config
    if environment == "production":  # where experiments look
        flag["on"] = config["on"]


def _index(flag: Document, fields: Fields, name: str = "variationId") -> int:
    wanted = fields.text(name)
    if wanted not in flag["variations"]:
        raise RefusedError(400, f"{fields.name(name)} is not a variation of {flag['key']}: {wanted}")
    return int(flag["variations"].index(wanted))


def _served(flag: Document, fields: Fields) -> Document:
    """The variation or the rollout that an instruction serves."""
    if fields.value("rolloutWeights") is None:
        return {"variation": _index(flag, fields)}
    weights = fields.object_or("rolloutWeights", {})
    if sum(weights.values()) != _WHOLE:
        raise RefusedError(400, f"{fields.name('rolloutWeights')} must add up to {_WHOLE}")
    shares = [
        {"variation": _index(flag, Fields({"variationId": variation})), "weight": weight}
        for variation, weight in weights.items()
    ]
    return {"rollout": {"variations": shares, "contextKind": fields.text_or("rolloutContextKind", "user")}}


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


def _rule(world: World, flag: Document, fields: Fields) -> Document:
    rule = {"_id": store.variation_id(world), "clauses": _clauses(world, fields), "trackEvents": False}
    return rule | _served(flag, fields)


def _add_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    before = one.text_or("beforeRuleId", "")
    place = config["rules"].index(_found(config["rules"], before, one.name("beforeRuleId"))) if before else None
    config["rules"].insert(len(config["rules"]) if place is None else place, _rule(world, flag, one))


def _replace_rules(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["rules"] = [_rule(world, flag, rule) for rule in one.objects("rules")]


def _remove_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["rules"].remove(_rule_of(config, one))


def _reorder_rules(world: World, flag: Document, config: Document, one: Fields) -> None:
    wanted = one.texts_or("ruleIds", [])
    if sorted(wanted) != sorted(rule["_id"] for rule in config["rules"]):
        raise RefusedError(400, f"{one.name('ruleIds')} must be the ids of all rules")
    config["rules"] = [_found(config["rules"], one_id, one.name("ruleIds")) for one_id in wanted]


def _serve_by_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    rule = _rule_of(config, one)
    for name in ("variation", "rollout"):
        rule.pop(name, None)
    rule |= _served(flag, one)


def _rule_of(config: Document, one: Fields) -> Document:
    return _found(config["rules"], one.text("ruleId"), one.name("ruleId"))


def _found(items: list[Document], wanted: str, where: str) -> Document:
    document = next((item for item in items if item["_id"] == wanted), None)
    if document is None:
        raise RefusedError(400, f"{where} is unknown: {wanted}")
    return document


def _describe_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    _rule_of(config, one)["description"] = one.text_or("description", "")


def _track_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    _rule_of(config, one)["trackEvents"] = one.boolean("trackEvents")


def _add_clauses(world: World, flag: Document, config: Document, one: Fields) -> None:
    _rule_of(config, one)["clauses"] += _clauses(world, one)


def _remove_clauses(world: World, flag: Document, config: Document, one: Fields) -> None:
    rule, gone = _rule_of(config, one), one.texts_or("clauseIds", [])
    rule["clauses"] = [clause for clause in rule["clauses"] if clause["_id"] not in gone]


def _update_clause(world: World, flag: Document, config: Document, one: Fields) -> None:
    clause = _clause_of(config, one)
    [fresh] = _clauses(world, Fields({"clauses": [one.value("clause")]}))
    clause |= {**fresh, "_id": clause["_id"]}


def _clause_of(config: Document, one: Fields) -> Document:
    return _found(_rule_of(config, one)["clauses"], one.text("clauseId"), one.name("clauseId"))


def _add_values(world: World, flag: Document, config: Document, one: Fields) -> None:
    clause = _clause_of(config, one)
    clause["values"] = [*clause["values"], *(value for value in one.values("values") if value not in clause["values"])]


def _remove_values(world: World, flag: Document, config: Document, one: Fields) -> None:
    clause = _clause_of(config, one)
    clause["values"] = [value for value in clause["values"] if value not in one.values("values")]


def _targeting(change: str) -> Callable[[World, Document, Document, Fields], None]:
    def carry_out(world: World, flag: Document, config: Document, one: Fields) -> None:
        _change_targets(flag, config, one, change)

    return carry_out


def _change_targets(flag: Document, config: Document, one: Fields, change: str) -> None:
    if change == "replace":
        config["targets"], config["contextTargets"] = [], []
        for target in one.objects("targets"):
            _change_targets(flag, config, target, "add")
        return
    kind = one.text_or("contextKind", "user")
    name = "targets" if kind == "user" else "contextTargets"
    variation = _index(flag, one)
    given: list[str] = [] if change == "clear" else one.texts_or("values", [])
    same = next((t for t in config[name] if (t["variation"], t["contextKind"]) == (variation, kind)), None)
    before: list[str] = same["values"] if same else []
    after: list[str] = {
        "add": [*before, *(value for value in given if value not in before)],
        "remove": [value for value in before if value not in given],
        "clear": [],
    }[change]
    config[name] = [target for target in config[name] if target is not same]
    if after:
        config[name].append({"variation": variation, "contextKind": kind, "values": after})


def _prerequisites(change: str) -> Callable[[World, Document, Document, Fields], None]:
    def carry_out(world: World, flag: Document, config: Document, one: Fields) -> None:
        given = one.objects("prerequisites") if change == "replace" else [one]
        changed = {each.text("key") for each in given}
        kept = [each for each in config["prerequisites"] if change != "replace" and each["key"] not in changed]
        added = [] if change == "remove" else [{"key": each.text("key"), "variation": 0} for each in given]
        config["prerequisites"] = [*kept, *added]

    return carry_out


def _setting(name: str, value: object = None) -> Callable[[World, Document, Document, Fields], None]:
    def carry_out(world: World, flag: Document, config: Document, one: Fields) -> None:
        config[name] = one.boolean("trackEvents") if value is None else value

    return carry_out


def _fallthrough(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["fallthrough"] = _served(flag, one)


def _off_variation(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["offVariation"] = _index(flag, one)


_OF_CONFIG: Mapping[str, Callable[[World, Document, Document, Fields], None]] = {
    "turnFlagOn": _setting("on", True),
    "turnFlagOff": _setting("on", False),
    "updateTrackEvents": _setting("trackEvents"),
    "updateTrackEventsFallthrough": _setting("trackEventsFallthrough"),
    "updateFallthroughVariationOrRollout": _fallthrough,
    "updateOffVariation": _off_variation,
    "addRule": _add_rule,
    "removeRule": _remove_rule,
    "replaceRules": _replace_rules,
    "reorderRules": _reorder_rules,
    "updateRuleVariationOrRollout": _serve_by_rule,
    "updateRuleDescription": _describe_rule,
    "updateRuleTrackEvents": _track_rule,
    "addClauses": _add_clauses,
    "removeClauses": _remove_clauses,
    "updateClause": _update_clause,
    "addValuesToClause": _add_values,
    "removeValuesFromClause": _remove_values,
    **{
        f"{change}{who}": _targeting(change)
        for change in ("add", "remove", "clear")
        for who in ("Targets", "UserTargets")
    },
    "replaceTargets": _targeting("replace"),
    "replaceUserTargets": _targeting("replace"),
    "addPrerequisite": _prerequisites("add"),
    "updatePrerequisite": _prerequisites("add"),
    "removePrerequisite": _prerequisites("remove"),
    "replacePrerequisites": _prerequisites("replace"),
}


def _mark(name: str, value: object) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        flag[name] = value

    return carry_out


def _text(name: str) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        flag[name] = one.text("value") if name == "name" else one.text_or("value", "")

    return carry_out


def _tags(change: str) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        given, tags = one.texts_or("values", []), flag.get("tags", [])
        kept = [*tags, *given] if change == "add" else [tag for tag in tags if tag not in given]
        flag["tags"] = list(dict.fromkeys(kept))

    return carry_out


def _add_variation(world: World, flag: Document, one: Fields) -> None:
    new = store.variation_id(world)
    flag["variations"] = [*flag["variations"], new]
    flag.setdefault("details", {})[new] = _detail(one)


def _update_variation(world: World, flag: Document, one: Fields) -> None:
    wanted = flag["variations"][_index(flag, one)]
    details = flag.setdefault("details", {})
    details[wanted] = {**details.get(wanted, {"value": flag["variations"].index(wanted)}), **_detail(one)}


def _detail(one: Fields) -> Document:
    return {name: one.value(name) for name in ("value", "name", "description") if one.value(name) is not None}


def _remove_variation(world: World, flag: Document, one: Fields) -> None:
    place = _index(flag, one)
    if len(flag["variations"]) <= 2:
        raise RefusedError(400, "A flag needs two variations")
    del flag["variations"][place]


def _custom(change: str) -> Callable[[World, Document, Fields], None]:
    def carry_out(world: World, flag: Document, one: Fields) -> None:
        properties, key, given = flag.setdefault("customProperties", {}), one.text("key"), one.texts_or("values", [])
        before = properties.get(key, {"name": one.text_or("name", key), "value": []})
        after = {
            "add": list(dict.fromkeys([*before["value"], *given])),
            "remove": [value for value in before["value"] if value not in given],
            "replace": given,
        }[change]
        properties[key] = {**before, "value": after}

    return carry_out


def _nothing(world: World, flag: Document, one: Fields) -> None:
    """What this sandbox does not show."""


_OF_FLAG: Mapping[str, Callable[[World, Document, Fields], None]] = {
    "updateName": _text("name"),
    "updateDescription": _text("description"),
    "updateMaintainerMember": _text("maintainer"),
    "updateMaintainerTeam": _nothing,
    "removeMaintainer": _mark("maintainer", ""),
    "addTags": _tags("add"),
    "removeTags": _tags("remove"),
    "makeFlagPermanent": _mark("temporary", False),
    "makeFlagTemporary": _mark("temporary", True),
    "archiveFlag": _mark("archived", True),
    "restoreFlag": _mark("archived", False),
    "deprecateFlag": _mark("deprecated", True),
    "restoreDeprecatedFlag": _mark("deprecated", False),
    "addVariation": _add_variation,
    "updateVariation": _update_variation,
    "removeVariation": _remove_variation,
    "updateDefaultVariation": _nothing,
    "addCustomProperties": _custom("add"),
    "removeCustomProperties": _custom("remove"),
    "replaceCustomProperties": _custom("replace"),
    "turnOnClientSideAvailability": _nothing,
    "turnOffClientSideAvailability": _nothing,
}
