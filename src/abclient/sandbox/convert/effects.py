"""What follows from adding or changing something: keys, scores, variations, times."""

from __future__ import annotations

import re
import time
from statistics import fmean
from typing import Any, cast

from ..statistics import generator
from ..vendor import RefusedError
from ..world import Document, World
from . import store

_RUN = frozenset({"active", "paused", "completed"})
_ATTRIBUTES = {"PIE": ("potential", "importance", "ease"), "ICE": ("impact", "confidence", "ease")}
SETTINGS: dict[str, Any] = {
    "primary_metric": "conversion_rate",
    "stats_engine_processing": {"stats_type": "frequentist", "confidence": 95, "power": 80, "test_type": "two_tails"},
}


def project(world: World, document: Document, before: Document | None) -> None:
    """A project has a snippet, and domains with ids."""
    now = int(time.time())
    known = {one["id"]: one for one in (before or {}).get("domains", [])}
    document["domains"] = [_domain(world, document, one, known) for one in document["domains"]]
    document["modified_at"] = now
    if before is None:
        source = f"//cdn-4.convertexperiments.com/js/{store.ACCOUNT}-{document['id']}.js"
        document |= {
            "account_id": store.ACCOUNT,
            "created_at": now,
            "sdk_key": f"{store.ACCOUNT}/{document['id']}",
            "tracking_snippet": f'<script type="text/javascript" src="{source}"></script>',
        }
        return
    for name in ("settings", "reporting_settings"):
        document[name] = {**before[name], **document[name]}


def _domain(world: World, project: Document, sent: Any, known: dict[int, Document]) -> Document:
    if isinstance(sent, int) and not isinstance(sent, bool):
        found = known.get(sent)
        if found is None:
            raise RefusedError(422, f"domains must be of the project: there is no domain {sent}")
        return found
    fields: Document = cast("Document", sent) if isinstance(sent, dict) else {}
    if not isinstance(fields.get("url"), str):
        raise RefusedError(422, "domains must be ids or objects with a url")
    if fields.get("id") in known:
        return {**known[fields["id"]], **fields}
    made: Document = {"id": store.new_id(world), "url": fields["url"], "code_installed": False}
    store.documents(world, "domain").put(
        str(made["id"]), {**made, "_project": project["id"]}, parent=str(project["id"])
    )
    return made


def domain(world: World, document: Document, before: Document | None) -> None:
    """A domain is an address with its scheme."""
    if not re.match("https?://", document["url"]):
        raise RefusedError(422, "url must begin with http:// or https://")


def keyed(world: World, document: Document, before: Document | None) -> None:
    """Goals and features have a key, unique in their project."""
    if not document.get("key"):
        document["key"] = f"{re.sub('[^a-z0-9]+', '-', document['name'].lower())[:20]}-{document['id'] % 10_000}"


def hypothesis(world: World, document: Document, before: Document | None) -> None:
    """The score is the mean of its attributes, as text."""
    given: dict[str, int] = document["prioritization_score_attributes"]
    names = _ATTRIBUTES[document["prioritization_score_type"]]
    if missing := [name for name in names if name not in given]:
        raise RefusedError(422, f"prioritization_score_attributes.{missing[0]} is required")
    document["prioritization_score"] = f"{fmean(given[name] for name in names):.2f}"
    tags(world, document)


def tagged(world: World, document: Document, before: Document | None) -> None:
    """Tags are ids; new ones are made."""
    tags(world, document)


def tags(world: World, document: Document) -> None:
    """Make the tags that are sent by name."""
    ids: list[int] = []
    sent: list[Any] = document.get("tags") or []
    for one in sent:
        if isinstance(one, dict):
            fields = cast("Document", one)
            if not isinstance(fields.get("name"), str):
                raise RefusedError(422, "tags must be ids or objects with a name")
            made: Document = {
                "id": store.new_id(world),
                "name": fields["name"],
                "description": fields.get("description"),
            }
            place = document["_project"]
            store.documents(world, "tag").put(str(made["id"]), {**made, "_project": place}, parent=str(place))
            ids.append(made["id"])
        else:
            ids.append(one)
    document["tags"] = ids


def sdk_key(world: World, document: Document, before: Document | None) -> None:
    """A key, and its secret, which only the response to its creation shows whole."""
    if before is None:
        number = store.new_id(world)
        document["sdk_key"] = f"{store.ACCOUNT}-{document['_project']}-{number}"
        document["sdk_secret"] = f"sdk-secret-{number}" if document.pop("has_secret", True) else None


