"""What flags do in environments: rulesets and their rules, changed by JSON patch."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from ..shapes import boolean, is_list, is_map, read_changes, read_new
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .flags import flag_of, project_of
from .membership import keep_group, moved, place_of
from .pages import matching, page, several
from .running import forget, keep_ruleset

_EXPERIMENTS = ("a/b", "multi_armed_bandit", "contextual_multi_armed_bandit")
_SWITCH = {"enabled": shape.may_have(boolean)}
_EVERYONE = 10_000
_MOST_RULES = 100


def ruleset_of(world: World, call: Call) -> Document:
    """The ruleset of the path."""
    document = flag_of(world, call)
    return store.find(world, "ruleset", document["project_id"], document["key"], call.path["environment_key"])


def ruleset_view(world: World, document: Document) -> dict[str, Any]:
    """A ruleset with its rules, and the links that apply."""
    project, flag_key = document["_project"], document["flag_key"]
    url = f"/projects/{project}/flags/{flag_key}/environments/{document['environment_key']}/ruleset"
    marks = {"disable_url": f"{url}/disabled"} if document["enabled"] else {"enable_url": f"{url}/enabled"}
    return store.view(document) | {
        "rules": {key: store.view(rule) | place_of(world, rule) for key, rule in document["rules"].items()},
        "url": url,
        "update_url": url,
        "fetch_flag_url": f"/projects/{project}/flags/{flag_key}",
        **marks,
    }


def get_ruleset(world: World, call: Call) -> Response:
    """One ruleset."""
    return json_response(ruleset_view(world, ruleset_of(world, call)))


def switch_ruleset(*, enabled: bool) -> Handler:
    """Turn a ruleset on or off; what its rules are told stays as it is."""

    def handle(world: World, call: Call) -> Response:
        document, flag = ruleset_of(world, call), flag_of(world, call)
        if enabled and flag["archived"]:
            raise RefusedError(409, f"The flag {flag['key']} is archived")
        if document["enabled"] != enabled:
            document["enabled"] = enabled
            keep_ruleset(world, document)
        return json_response(ruleset_view(world, document))

    return handle


def update_ruleset(world: World, call: Call) -> Response:
    """Change a ruleset by a patch; what is read-only or unknown in it is passed over."""
    before, flag = ruleset_of(world, call), flag_of(world, call)
    if flag["archived"]:
        raise RefusedError(409, f"The flag {flag['key']} is archived")
    after = store.patched(ruleset_view(world, before), call)
    document = changed(world, before, after)
    groups = moved(world, before, document, after["rules"])
    if document != before:
        keep_ruleset(world, document)
    for group in groups:
        keep_group(world, group)
    return json_response(ruleset_view(world, document))


def changed(world: World, before: Document, after: Any) -> Document:
    """The ruleset that a patch makes, once it is certain that it makes sense."""
    if not is_map(after) or not is_map(after.get("rules")):
        raise RefusedError(400, "rules must be an object")
    document: Document = {**before, **read_changes(_SWITCH, after), "rules": {}}
    for key, wanted in after["rules"].items():
        own = before["rules"].get(key)
        document["rules"][key] = (
            new_rule(world, before, key, wanted) if own is None else _rule(world, before, own, wanted)
        )
    if len(document["rules"]) > _MOST_RULES:
        raise RefusedError(400, f"A ruleset has at most {_MOST_RULES} rules")
    for key in before["rules"].keys() - document["rules"].keys():
        if before["rules"][key]["enabled"] and before["enabled"]:
            raise RefusedError(409, f"The rule {key} is enabled; disable it before it is removed")
        forget(world, before["_project"], before, before["rules"][key])
    document["rule_priorities"] = _priorities(after.get("rule_priorities"), document["rules"])
    variation = _variation(world, before, after.get("default_variation_key"))
    document |= {"default_variation_key": variation["key"], "default_variation_name": variation["name"]}
    return document


def _priorities(wanted: object, rules: Document) -> list[str]:
    if not is_list(wanted) or sorted(map(str, wanted)) != sorted(rules):
        raise RefusedError(400, "rule_priorities must name each rule of the ruleset once, and nothing else")
    return [*wanted]


def _variation(world: World, ruleset: Document, key: object) -> Document:
    at = store.place(ruleset["_project"], ruleset["flag_key"], key)
    found = store.documents(world, "variation").get(at)
    if found is None or found["archived"]:
        raise RefusedError(400, f"The flag {ruleset['flag_key']} has no variation {key}")
    return found


def new_rule(world: World, ruleset: Document, key: str, wanted: object) -> Document:
    """A rule that is not there yet, as a draft."""
    rule = read_new(shape.RULE, wanted, f"rules.{key}")
    rule.pop("group_rule", None)  # groups know their rules
    if rule["key"] != key:
        raise RefusedError(400, f"rules.{key}.key must be {key}")
    identifier = store.new_id(world)
    when = store.now()
    rule |= {
        "id": identifier,
        "urn": f"rules.flags.optimizely.com::{identifier}",
        "status": "draft",
        "revision": 1,
        "created_time": when,
        "updated_time": when,
        "_project": ruleset["_project"],
        "_flag": ruleset["flag_key"],
        "_environment": ruleset["environment_key"],
    }
    _complete(world, ruleset, rule, {})
    return rule


def _rule(world: World, ruleset: Document, own: Document, wanted: Any) -> Document:
    if not is_map(wanted):
        raise RefusedError(400, f"rules.{own['key']} must be an object")
    fixed = ("key", "type", "group_rule")
    where = f"rules.{own['key']}"
    writable = {name: value for name, value in wanted.items() if name not in fixed}
    changes = read_changes(shape.RULE, writable, where)
    status = changes.pop("status", own["status"])
    rule = shape.reset(shape.RULE, own, {**wanted, "status": status, "group_rule": None}, f"{where}.") | changes
    if status == "draft" and own["status"] != "draft":
        raise RefusedError(400, f"The rule {own['key']} was started, and cannot be a draft again")
    if own["status"] == "concluded" and rule["enabled"] and not own["enabled"]:
        raise RefusedError(409, f"The rule {own['key']} is concluded")
    if rule["archived"] and not own["archived"] and own["status"] == "running":
        raise RefusedError(409, f"The rule {own['key']} is running; disable it before it is archived")
    if status == "concluded" and own["status"] != "concluded":
        _conclude(world, ruleset, rule)
    _complete(world, ruleset, rule, own["variations"])
    return own if rule == own else rule | {"revision": own["revision"] + 1, "updated_time": store.now()}


def _conclude(world: World, ruleset: Document, rule: Document) -> None:
    if rule["type"] == "targeted_delivery" or rule["status"] == "draft":
        raise RefusedError(409, f"The rule {rule['key']} is not an experiment that has run")
    if rule["deployed_variation_key"]:
        _variation(world, ruleset, rule["deployed_variation_key"])
    rule["status"] = "concluded"


def _complete(world: World, ruleset: Document, rule: Document, known: Document) -> None:
    """Check shares and variations of a rule, and give them numbers and names."""
    where = f"rules.{rule['key']}"
    for key, one in rule["variations"].items():
        if one["key"] != key:
            raise RefusedError(400, f"{where}.variations.{key}.key must be {key}")
        variation = _variation(world, ruleset, key)
        one |= {
            "id": known.get(key, {}).get("id") or store.new_id(world),
            "key": key,
            "name": variation["name"],
            "variation_id": variation["id"],
        }
    shares = _shares(rule)
    if rule["type"] in _EXPERIMENTS:
        if shares and sum(shares) != _EVERYONE:
            raise RefusedError(400, f"{where}.variations must have shares that sum to {_EVERYONE}, not {sum(shares)}")
        if not rule["variations"]:
            raise RefusedError(400, f"{where}.variations must not be empty")
        if not rule["metrics"]:
            raise RefusedError(400, f"{where}.metrics must not be empty")
    if rule["type"] == "targeted_delivery" and len(rule["variations"]) != 1:
        raise RefusedError(400, f"{where}.variations must be a single one")
    if rule["type"] == "a/b":
        rule.setdefault("distribution_mode", "manual")
        if rule.get("baseline_variation_id") is None:
            rule["baseline_variation_id"] = next(iter(rule["variations"].values()))["variation_id"]
    rule["audience_ids"] = sorted(_audiences(rule["audience_conditions"]))


def _shares(rule: Document) -> list[int]:
    """The shares of a rule's variations, of which those of a contextual bandit may have none: it finds its own."""
    variations = rule["variations"].values()
    if rule["type"] != "contextual_multi_armed_bandit" or any("percentage_included" in one for one in variations):
        for one in variations:
            one.setdefault("percentage_included", 0)
    return [one["percentage_included"] for one in variations if "percentage_included" in one]


