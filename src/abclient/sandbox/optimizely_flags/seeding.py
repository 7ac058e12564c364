"""A project with flags to begin with, the same for the same seed."""

from __future__ import annotations

from random import Random
from typing import Any

from ..optimizely import effects, kinds
from ..optimizely import store as v2
from ..optimizely.apart import apart
from ..optimizely.crud import complete
from ..optimizely.measuring import measured_visitors
from ..optimizely.measuring import visit as visit_v2
from ..shapes import read_new
from ..world import Document, World
from . import store
from .flags import made_flag
from .rulesets import new_rule
from .running import count, start

_DAY = 86_400
_AREAS = (
    *("checkout", "search", "pricing", "onboarding", "profile", "cart", "recommendations", "newsletter", "login"),
    *("shipping", "reviews", "wishlist", "support", "dashboard", "billing"),
)
_IDEAS = ("discount", "layout", "wording", "sorting", "speed", "badge", "trial")
_EVENTS = ("purchase", "add_to_cart", "sign_up", "trial_started", "support_contacted", "search_used")
_STATES = ("running", "running", "concluded", "running", "paused", "running", "running")
_ENVIRONMENTS = (("production", "Production", True), ("development", "Development", False))
_STALE = 23, 8  # in every 23 experiments, the eighth no longer receives data, as happens
_BANDITS = 11  # one in eleven experiments is a bandit


