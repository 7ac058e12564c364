"""A world of projects and experiments to begin with, the same for the same seed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from ..shapes import read_new
from ..statistics import generator
from ..world import Document, World
from . import effects, history, kinds, store
from .crud import Settle, as_is, complete
from .kind import Kind
from .kinds import KINDS
from .measuring import measured_visitors

_DAY = 86_400
_STALE = 23, 8  # in every 23 experiments, the eighth no longer receives data, as happens
_OVERALL = 9  # one in nine experiments measures overall revenue
_PLACES = (
    *("Checkout", "Pricing page", "Search results", "Onboarding", "Product page", "Cart", "Sign-up form", "Homepage"),
    *("Newsletter", "Account settings", "Mobile menu", "Help centre", "Wish list", "Order history", "Landing page"),
)
_IDEAS = (
    *("shorter copy", "sticky button", "social proof", "one column", "larger images", "progress bar", "guest mode"),
    *("free shipping note", "dark theme", "inline validation", "trust badges", "annual plan first", "fewer fields"),
)
_STATES = (
    *("running", "paused", "running", "running", "archived", "running", "running", "not_started", "running"),
    *("concluded", "campaign_paused"),
)
_EVENTS = (
    *("Purchase", "Add to cart", "Sign-up", "Trial started", "Newsletter", "Search used", "Video watched", "Share"),
    *("Return visit", "Order value", "Support contacted", "Checkout started"),
)
_WEIGHTS = {
    2: ((5_000, 5_000), (5_000, 5_000), (8_000, 2_000), (9_000, 1_000)),
    3: ((3_334, 3_333, 3_333), (6_000, 2_000, 2_000)),
    4: ((2_500, 2_500, 2_500, 2_500), (4_000, 2_000, 2_000, 2_000)),
}
_METRICS = (
    {"aggregator": "unique", "scope": "visitor"},
    {"aggregator": "unique", "scope": "visitor"},
    {"aggregator": "count", "scope": "visitor"},
    {"aggregator": "sum", "field": "revenue", "scope": "visitor"},
    {"aggregator": "bounce", "scope": "session", "winning_direction": "decreasing"},
)


@dataclass(frozen=True)
class _Site:
    """What the experiments of a project have to choose from."""

    project: Document
    events: list[Document]
    audiences: list[Document]
    pages: list[Document]
    features: list[Document]


def seed_world(world: World, rng: Random, experiments: int) -> None:
    """Two projects, one on the web and one in apps, with everything in them, and a third that is archived and empty."""
    web = _site(world, rng, name="Web shop", platform="web")
    apps = _site(world, rng, name="Mobile apps", platform="custom", sdks=["python", "ios", "java"])
    _add(world, kinds.PROJECT, {"name": "Shop of 2015", "status": "archived"}, effects.project)
    for data_type, kind in (("user", "email"), ("visitor", "fullstack_id")):
        body = {
            "data_type": data_type,
            "identifier": "me@example.com",
            "identifier_type": kind,
            "request_type": "access",
        }
        _add(world, kinds.SUBJECT_ACCESS_REQUEST, body, _past_request)
    campaign: Document | None = None
    for index in range(experiments):
        site = apps if index % 5 in {1, 3} else web
        kind = "personalization" if site is web and index % 10 in {4, 5, 7} else "a/b"
        # Three experiments in a row share a campaign of personalization.
        campaign = (campaign if index % 10 != 4 else None) if kind == "personalization" else campaign
        made = _add_experiment(world, rng, index, site, kind, campaign)
        if kind == "personalization":
            campaign = store.find(world, "campaign", made["campaign_id"])
    job = {"project_id": web.project["id"], "frequency": "weekly", "job_type": "project_results"}
    _add(world, kinds.SCHEDULED_JOB, job | {"output_channels": {"email": ["me@example.com"]}}, effects.scheduled_job)
    _hold_out(world, apps)


def listing(world: World) -> dict[str, Any]:
    """The ids of what there is; of experiments and campaigns, of those that have results."""
    held = {
        f"{kind.name}s": [document["id"] for document in store.documents(world, kind.name).find()] for kind in KINDS
    }
    experiments = [one for one in store.documents(world, "experiment").find() if _has_results(one)]
    running = {one["campaign_id"] for one in experiments}
    campaigns = [
        one["id"] for one in store.documents(world, "campaign").find() if one["id"] in running and not one["_pending"]
    ]
    return held | {
        "account": store.ACCOUNT,
        "holdouts": [one["id"] for one in store.documents(world, "holdout").find()],
        "projects": [one["id"] for one in store.documents(world, "project").find(tags={"status": ["active"]})],
        "experiments": [one["id"] for one in experiments],
        "campaigns": campaigns,
    }


def _has_results(experiment: Document) -> bool:
    return bool(experiment["_visitors"]) and not experiment["_pending"]


def _add(
    world: World, kind: Kind, body: Mapping[str, Any], settle: Settle = as_is, *, age: int = 700 * _DAY
) -> Document:
    """Make something as a caller would, at a time in the past."""
    document = read_new(kind.shape, body)
    # What the path says of a new document, the sandbox says here.
    document |= {name: body[name] for name in ("project_id", "page_id", "experiment_id") if name in body}
    complete(world, kind, document, store.moment(world.today - age))
    settle(world, document, None)
    store.keep(world, kind.name, document)
    return document


def _past_request(world: World, document: Document, before: Document | None) -> None:
    effects.subject_access_request(world, document, before)
    asked = world.today - 40 * _DAY
    document |= {
        "requested_at_time": store.moment(asked),
        "sla_deadline_time": store.moment(asked + 30 * _DAY),
        "expired_at_time": store.moment(asked + 90 * _DAY),
        "processing_started_time": store.moment(asked + _DAY),
        "completed_at_time": store.moment(asked + 2 * _DAY),
        "export_location": f"s3://sandbox-exports/{document['id']}",
        "status": "completed",
    }


def _site(world: World, rng: Random, **project: Any) -> _Site:
    made = _add(world, kinds.PROJECT, project | {"description": "Made by the sandbox"}, effects.project)
    history.keep_entry(world, "create", "project", made, None, when=made["created"], source="ui")
    own = {"project_id": made["id"]}
    events = [
        _add(world, kinds.CUSTOM_EVENT, own | {"key": _key(name), "name": name}, effects.named_by_key)
        for name in _EVENTS
    ]
    classic = _add(world, kinds.CUSTOM_EVENT, own | {"key": "engagement"}, effects.named_by_key)
    store.keep(world, "event", classic | {"is_classic": True, "event_type": "classic_engagement"})
    names = ("Country", "Plan", "Loyalty level")
    attributes = [_add(world, kinds.ATTRIBUTE, own | {"key": _key(name), "name": name}) for name in names]
    audiences = [_audience(world, own, attribute, rng) for attribute in attributes]
    pages = [_page(world, own, place) for place in _PLACES]
    click = {"page_id": pages[0]["id"], "name": "Button", "event_type": "click", "config": {"selector": "#buy"}}
    _add(world, kinds.IN_PAGE_EVENT, own | click, effects.named_by_key)
    features = [_feature(world, own, name) for name in _PLACES[:5]] if project["platform"] == "custom" else []
    _extras(world, own)
    return _Site(made, events, audiences, pages, features)


def _audience(world: World, own: Document, attribute: Document, rng: Random) -> Document:
    leaf = {"name": attribute["name"], "type": "custom_attribute", "value": rng.choice(("gold", "pro", "de"))}
    body = {"name": f"By {attribute['name'].lower()}", "conditions": json.dumps(["and", ["or", ["or", leaf]]])}
    return _add(world, kinds.AUDIENCE, own | body)


def _page(world: World, own: Document, place: str) -> Document:
    url = f"https://shop.example.com/{_key(place)}"
    match = json.dumps(["and", {"type": "url", "match_type": "simple", "value": url}])
    return _add(world, kinds.PAGE, own | {"name": place, "key": _key(place), "edit_url": url, "conditions": match})


def _feature(world: World, own: Document, place: str) -> Document:
    variables = [{"key": "columns", "type": "integer", "default_value": "2"}]
    rules = {"Production": {"rollout_rules": [{"enabled": True, "percentage_included": 5_000}]}}
    body = {"key": _key(place), "name": place, "variables": variables, "environments": rules}
    return _add(world, kinds.FEATURE, own | body, effects.feature)


def _extras(world: World, own: Document) -> None:
    """One of each of the smaller kinds."""
    codes = {"name": "Postcodes", "key_field": "postcode", "list_type": "zip_codes", "list_content": "10115,10117"}
    _add(world, kinds.LIST_ATTRIBUTE, own | codes, effects.list_attribute)
    hook = {
        "name": "Deploy",
        "description": "Told by the sandbox",
        "url": "https://hooks.example.com/optimizely",
        "events": ["project.datafile_updated"],
    }
    _add(world, kinds.WEBHOOK, own | hook, effects.webhook)
    body = {"name": "Banner", "edit_url": "https://shop.example.com/", "implementation": {"html": "<p>Sale</p>"}}
    _add(world, kinds.EXTENSION, own | body)
    _add(world, kinds.GROUP, own | {"name": "Checkout tests", "description": "One at a time"})


def _hold_out(world: World, site: _Site) -> None:
    """A holdout: a few visitors who see none of the project's experiments, and everyone else."""
    until = world.today
    parts = (("Holdout", 500), ("Everyone else", 9_500))
    holdout = {
        "id": store.new_id(world),
        "project_id": site.project["id"],
        "name": "No experiments",
        "earliest": store.moment(until - 90 * _DAY),
        "latest": store.moment(until),
        "variations": [
            {"variation_id": store.new_id(world), "name": name, "weight": weight, "archived": False}
            for name, weight in parts
        ],
        "metrics": [
            {"event_id": one["id"], "aggregator": "unique", "scope": "visitor", "winning_direction": "increasing"}
            for one in site.events[:2]
        ],
        "_visitors": measured_visitors(generator(world.seed, "holdout")),
    }
    store.keep(world, "holdout", holdout)