def _audiences(conditions: Any) -> set[int]:
    if is_map(conditions):
        found = conditions.get("audience_id")
        return {found} if isinstance(found, int) else set()
    return {number for one in conditions for number in _audiences(one)} if is_list(conditions) else set()


_IN_RULESETS_ONLY = ("revision", "report_key", "audience_ids")


def rule_view(world: World, ruleset: Document, rule: Document) -> dict[str, Any]:
    """A rule as it is shown without its ruleset."""
    flag = store.find(world, "flag", ruleset["_project"], ruleset["flag_key"])
    shown = store.view(rule) | place_of(world, rule)
    return {name: value for name, value in shown.items() if name not in _IN_RULESETS_ONLY} | {
        "flag_key": flag["key"],
        "flag_name": flag["name"],
        "environment_key": ruleset["environment_key"],
        "environment_name": ruleset["environment_name"],
    }


def get_rule(world: World, call: Call) -> Response:
    """One rule, by its key."""
    ruleset = ruleset_of(world, call)
    rule = ruleset["rules"].get(call.path["rule_key"])
    if rule is None:
        raise RefusedError(404, "There is no such rule")
    return json_response(rule_view(world, ruleset, rule))


def all_rules(world: World, project: int) -> list[tuple[Document, Document]]:
    """All rules of a project, each with its ruleset."""
    return [
        (ruleset, ruleset["rules"][key])
        for flag in store.documents(world, "flag").find(parent=str(project))
        for ruleset in store.documents(world, "ruleset").find(parent=store.place(project, flag["key"]))
        for key in ruleset["rule_priorities"]
    ]


def list_rules(world: World, call: Call) -> Response:
    """The rules of a project."""
    project = project_of(world, call)
    types, wanted = several(call.query, "rule_types"), several(call.query, "environments")
    shown = [
        rule_view(world, ruleset, rule)
        for ruleset, rule in all_rules(world, project)
        if (not types or rule["type"] in types) and (not wanted or ruleset["environment_key"] in wanted)
    ]
    return page(call, matching(call, shown), lambda one: one, {"first_url": None, "last_url": None})


def get_rule_by_experiment(world: World, call: Call) -> Response:
    """The rule whose results v2 has under this experiment."""
    for ruleset, rule in all_rules(world, project_of(world, call)):
        if str(rule.get("layer_experiment_id")) == call.path["experiment_id"]:
            return json_response(rule_view(world, ruleset, rule))
    raise RefusedError(404, "There is no such rule")
