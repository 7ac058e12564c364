"""A world of projects and experiences to begin with, the same for the same seed."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Any

from ..shapes import read_new
from ..world import Document, World
from . import effects, kinds, store
from .crud import Settle, new
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
    *(("Video watched", "code_trigger"), ("Menu opened", "DOM_interaction"), ("Decrease bounce rate", "advanced")),
)
_STATUSES = ("active", "completed", "active", "paused", "active", "draft", "active", "archived", "active", "scheduled")
_TYPES = ("a/b", "a/b", "split_url", "a/b", "personalization", "a/b", "mvt", "a/b", "a/a", "a/b")


def seed_world(world: World, rng: Random, experiences: int) -> None:
    """Two projects with goals, audiences, hypotheses and this number of experiences; a third one is inactive."""
    sites = [_site(world, rng, name) for name in ("Web shop", "Blog")]
    _add(world, kinds.PROJECT, {"name": "Old shop", "status": "inactive"}, "", effects.project)
    for index in range(experiences):
        _add_experience(world, rng, index, *sites[index % 3 == 2])


def listing(world: World) -> dict[str, Any]:
    """The ids of what there is, each with its project; of experiences, of those that have reports."""
    held = {
        f"{name}": [
            {"id": one[kind.identifier], "project_id": one["_project"]}
            for one in store.documents(world, kind.name).find()
            if kind is not kinds.EXPERIENCE or (one["_visitors"] and one.get("goals"))
        ]
        for name, kind in (
            ("experiences", kinds.EXPERIENCE),
            ("goals", kinds.GOAL),
            ("hypotheses", kinds.HYPOTHESIS),
            ("audiences", kinds.AUDIENCE),
        )
    }
    projects = store.documents(world, "project").find()
    return {"projects": [one["id"] for one in projects if one["status"] == "active"], **held}


def _add(world: World, kind: Kind, body: Mapping[str, Any], project: str, settle: Settle) -> Document:
    """Make something as a caller would."""
    document = new(world, kind, read_new(kind.shape, body), project)
    settle(world, document, None)
    if "created_at" in document:
        document["created_at"] = "2022-07-01" if kind is kinds.PROJECT else "2024-03-01 09:30:00"
    store.keep(world, kind.name, document)
    return document


def _site(world: World, rng: Random, name: str) -> tuple[str, list[Document], list[Document]]:
    websites = [f"https://{name.lower().replace(' ', '-')}.example.com"]
    project = _add(world, kinds.PROJECT, {"name": name, "websites": websites}, "", effects.project)["_id"]
    goals = [_add(world, kinds.GOAL, _goal(*goal), project, effects.goal) for goal in _GOALS]
    audiences = [
        _add(world, kinds.AUDIENCE, _audience(place, country), project, effects.audience)
        for place, country in enumerate(("US", "DE", "FR", "JP"))
    ]
    for place, (where, idea) in enumerate(zip(_PLACES, _IDEAS, strict=False)):
        _add(world, kinds.HYPOTHESIS, _hypothesis(rng, place, where, idea), project, effects.hypothesis)
    return project, goals, audiences


def _rules(rule_type: str, value: str) -> dict[str, Any]:
    rule = {"rule_type": rule_type, "matching": {"match_type": "matches", "negated": False}, "value": value}
    return {"OR": [{"AND": [{"OR_WHEN": [rule]}]}]}


def _goal(name: str, kind: str) -> dict[str, Any]:
    url = f"https://shop.example.com/{name.lower().replace(' ', '-')}"
    goal = {
        "goal_name": name,
        "goal_type": kind,
        "description": f"Counts: {name}",
        "triggering_rule": _rules("url", url),
    }
    events = [{"selector": "#menu", "event": "click"}] if kind == "DOM_interaction" else []
    return goal | {"dom_interaction": events}


def _audience(place: int, country: str) -> dict[str, Any]:
    kind = ("permanent", "segmentation", "transient", "permanent")[place]
    return {"audience_name": f"From {country}", "audience_type": kind, "firing_rule": _rules("country", country)}


def _hypothesis(rng: Random, place: int, where: str, idea: str) -> dict[str, Any]:
    model = ("PIE", "ICE")[place % 2]
    names = ("potential", "importance", "ease") if model == "PIE" else ("impact", "confidence", "ease")
    return {
        "name": f"{where}: {idea}",
        "objective": f"{idea.capitalize()} helps on the {where.lower()}",
        "prioritization_score_type": model,
        "prioritization_score_attributes": {name: rng.randint(1, 5) for name in names},
        "status": _STATUSES[place % len(_STATUSES)],
        "start_date": "2024-03-01",
        "end_date": "2024-06-30",
        "tags": [{"name": where}],
        "summary": "",
    }


def _add_experience(
    world: World, rng: Random, index: int, project: str, goals: list[Document], audiences: list[Document]
) -> None:
    place, idea = _PLACES[index % len(_PLACES)], _IDEAS[index // len(_PLACES) % len(_IDEAS)]
    turn = index // (len(_PLACES) * len(_IDEAS))
    kind = _TYPES[index % len(_TYPES)]
    names = ["Original Page", *(f"Variation {number}" for number in range(1, rng.choice((2, 2, 2, 3, 4))))]
    chosen = rng.sample(goals, rng.choice((1, 2, 3)))
    body = {
        "name": f"{place}: {idea}" + (f" ({turn + 1})" if turn else ""),
        "experience_description": f"Does {idea} help on the {place.lower()}?",
        "experience_type": kind,
        "editor_url": "https://shop.example.com/",
        "site_area": {"include": _rules("url", "https://shop.example.com/")["OR"][0]["AND"][0]["OR_WHEN"]},
        "goals": [{"id": goal["goal_id"]} for goal in chosen],
        "audiences": [{"id": rng.choice(audiences)["audience_id"]}] if rng.random() < 0.4 else [],
        "variations": [{"variation": {"name": name}} for name in names],
        "minrun": 7,
    }
    experience = new(world, kinds.EXPERIENCE, read_new(kinds.EXPERIENCE.shape, body), project)
    effects.experience(world, experience, None)
    _run(world, rng, experience, _STATUSES[index % len(_STATUSES)])
    store.keep(world, "experience", experience)


def _run(world: World, rng: Random, experience: Document, status: str) -> None:
    """Let an experience have run; also one that is still active has counted up to the same day forever."""
    experience["experience_status"] = status
    started = world.today - rng.randrange(40 * _DAY, 200 * _DAY)
    if status in {"draft", "scheduled"}:
        experience["start_time"] = world.today + 30 * _DAY if status == "scheduled" else 0
        return
    until = world.today - rng.randrange(3_600) if status == "active" else started + rng.randrange(7 * _DAY, 35 * _DAY)
    experience |= {
        "start_time": started,
        "end_time": until if status in {"completed", "archived"} else 0,
        "_until": until,
        "_visitors": effects.visitors(world, experience),
    }