def _add_experiment(
    world: World, rng: Random, index: int, site: _Site, kind: str, campaign: Document | None
) -> Document:
    created = world.today - rng.randrange(40, 300) * _DAY
    body = _body(rng, index, site, kind)
    if kind == "personalization" and campaign is not None:
        body["campaign_id"] = campaign["id"]
    made = read_new(kinds.EXPERIMENT.shape, body)
    complete(world, kinds.EXPERIMENT, made, store.moment(created + rng.random()))
    effects.experiment(world, made, None)
    late = 5 * _DAY if index % _STALE[0] == _STALE[1] else 0
    _run(world, rng, made, _STATES[index % len(_STATES)], created, late)
    store.keep(world, "experiment", made)
    _join(world, made, kind)
    if index % 7 == 0:
        history.keep_entry(world, "create", "experiment", made, None, when=made["created"], source="ui")
    if index % 20 == 0:
        one = {"name": "Header", "variations": [{"name": "A", "weight": 5_000}, {"name": "B", "weight": 5_000}]}
        own = {"project_id": made["project_id"], "experiment_id": made["id"]}
        _add(world, kinds.SECTION, own | one, effects.variations)
    return made


def _body(rng: Random, index: int, site: _Site, kind: str) -> dict[str, Any]:
    place, idea = _PLACES[index % len(_PLACES)], _IDEAS[index // len(_PLACES) % len(_IDEAS)]
    turn = index // (len(_PLACES) * len(_IDEAS))
    count = rng.choice((2, 2, 2, 3, 4))
    names = ["Original", *(f"Variation #{number}" for number in range(1, count))]
    weights = rng.choice(_WEIGHTS[count])
    name = f"{place}: {idea}" + (f" ({turn + 1})" if turn else "")
    body: dict[str, Any] = {
        "project_id": site.project["id"],
        "name": name,
        "key": _key(name),
        "description": f"Does {idea} help on the {place.lower()}?",
        "type": kind,
        "variations": [
            {"name": one, "key": _key(one), "weight": weight} for one, weight in zip(names, weights, strict=True)
        ],
        "metrics": [
            *(_metric(rng, event) for event in rng.sample(site.events, rng.choice((1, 1, 2, 3)))),
            *([_OVERALL_REVENUE] if index % _OVERALL == 2 else []),
        ],
    }
    if rng.random() < 0.3:
        body["audience_conditions"] = json.dumps(["or", {"audience_id": rng.choice(site.audiences)["id"]}])
    if not site.features:
        return body | {"page_ids": [site.pages[index % len(_PLACES)]["id"]]}
    if index % 4 == 0:
        body |= {"feature_id": rng.choice(site.features)["id"], "type": "feature"}
    return body


def _metric(rng: Random, event: Document) -> dict[str, Any]:
    return {"event_id": event["id"], "winning_direction": "increasing"} | rng.choice(_METRICS)


_OVERALL_REVENUE = {"aggregator": "sum", "field": "revenue", "scope": "visitor", "winning_direction": "increasing"}
"""The revenue of all events together, the vendor's metric that no event and so no id belongs to."""


def _run(world: World, rng: Random, experiment: Document, state: str, created: float, late: int) -> None:
    """Let an experiment have run; also one that still runs has counted its visitors up to the same day forever."""
    if state == "not_started":
        return
    started = created + rng.randrange(2 * _DAY)
    until = (
        world.today - late - rng.randrange(3_600)
        if state == "running"
        else started + rng.randrange(7 * _DAY, 35 * _DAY)
    )
    experiment |= {
        "status": state,
        "earliest": store.moment(started),
        "latest": store.moment(until),
        "_until": float(until),
        "_visitors": measured_visitors(rng),
        "environments": {"Production": {"status": state if state in {"running", "archived"} else "paused"}},
    }


def _join(world: World, experiment: Document, kind: str) -> None:
    """Let the campaign of an experiment be in a state that fits."""
    campaign = store.find(world, "campaign", experiment["campaign_id"])
    if experiment["id"] not in campaign["experiment_ids"]:
        campaign["experiment_ids"].append(experiment["id"])
    if kind == "personalization":
        campaign["type"] = "personalization"
    if campaign["status"] in {"not_started", "paused", "archived"}:
        status = experiment["status"]
        campaign["status"] = "paused" if status in {"campaign_paused", "concluded"} else status
    if "earliest" in experiment:
        campaign |= {"earliest": experiment["earliest"], "latest": experiment["latest"]}
    store.keep(world, "campaign", campaign)


def _key(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())
