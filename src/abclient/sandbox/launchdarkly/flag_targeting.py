"""The instructions of a flag's semantic patch that change its configuration in one environment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .clauses import CLAUSE_KINDS, by_id, change_clauses, changed, clauses, reordered, without

_WHOLE = 100_000
"""All of the traffic, in thousandths of a percent."""

_TARGETS = {True: "targets", False: "contextTargets"}
"""Where targets are kept, by whether they are users."""


def defaults_of(flag: Document) -> Document:
    """The variations that environments start with, by their place."""
    kept: Document | None = flag.get("defaults")
    return {"onVariation": 0, "offVariation": len(flag["variations"]) - 1} if kept is None else kept


def config_of(flag: Document, environment: str) -> Document:
    """A flag's configuration in an environment."""
    kept: Document | None = flag.get("config", {}).get(environment)
    if kept is not None:
        return deepcopy(kept)
    defaults = defaults_of(flag)
    return {
        "on": flag["on"],
        "version": 1,
        "targets": [],
        "contextTargets": [],
        "rules": [],
        "fallthrough": {"variation": defaults["onVariation"]},
        "offVariation": defaults["offVariation"],
        "prerequisites": deepcopy(flag.get("prerequisites", [])),
        "trackEvents": False,
        "trackEventsFallthrough": False,
    }


def index_of(flag: Document, fields: Fields, name: str = "variationId") -> int:
    """The place of the variation that an instruction names; 400 if the flag has none with this id."""
    wanted = fields.text(name)
    if wanted not in flag["variations"]:
        raise RefusedError(400, f"{fields.name(name)} is not a variation of {flag['key']}: {wanted}")
    return int(flag["variations"].index(wanted))


def _served(flag: Document, fields: Fields) -> Document:
    """The variation or the rollout that an instruction serves."""
    if fields.value("rolloutWeights") is None:
        return {"variation": index_of(flag, fields)}
    if fields.value("variationId") is not None:
        raise RefusedError(400, f"{fields.name('variationId')} or rolloutWeights is required, and not both")
    weights = fields.object_or("rolloutWeights", {})
    valid = all(weight.__class__ is int and 0 <= weight <= _WHOLE for weight in weights.values())
    if not valid or sum(weights.values()) != _WHOLE:
        raise RefusedError(400, f"{fields.name('rolloutWeights')} must be integers that add up to {_WHOLE}")
    shares = [
        {"variation": index_of(flag, Fields({"variationId": variation})), "weight": weight}
        for variation, weight in weights.items()
    ]
    rollout: Document = {"variations": shares, "contextKind": fields.text_or("rolloutContextKind", "user")}
    if bucket_by := fields.text_or("rolloutBucketBy", ""):
        rollout["bucketBy"] = bucket_by
    return {"rollout": rollout}


def _rule(world: World, flag: Document, fields: Fields) -> Document:
    rule = {"_id": store.variation_id(world), "clauses": clauses(world, fields), "trackEvents": False}
    return rule | _served(flag, fields)


def _add_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    rules: list[Document] = config["rules"]
    before = one.value("beforeRuleId")
    place = len(rules) if before is None else rules.index(by_id(rules, one, "beforeRuleId"))
    rules.insert(place, _rule(world, flag, one))