def seed_world(world: World, rng: Random, experiments: int) -> None:
    """One project; every flag has an experiment in production, and, if there are enough, one in development."""
    there = apart(world)
    body = {"name": "Feature flags", "platform": "custom", "sdks": ["python"], "is_flags_enabled": True}
    project = _v2(there, kinds.PROJECT, body, world.today - 700 * _DAY, effects.project)
    when = store.moment(world.today - 600 * _DAY)
    store.keep(world, "project", str(project["id"]), {"id": project["id"], "name": project["name"]})
    for number, (key, name, primary) in enumerate(_ENVIRONMENTS, 1):
        _add_environment(world, project["id"], number, key, name, when, primary=primary)
    events = [
        _v2(there, kinds.CUSTOM_EVENT, {"project_id": project["id"], "key": key}, world.today, effects.named_by_key)
        for key in _EVENTS
    ]
    for index in range(-(-experiments // len(_ENVIRONMENTS))):
        flag = _add_flag(world, rng, project["id"], index, when)
        for number, (environment, _, _) in enumerate(_ENVIRONMENTS):
            if len(_ENVIRONMENTS) * index + number < experiments:
                _fill(world, rng, flag, environment, events, len(_ENVIRONMENTS) * index + number)


def _v2(there: World, kind: Any, body: Document, when: int, settle: Any) -> Document:
    document = read_new(kind.shape, body) | {name: body[name] for name in ("project_id",) if name in body}
    complete(there, kind, document, store.moment(when))
    settle(there, document, None)
    v2.keep(there, kind.name, document)
    return document


def _add_environment(world: World, project: int, number: int, key: str, name: str, when: str, *, primary: bool) -> None:
    environment: Document = {
        "id": store.new_id(world),
        "key": key,
        "name": name,
        "priority": number,
        "archived": False,
        "account_id": store.ACCOUNT,
        "project_id": project,
        "revision": 1,
        "role": "admin",
        "has_restricted_permissions": False,
        "_primary": primary,
        "_created": when,
    }
    store.keep(world, "environment", store.place(project, key), environment)


def _add_flag(world: World, rng: Random, project: int, index: int, when: str) -> Document:
    area, idea = _AREAS[index % len(_AREAS)], _IDEAS[index // len(_AREAS) % len(_IDEAS)]
    turn = index // (len(_AREAS) * len(_IDEAS))
    key = f"{area}_{idea}" + (f"_{turn + 1}" if turn else "")
    body = {
        "key": key,
        "name": key.replace("_", " ").capitalize(),
        "description": f"Another {idea} for the {area}",
        "variable_definitions": {
            "amount": {"key": "amount", "type": "integer", "default_value": str(rng.randrange(5, 50))}
        },
    }
    return made_flag(world, project, body, when)


def _fill(world: World, rng: Random, flag: Document, environment: str, events: list[Document], index: int) -> None:
    """Give a ruleset an experiment in some state, and a delivery for the others that was not started."""
    at = store.place(flag["project_id"], flag["key"], environment)
    ruleset = store.find(world, "ruleset", flag["project_id"], flag["key"], environment)
    created = world.today - rng.randrange(40, 300) * _DAY
    rule = _experiment(world, rng, ruleset, events, index)
    state = _STATES[index % len(_STATES)]
    delivery = new_rule(world, ruleset, "everyone", _DELIVERY)
    ruleset["rules"] = {rule["key"]: rule, "everyone": delivery}
    ruleset["rule_priorities"] = [rule["key"], "everyone"]
    ruleset |= {"enabled": state == "running", "status": "running" if state == "running" else "paused"}
    rule |= {"enabled": state == "running", "status": state}
    for one in (rule, delivery):
        one |= {"created_time": store.moment(created), "updated_time": store.moment(created)}
    if state == "concluded":
        rule |= {"outcome": "inconclusive", "comment": "Not worth it"}
    start(world, ruleset, rule, when=store.moment(created))
    days = rng.randrange(14, max(15, (world.today - created) // _DAY))
    late = 5 * _DAY if index % _STALE[0] == _STALE[1] else 0
    until = float(world.today - late - rng.randrange(3_600) if state == "running" else created + days * _DAY)
    running, visitors = state == "running", measured_visitors(rng)
    count(world, rule, runs=running, visitors=visitors, when=store.moment(created), until=until)
    store.keep(world, "ruleset", at, ruleset)


_DELIVERY = {
    "key": "everyone",
    "name": "Everyone",
    "type": "targeted_delivery",
    "percentage_included": 10_000,
    "variations": {"on": {"key": "on", "percentage_included": 10_000}},
}


def _experiment(world: World, rng: Random, ruleset: Document, events: list[Document], index: int) -> Document:
    chosen = rng.sample(events, rng.choice((2, 3, 3)))
    metrics: list[dict[str, Any]] = [
        {
            "event_id": event["id"],
            "event_type": "custom",
            "aggregator": "unique",
            "scope": "visitor",
            "winning_direction": "decreasing" if event["key"] == "support_contacted" else "increasing",
            "display_title": event["name"],
        }
        for event in chosen
    ]
    if index % 5 == 2:
        metrics.append({"aggregator": "sum", "field": "revenue", "scope": "visitor", "winning_direction": "increasing"})
    share = rng.choice((5_000, 5_000, 2_000))
    bandit = index % _BANDITS == _BANDITS - 1
    body: dict[str, Any] = {
        "key": f"{ruleset['flag_key']}_test",
        "name": f"{ruleset['flag_key'].replace('_', ' ').capitalize()} test",
        "type": "multi_armed_bandit" if bandit else "a/b",
        "percentage_included": 10_000,
        "variations": {
            key: {"key": key, "percentage_included": part} for key, part in (("off", 10_000 - share), ("on", share))
        },
        "metrics": metrics,
    }
    return new_rule(world, ruleset, body["key"], body)


def listing(world: World) -> dict[str, Any]:
    """The project, its flags and environments, and the experiments that have results."""
    there = apart(world)
    found = v2.documents(there, "experiment").find()
    return {
        "account": store.ACCOUNT,
        "projects": [one["id"] for one in store.documents(world, "project").find()],
        "environments": [one["key"] for one in store.documents(world, "environment").find()],
        "flags": [one["key"] for one in store.documents(world, "flag").find()],
        "experiments": [one["id"] for one in found if one["_visitors"]],
    }


def visit(world: World, identifier: str, visitors: int) -> None:
    """Add visitors to a running rule, which is named by its experiment."""
    visit_v2(apart(world), identifier, visitors)