def experience(world: World, document: Document, before: Document | None) -> None:
    """What it refers to is of the project, variations get ids, and times follow the status."""
    for field, kind in (("goals", "goal"), ("audiences", "audience"), ("locations", "location")):
        for identifier in document[field]:
            found = store.documents(world, kind).get(str(identifier))
            if found is None or found["_project"] != document["_project"]:
                raise RefusedError(422, f"{field} must be of the project: there is no {kind} {identifier}")
    tags(world, document)
    document["settings"] = _settings((before or {}).get("settings"), document.get("settings"))
    keyed(world, document, before)
    if before is None:
        document |= {"_visitors": 0, "_until": None, "concurrency_key": ""}
        if not document["variations"]:
            document["variations"] = [{"name": "Original Page", "is_baseline": True}, {"name": "Variation 1"}]
    if document.get("primary_goal") is None and document["goals"]:
        document["primary_goal"] = document["goals"][0]
    if before is None or document["variations"] is not before["variations"]:
        known = {one["id"]: one for one in (before or {}).get("variations", [])}
        document["variations"] = [variation(world, one, known) for one in document["variations"]]
        share(document)
    _turn(document, (before or {}).get("status", "draft"))


def _settings(before: Document | None, sent: Document | None) -> dict[str, Any]:
    settings: dict[str, Any] = {**SETTINGS, **(before or {}), **(sent or {})}
    engine: dict[str, Any] = {
        **SETTINGS["stats_engine_processing"],
        **((before or {}).get("stats_engine_processing") or {}),
    }
    settings["stats_engine_processing"] = {**engine, **((sent or {}).get("stats_engine_processing") or {})}
    return settings


def variation(world: World, sent: Document, known: dict[int, Document]) -> Document:
    """A variation as it is kept: a known one with its changes, or a new one."""
    identifier = sent.get("id")
    if identifier is not None and identifier not in known:
        raise RefusedError(422, f"variations must be of the experience: there is no variation {identifier}")
    before = known.get(identifier or 0, {})
    store.check_key(before, sent) if before else None
    made = {**before, **{name: value for name, value in sent.items() if name != "changes"}}
    if not before:
        made |= {"id": store.new_id(world), "status": sent.get("status") or "running", "concurrency_key": ""}
        made.setdefault("name", f"Variation {made['id']}")
        made.setdefault("is_baseline", False)
    made.setdefault("key", f"{made['id']}-{re.sub('[^a-z0-9]+', '-', made['name'].lower())[:20]}")
    if "changes" in sent or not before:
        made["changes"] = changes(world, sent.get("changes") or [], before.get("changes", []))
    made["concurrency_key"] = store.state_key(made)
    return made


def changes(world: World, sent: list[Document], before: list[Document]) -> list[Document]:
    """The changes of a variation: kept by their id, changed, or added."""
    known = {one["id"]: one for one in before}
    found: list[Document] = []
    for one in sent:
        identifier = one.get("id")
        if identifier is not None and identifier not in known:
            raise RefusedError(422, f"changes must be of the variation: there is no change {identifier}")
        if identifier is None and (one.get("type") is None or one.get("data") is None):
            raise RefusedError(422, "changes must have a type and data")
        change = {**known.get(identifier or 0, {"id": store.new_id(world)}), **one}
        change["id"] = identifier or change["id"]
        change["concurrency_key"] = store.state_key(change)
        found.append(change)
    return found


def share(experience: Document) -> None:
    """Give variations without a share what the others leave, in equal parts; make the first the baseline if none is."""
    rows: list[Document] = experience["variations"]
    waiting = [row for row in rows if row.get("traffic_distribution") is None]
    left = max(0.0, 100 - sum(row.get("traffic_distribution") or 0 for row in rows))
    for row in waiting:
        row["traffic_distribution"] = round(left / len(waiting), 4)
    if rows and not any(row.get("is_baseline") for row in rows):
        rows[0]["is_baseline"] = True


def _turn(experience: Document, before: str) -> None:
    """What follows from a change of status."""
    status = experience["status"]
    experience.setdefault("start_time", None)
    experience.setdefault("end_time", None)
    if status == before:
        return
    now = int(time.time())
    if status == "draft" and experience["start_time"] and before in _RUN:
        raise RefusedError(422, "status must not be draft once the experience has started")
    if status == "active":
        experience |= {"_until": None, "end_time": None, "start_time": experience["start_time"] or now}
    elif before == "active":
        experience["_until"] = now
    if status in {"completed", "archived"} and experience["start_time"]:
        experience["end_time"] = experience["end_time"] or experience["_until"] or now


def visitors(world: World, experience: Document) -> int:
    """How many visitors an experience has, once it has started."""
    return round(10 ** generator(world.seed, "convert", experience["id"]).uniform(3.2, 5))


def visit(world: World, identifier: str, count: int) -> None:
    """Add visitors to an active experience."""
    experience = store.documents(world, "experience").get(identifier)
    if experience is None or experience["status"] != "active":
        raise RefusedError(400, f"There is no active experience {identifier}")
    experience["_visitors"] += count
    store.keep(world, "experience", experience)
