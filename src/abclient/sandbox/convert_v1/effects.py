"""What follows from adding or changing something: scores are computed, variations get ids, an experience starts."""

from __future__ import annotations

import re
import time
from statistics import fmean
from typing import Any

from ..statistics import generator
from ..vendor import RefusedError
from ..world import Document, World
from . import store
from .crud import today

_ATTRIBUTES = {"PIE": ("potential", "importance", "ease"), "ICE": ("impact", "confidence", "ease")}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RUN = frozenset({"active", "paused", "completed"})


def project(world: World, document: Document, before: Document | None) -> None:
    """A new project belongs to the account and has its snippet."""
    if before is not None:
        document["reporting_settings"] = before["reporting_settings"] | document["reporting_settings"]
        return
    identifier = document["_id"]
    source = f"//cdn-3.convertexperiments.com/js/{store.ACCOUNT}-{identifier}.js"
    document |= {
        "account_id": store.ACCOUNT,
        "created_at": today(),
        "tracking_snippet": f'<script type="text/javascript" src="{source}"></script>',
    }


def hypothesis(world: World, document: Document, before: Document | None) -> None:
    """The score is the mean of its model's attributes; responses have it as text."""
    for name in ("start_date", "end_date"):
        if document.get(name) and not _DAY.fullmatch(document[name]):
            raise RefusedError(422, f"{name} must be a day such as 2024-06-01")
    if before is None:
        document |= {"project_id": int(document["_project"]), "created_at": f"{today()} 12:00:00"}
    given: dict[str, int] = document.get("prioritization_score_attributes") or {}
    names = _ATTRIBUTES[document["prioritization_score_type"]]
    values = [given[name] for name in names if given.get(name) is not None]
    if len(values) == len(names):
        document["prioritization_score"] = f"{fmean(values):.2f}"
    elif not isinstance(document.get("prioritization_score"), str):
        document["prioritization_score"] = f"{document.get('prioritization_score') or 0:.2f}"
    for tag in document["tags"]:
        tag.setdefault("id", int(store.new_id(world)))


def audience(world: World, document: Document, before: Document | None) -> None:
    """A segment is marked, or says so by its type."""
    asked = document.pop("is_segment", None)
    marked = (before or {}).get("_segment", False) if asked is None else asked
    document["_segment"] = bool(marked or document["audience_type"] == "segmentation")


def goal(world: World, document: Document, before: Document | None) -> None:
    """A goal is as it was sent."""


def experience(world: World, document: Document, before: Document | None) -> None:
    """Goals and audiences are named, variations get ids, and times follow the status."""
    for field, kind, name in (("goals", "goal", "goal_name"), ("audiences", "audience", "audience_name")):
        if field in document:
            document[field] = [_named(world, document, kind, one["id"], name) for one in document[field]]
    if document["experience_type"] == "personalization":
        document.pop("goals", None)
    if before is None:
        document |= {"_visitors": 0, "_until": None}
        if not document["variations"]:
            document["variations"] = [{"variation": {"name": name}} for name in ("Original Page", "Variation 1")]
    if before is None or document["variations"] is not before["variations"]:
        known = {one["variation"]["id"]: one["variation"] for one in (before or {}).get("variations", [])}
        document["variations"] = [_variation(world, one, known) for one in document["variations"]]
        share(document)
    _turn(world, document, (before or {}).get("experience_status", "draft"))


def _named(world: World, experience: Document, kind: str, identifier: str, name: str) -> dict[str, Any]:
    found = store.documents(world, kind).get(identifier)
    if found is None or found["_project"] != experience["_project"]:
        raise RefusedError(422, f"{kind}s must be of the project: there is no {kind} {identifier}")
    return {"id": identifier, "name": found[name]}


def _variation(world: World, sent: dict[str, Any], known: dict[str, Document]) -> dict[str, Any]:
    fields: dict[str, Any] = sent.get("variation") or {}
    identifier = fields.get("id")
    # Ids that the experience does not know are passed over: the documented bodies have them on new variations too.
    variation = {**known.get(identifier, {}), **fields} if identifier in known else dict(fields)
    if identifier not in known:
        variation["id"] = store.new_id(world)
    variation.setdefault("name", f"Variation {variation['id']}")
    percentage = sent.get("percentage", variation.get("percentage"))
    return {"variation": variation, "percentage": percentage}


def share(experience: Document) -> None:
    """Give variations without a percentage what the others leave, in equal parts."""
    rows = experience["variations"]
    open_rows = [row for row in rows if row["percentage"] is None]
    left = max(0.0, 100 - sum(row["percentage"] or 0 for row in rows))
    for row in rows:
        if row in open_rows:
            row["percentage"] = round(left / len(open_rows), 2)
        row["variation"]["percentage"] = row["percentage"]


def _turn(world: World, experience: Document, before: str) -> None:
    """What follows from a change of status."""
    status = experience["experience_status"]
    if status == before:
        return
    now = int(time.time())
    if status == "draft" and experience["start_time"] and before in _RUN:
        raise RefusedError(422, "experience_status must not be draft once the experience has started")
    if status == "active":
        experience |= {"_until": None, "end_time": 0, "start_time": experience["start_time"] or now}
    elif before == "active":
        experience["_until"] = now
    if status in {"completed", "archived"} and experience["start_time"]:
        experience["end_time"] = experience["end_time"] or experience["_until"] or now


def visitors(world: World, experience: Document) -> int:
    """How many visitors an experience has, once it has started."""
    return round(10 ** generator(world.seed, "convert", experience["_id"]).uniform(3.2, 5))


def visit(world: World, identifier: str, count: int) -> None:
    """Add visitors to an active experience."""
    experience = store.documents(world, "experience").get(identifier)
    if experience is None or experience["experience_status"] != "active":
        raise RefusedError(400, f"There is no active experience {identifier}")
    experience["_visitors"] += count
    store.keep(world, "experience", experience)