def _replace_rules(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["rules"] = [_rule(world, flag, rule) for rule in one.objects("rules")]


def _remove_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["rules"] = without(config["rules"], one)


def _reorder_rules(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["rules"] = reordered(config["rules"], one)


def _serve_by_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    rule = by_id(config["rules"], one, "ruleId")
    served = _served(flag, one)
    for name in ("variation", "rollout"):
        rule.pop(name, None)
    rule |= served


def _describe_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    by_id(config["rules"], one, "ruleId")["description"] = one.text_or("description", "")


def _track_rule(world: World, flag: Document, config: Document, one: Fields) -> None:
    by_id(config["rules"], one, "ruleId")["trackEvents"] = one.boolean("trackEvents")


def _change_clauses(world: World, flag: Document, config: Document, one: Fields) -> None:
    change_clauses(world, config["rules"], one)


def _change_targets(world: World, flag: Document, config: Document, one: Fields) -> None:
    """Add contexts of a kind to those that a variation is served to, or remove them; users are contexts, too."""
    kind = "user" if one.text("kind").endswith("UserTargets") else one.text_or("contextKind", "user")
    _change_target(flag, config, one, kind, one.text("kind"))


def _change_target(flag: Document, config: Document, one: Fields, kind: str, change: str) -> None:
    name, variation = _TARGETS[kind == "user"], index_of(flag, one)
    given = one.texts_or("values", [])
    of_kind = [target for target in config[name] if target["contextKind"] == kind]
    if change.startswith("add"):
        elsewhere = {value for target in of_kind if target["variation"] != variation for value in target["values"]}
        if twice := sorted(elsewhere & set(given)):
            raise RefusedError(400, f"{one.name('values')} are targeted by another variation: {', '.join(twice)}")
    same = next((target for target in of_kind if target["variation"] == variation), None)
    after = changed(same["values"] if same else [], given, change)
    config[name] = [target for target in config[name] if target is not same]
    if after:
        config[name].append({"variation": variation, "contextKind": kind, "values": after})


def _replace_targets(world: World, flag: Document, config: Document, one: Fields) -> None:
    users_only = one.text("kind") == "replaceUserTargets"
    given = one.objects("targets")
    if users_only and {index_of(flag, each) for each in given} != set(range(len(flag["variations"]))):
        raise RefusedError(400, f"{one.name('targets')} must have one of each variation")
    config["targets"] = []
    if not users_only:
        config["contextTargets"] = []
    for each in given:
        _change_target(flag, config, each, "user" if users_only else each.text_or("contextKind", "user"), "add")


def _clear_targets(world: World, flag: Document, config: Document, one: Fields) -> None:
    variation = index_of(flag, one)
    names = ("targets",) if one.text("kind") == "clearUserTargets" else ("targets", "contextTargets")
    for name in names:
        config[name] = [target for target in config[name] if target["variation"] != variation]


def prerequisite(world: World, flag: Document, one: Fields) -> Document:
    """Another flag, and the place of the variation that it has to serve first; 400 if there is none."""
    key = one.text("key")
    required = next((other for other in store.flags(world).find() if other["key"] == key), None)  # there is one project
    if required is None or key == flag["key"]:
        raise RefusedError(400, f"{one.name('key')} is not another flag: {key}")
    return {"key": key, "variation": index_of(required, one)}


def _add_prerequisite(world: World, flag: Document, config: Document, one: Fields) -> None:
    fresh = prerequisite(world, flag, one)
    config["prerequisites"] = [*(each for each in config["prerequisites"] if each["key"] != fresh["key"]), fresh]


def _update_prerequisite(world: World, flag: Document, config: Document, one: Fields) -> None:
    fresh = prerequisite(world, flag, one)
    if fresh["key"] not in [each["key"] for each in config["prerequisites"]]:
        raise RefusedError(400, f"{one.name('key')} is not a prerequisite: {fresh['key']}")
    config["prerequisites"] = [fresh if each["key"] == fresh["key"] else each for each in config["prerequisites"]]


def _remove_prerequisite(world: World, flag: Document, config: Document, one: Fields) -> None:
    gone = one.text("key")
    config["prerequisites"] = [each for each in config["prerequisites"] if each["key"] != gone]


def _replace_prerequisites(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["prerequisites"] = [prerequisite(world, flag, each) for each in one.objects("prerequisites")]


_Change = Callable[[World, Document, Document, Fields], None]


def _switch(*, on: bool) -> _Change:
    def carry_out(world: World, flag: Document, config: Document, one: Fields) -> None:
        config["on"] = on

    return carry_out


def _track(name: str) -> _Change:
    def carry_out(world: World, flag: Document, config: Document, one: Fields) -> None:
        config[name] = one.boolean("trackEvents")

    return carry_out


def _fallthrough(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["fallthrough"] = _served(flag, one)


def _off_variation(world: World, flag: Document, config: Document, one: Fields) -> None:
    config["offVariation"] = index_of(flag, one)


TARGETING: Mapping[str, _Change] = {
    "turnFlagOn": _switch(on=True),
    "turnFlagOff": _switch(on=False),
    "updateTrackEvents": _track("trackEvents"),
    "updateTrackEventsFallthrough": _track("trackEventsFallthrough"),
    "updateFallthroughVariationOrRollout": _fallthrough,
    "updateOffVariation": _off_variation,
    "addRule": _add_rule,
    "removeRule": _remove_rule,
    "replaceRules": _replace_rules,
    "reorderRules": _reorder_rules,
    "updateRuleVariationOrRollout": _serve_by_rule,
    "updateRuleDescription": _describe_rule,
    "updateRuleTrackEvents": _track_rule,
    **dict.fromkeys(CLAUSE_KINDS, _change_clauses),
    **dict.fromkeys(("addTargets", "removeTargets", "addUserTargets", "removeUserTargets"), _change_targets),
    **dict.fromkeys(("replaceTargets", "replaceUserTargets"), _replace_targets),
    **dict.fromkeys(("clearTargets", "clearUserTargets"), _clear_targets),
    "addPrerequisite": _add_prerequisite,
    "updatePrerequisite": _update_prerequisite,
    "removePrerequisite": _remove_prerequisite,
    "replacePrerequisites": _replace_prerequisites,
}
"""What an instruction does to the configuration, by its kind."""
