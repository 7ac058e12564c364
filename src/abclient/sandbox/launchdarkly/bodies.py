"""From request bodies to experiments and iterations, or to a refusal that names the field."""

from __future__ import annotations

import math
import time

from ..fields import Fields
from ..vendor import RefusedError
from ..world import Document, World
from . import store

_TYPES = ("experiment", "mab", "holdout")
_METHODOLOGIES = ("bayesian", "frequentist", "export_only")
MEMBER = "12ab3c45de678910fgh12345"
"""Id of the member whose token it is."""


def now() -> int:
    """The time in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def read_experiment(world: World, project: str, environment: str, body: object) -> Document:
    """A new experiment with its first iteration as a draft."""
    fields = Fields(body)
    key = fields.text("key")
    if not store.KEY.fullmatch(key):
        raise RefusedError(400, "key must start with a letter or digit and may have letters, digits, '.', '_' and '-'")
    created = now()
    kind = fields.text_or("type", "experiment")
    methodology = fields.text_or("methodology", "bayesian" if kind == "mab" else "frequentist")
    if kind not in _TYPES or methodology not in _METHODOLOGIES:
        known = f"type must be one of {', '.join(_TYPES)}, and methodology one of {', '.join(_METHODOLOGIES)}"
        raise RefusedError(400, known)
    return {
        "type": kind,
        "methodology": methodology,
        "dataSource": fields.text_or("dataSource", "launchdarkly"),
        "tags": fields.texts_or("tags", []),
        "holdoutId": _read_holdout(world, f"{project}/{environment}", fields),
        "analysisConfig": fields.object_or("analysisConfig", {}),
        "id": store.object_id(world),
        "project": project,
        "environment": environment,
        "key": key,
        "name": fields.text("name"),
        "description": fields.text_or("description", ""),
        # Before 14.0.0 of the vendor's clients it was required.
        "maintainer": fields.text_or("maintainerId", MEMBER) if store.is_today(world) else fields.text("maintainerId"),
        "created": created,
        "archived": None,
        "iterations": [read_iteration(world, project, fields.nested("iteration"))],
    }


def _read_holdout(world: World, parent: str, fields: Fields) -> str:
    wanted = fields.text_or("holdoutId", "")
    active = {one["_id"] for one in store.holdouts(world).find(parent=parent) if one["status"] != "ended"}
    if wanted and wanted not in active:
        raise RefusedError(
            400, f"{fields.name('holdoutId')} is not a holdout of the environment that is active: {wanted}"
        )
    return wanted


def read_iteration(world: World, project: str, fields: Fields) -> Document:
    """A new iteration, not started."""
    flags = read_flags(world, project, fields)
    return {
        "attributes": fields.texts_or("attributes", []),
        "reallocationFrequencyMillis": fields.integer_or("reallocationFrequencyMillis", 0),
        "id": store.object_id(world),
        "hypothesis": fields.text("hypothesis"),
        "status": "not_started",
        "created": now(),
        "started": None,
        "ended": None,
        "winner": None,
        "reason": None,
        "reshuffle": fields.boolean_or("canReshuffleTraffic", default=True),
        "unit": fields.text_or("randomizationUnit", "user"),
        "flags": flags,
        "metrics": read_metrics(world, project, fields),
        "treatments": read_treatments(world, project, fields, set(flags)),
        "units": 0,
        "skew": 0.0,
    }


def read_flags(world: World, project: str, fields: Fields) -> Document:
    """The flags of an iteration."""
    flags: Document = {}
    for key, flag in fields.mapping("flags").items():
        if store.flags(world).get(f"{project}/{key}") is None:
            raise RefusedError(400, f"{fields.name('flags')} has an unknown flag: {key}")
        flags[key] = {"rule": flag.text("ruleId"), "version": flag.integer("flagConfigVersion")}
    if not flags:
        raise RefusedError(400, f"{fields.name('flags')} must not be empty")
    return flags


def read_metrics(world: World, project: str, fields: Fields) -> list[Document]:
    """The metrics of an iteration; one of them is the primary one, in one of the vendor's ways to say so."""
    single, funnel = fields.text_or("primarySingleMetricKey", ""), fields.text_or("primaryFunnelKey", "")
    chosen = single or funnel
    found: list[Document] = []
    for item in fields.objects("metrics"):
        key = item.text("key")
        kept = store.metric_groups(world) if item.boolean_or("isGroup", default=False) else store.metrics(world)
        known = kept.get(f"{project}/{key}")
        if known is None:
            raise RefusedError(400, f"{item.name('key')} is an unknown metric: {key}")
        # Before 15.0.0 of the vendor's clients, primary was required.
        primary = key == chosen if chosen else item.boolean_or("primary", default=False)
        if not chosen and not store.is_today(world):
            item.boolean("primary")
        found.append({"key": key, "name": known["name"], "kind": known["kind"], "primary": primary})
        if members := known.get("metrics"):
            found[-1]["members"] = members
        if unit := item.text_or("analysisUnit", ""):
            found[-1]["unit"] = unit
    if chosen:
        _check_chosen(fields, found, single, funnel)
    _exactly_one(found, "primary", fields.name("metrics"))
    if len({metric["key"] for metric in found}) < len(found):
        raise RefusedError(400, f"{fields.name('metrics')} has a metric twice")
    return found


