"""A world of projects and experiences to begin with, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from ..shapes import read_new
from ..world import Document, World
from . import effects, kinds, store
from .crud import Settle, made, nothing
from .kinds import Kind

_DAY = 86_400
_PLACES = (
    *("Checkout", "Pricing page", "Search results", "Onboarding", "Product page", "Cart", "Sign-up form", "Homepage"),
    *("Newsletter", "Account settings", "Mobile menu", "Help centre", "Wish list", "Order history", "Landing page"),
)
_IDEAS = (
    *("shorter copy", "sticky button", "social proof", "one column", "larger images", "progress bar", "guest mode"),
    *("free shipping note", "dark theme", "inline validation", "trust badges", "annual plan first", "fewer fields"),
)
_GOALS = (
    *(("Purchase", "revenue"), ("Add to cart", "clicks_element"), ("Sign-up", "submits_form")),
    *(("Pricing seen", "visits_page"), ("Trial link", "clicks_link"), ("Read to the end", "scroll_percentage")),
    *(("Video watched", "code_trigger"), ("Menu opened", "dom_interaction"), ("Long visit", "advanced")),
)
_SETTINGS: Mapping[str, dict[str, Any]] = {
    "clicks_element": {"selector": ".buy"},
    "submits_form": {"action": "/sign-up"},
    "clicks_link": {"href": "/trial"},
    "scroll_percentage": {"percentage": 90},
    "dom_interaction": {"tracked_items": [{"selector": "#menu", "event": "click"}]},
    "revenue": {"triggering_type": "manual"},
}
_STATUSES = ("active", "completed", "active", "paused", "active", "draft", "active", "archived", "active", "scheduled")
_TYPES = ("a/b", "a/b", "split_url", "a/b", "deploy", "a/b", "mvt", "a/b", "a/a", "a/b")

_EVERY = 23
_SKEWED, _SILENT, _FEW, _STALE, _WITHOUT_GOALS, _UNDECIDED = 2, 4, 6, 8, 12, 14
"""Which experiences in every 23 go wrong, as happens: visitors are split otherwise than was meant, there are none, or
few; no data came for five days; there is no goal; there is no primary goal."""
_FEW_VISITORS = 90


def seed_world(world: World, rng: Random, experiences: int) -> None:
    """Two projects with what projects hold and this number of experiences; a third one is inactive."""
    sites = [_site(world, rng, name) for name in ("Web shop", "Blog")]
    _add(world, kinds.PROJECT, {"name": "Old shop", "status": "inactive"}, 0, effects.project)
    for index in range(experiences):
        _add_experience(world, rng, index, *sites[index % 3 == 2])


def listing(world: World) -> dict[str, Any]:
    """The ids of what there is, each with its project; of experiences, of those that have reports."""
    held = {
        several: [
            {"id": str(one["id"]), "project_id": str(one["_project"])}
            for one in store.documents(world, kind.name).find()
            if kind is not kinds.EXPERIENCE or (one["_visitors"] and one["goals"])
        ]
        for several, kind in (
            ("experiences", kinds.EXPERIENCE),
            ("goals", kinds.GOAL),
            ("hypotheses", kinds.HYPOTHESIS),
            ("audiences", kinds.AUDIENCE),
            ("locations", kinds.LOCATION),
        )
    }
    projects = store.documents(world, "project").find()
    active = [str(one["id"]) for one in projects if one["status"] == "active"]
    return {"account_id": str(store.ACCOUNT), "projects": active, **held}


def _add(world: World, kind: Kind, body: Mapping[str, Any], project: int, settle: Settle) -> Document:
    """Make something as a caller would, at a time that does not depend on when."""
    document = made(world, kind, read_new(kind.shape, body), project)
    settle(world, document, None)
    for name in ("created_at", "updated_at", "modified_at"):
        if name in document:
            document[name] = world.today - 300 * _DAY
    store.keep(world, kind.name, document)
    return document


def _site(world: World, rng: Random, name: str) -> tuple[int, dict[str, list[Document]]]:
    domain = f"https://{name.lower().replace(' ', '-')}.example.com"
    project = _add(world, kinds.PROJECT, {"name": name, "domains": [{"url": domain}]}, 0, effects.project)["id"]
    held = {
        "goals": [_add(world, kinds.GOAL, _goal(*goal), project, effects.keyed) for goal in _GOALS],
        "audiences": [
            _add(world, kinds.AUDIENCE, _audience(place, country), project, nothing)
            for place, country in enumerate(("US", "DE", "FR", "JP"))
        ],
        "locations": [
            _add(
                world,
                kinds.LOCATION,
                {"name": where, "rules": rules("url", f"{domain}/{where.lower()}")},
                project,
                nothing,
            )
            for where in _PLACES[:4]
        ],
        "tags": [_add(world, kinds.TAG, {"name": where}, project, nothing) for where in _PLACES[:3]],
    }
    for place, (where, idea) in enumerate(zip(_PLACES, _IDEAS, strict=False)):
        _add(world, kinds.HYPOTHESIS, _hypothesis(rng, place, where, idea, held["tags"]), project, effects.hypothesis)
    for idea in _IDEAS[:3]:
        _add(world, kinds.OBSERVATION, {"name": f"Visitors asked for {idea}"}, project, effects.tagged)
        _add(world, kinds.KNOWLEDGE_BASE, {"name": idea, "summary": f"{idea} helps"}, project, effects.tagged)
    variable = {"key": "color", "type": "string", "default_value": "blue"}
    _add(world, kinds.FEATURE, {"name": "New checkout", "variables": [variable]}, project, effects.keyed)
    _add(world, kinds.SDK_KEY, {"name": "Server", "environment": "production"}, project, effects.sdk_key)
    return project, held


def rules(rule_type: str, value: str) -> dict[str, Any]:
    """A tree with one rule."""
    rule = {"rule_type": rule_type, "matching": {"match_type": "matches", "negated": False}, "value": value}
    return {"OR": [{"AND": [{"OR_WHEN": [rule]}]}]}


def _goal(name: str, kind: str) -> dict[str, Any]:
    url = f"https://shop.example.com/{name.lower().replace(' ', '-')}"
    settings = {"settings": _SETTINGS[kind]} if kind in _SETTINGS else {}
    return {
        "name": name,
        "type": kind,
        "description": f"Counts: {name}",
        "triggering_rule": rules("url", url),
        "selected_default": name == "Purchase",
        **settings,
    }


def _audience(place: int, country: str) -> dict[str, Any]:
    kind = ("permanent", "segmentation", "transient", "permanent")[place]
    return {"name": f"From {country}", "type": kind, "rules": rules("country", country)}


def _hypothesis(rng: Random, place: int, where: str, idea: str, tags: list[Document]) -> dict[str, Any]:
    model = ("PIE", "ICE")[place % 2]
    names = ("potential", "importance", "ease") if model == "PIE" else ("impact", "confidence", "ease")
    return {
        "name": f"{where}: {idea}",
        "objective": f"{idea.capitalize()} helps on the {where.lower()}",
        "prioritization_score_type": model,
        "prioritization_score_attributes": {name: rng.randint(1, 5) for name in names},
        "status": kinds.HYPOTHESIS_STATUSES[place % len(kinds.HYPOTHESIS_STATUSES)],
        "start_date": "2026-03-01",
        "end_date": "2026-06-30",
        "tags": [tags[place % len(tags)]["id"]],
    }


def _add_experience(world: World, rng: Random, index: int, project: int, held: dict[str, list[Document]]) -> None:
    place, idea = _PLACES[index % len(_PLACES)], _IDEAS[index // len(_PLACES) % len(_IDEAS)]
    turn = index // (len(_PLACES) * len(_IDEAS))
    names = ["Original Page", *(f"Variation {number}" for number in range(1, rng.choice((2, 2, 2, 3, 4))))]
    chosen = rng.sample(held["goals"], rng.choice((1, 2, 3)))
    bayesian = {"stats_type": "bayesian", "decision_threshold": 95, "risk_threshold": 5}
    change = {"type": "customCode", "data": {"css": ".buy { color: green }", "js": None}}
    body = {
        "name": f"{place}: {idea}" + (f" ({turn + 1})" if turn else ""),
        "description": f"Does {idea} help on the {place.lower()}?",
        "type": _TYPES[index % len(_TYPES)],
        "status": "draft",
        "url": "https://shop.example.com/",
        "goals": [] if index % _EVERY == _WITHOUT_GOALS else [goal["id"] for goal in chosen],
        "audiences": [rng.choice(held["audiences"])["id"]] if rng.random() < 0.4 else [],
        "locations": [rng.choice(held["locations"])["id"]],
        "tags": [rng.choice(held["tags"])["id"]],
        "variations": [
            {"name": name, "is_baseline": not step, "changes": [change] if step else []}
            for step, name in enumerate(names)
        ],
        "settings": {"stats_engine_processing": bayesian} if index % 4 == 3 else None,
    }
    experience = made(world, kinds.EXPERIENCE, read_new(kinds.EXPERIENCE.shape, body), project)
    effects.experience(world, experience, None)
    if index % _EVERY == _UNDECIDED:
        experience.pop("primary_goal", None)
    _run(world, rng, experience, _STATUSES[index % len(_STATUSES)], index % _EVERY)
    store.keep(world, "experience", experience)


def _run(world: World, rng: Random, experience: Document, status: str, turn: int) -> None:
    """Let an experience have run; also one that is still active has counted up to the same day forever."""
    experience["status"] = status
    started = world.today - rng.randrange(40 * _DAY, 200 * _DAY)
    if status in {"draft", "scheduled"}:
        experience["start_time"] = world.today + 30 * _DAY if status == "scheduled" else None
        return
    until = world.today - rng.randrange(3_600) if status == "active" else started + rng.randrange(7 * _DAY, 35 * _DAY)
    if turn == _STALE and status == "active":
        until -= 5 * _DAY
    experience |= {
        "start_time": started,
        "end_time": until if status in {"completed", "archived"} else None,
        "_until": until,
        "_visitors": {_SILENT: 0, _FEW: _FEW_VISITORS}.get(turn, effects.visitors(world, experience)),
    }
    if turn == _SKEWED:
        # Some of the first variation's visitors are lost on the way, as by a redirect that fails.
        shares = [float(one["traffic_distribution"]) for one in experience["variations"]]
        experience["_received"] = [0.8 * shares[0], *shares[1:]]