def _check_chosen(fields: Fields, found: list[Document], single: str, funnel: str) -> None:
    """The metric that decides is one of the iteration's, and of the kind that its field is for."""
    if single and funnel:
        raise RefusedError(
            400, f"{fields.name('primarySingleMetricKey')} or primaryFunnelKey is required, and not both"
        )
    name = fields.name("primarySingleMetricKey" if single else "primaryFunnelKey")
    chosen = next((one for one in found if one["key"] == (single or funnel)), None)
    if chosen is None:
        raise RefusedError(400, f"{name} is not one of the iteration's metrics: {single or funnel}")
    if bool(chosen.get("members")) != bool(funnel):
        raise RefusedError(400, f"{name} must be {'a group of metrics' if funnel else 'a metric'}: {chosen['key']}")


def read_treatments(world: World, project: str, fields: Fields, flags: set[str]) -> list[Document]:
    """The treatments of an iteration."""
    treatments: list[Document] = [
        {
            "id": store.variation_id(world),
            "name": item.text("name"),
            "baseline": item.boolean("baseline"),
            "allocation": _read_allocation(item),
            "parameters": [_read_parameter(world, project, one, flags) for one in item.objects("parameters")],
        }
        for item in fields.objects("treatments")
    ]
    _exactly_one(treatments, "baseline", fields.name("treatments"))
    if math.fsum(float(treatment["allocation"]) for treatment in treatments) > 100:
        raise RefusedError(400, f"{fields.name('treatments')} allocate more than 100 percent")
    return treatments


def _read_allocation(fields: Fields) -> str:
    text = fields.text("allocationPercent")
    try:
        valid = 0 <= float(text) <= 100
    except ValueError:
        valid = False
    if not valid:
        raise RefusedError(400, f"{fields.name('allocationPercent')} must be a number from 0 to 100, as a string")
    return text


def _read_parameter(world: World, project: str, fields: Fields, flags: set[str]) -> Document:
    key, variation = fields.text("flagKey"), fields.text("variationId")
    if key not in flags:
        raise RefusedError(400, f"{fields.name('flagKey')} is not one of the iteration's flags: {key}")
    known = store.flags(world).get(f"{project}/{key}")
    if known is None or variation not in known["variations"]:
        raise RefusedError(400, f"{fields.name('variationId')} is not a variation of {key}: {variation}")
    return {"flagKey": key, "variationId": variation}


def _exactly_one(items: list[Document], mark: str, where: str) -> None:
    if sum(bool(item[mark]) for item in items) != 1:
        raise RefusedError(400, f"{where} must have exactly one with {mark} true")
