"""The Flags Scheduling API, whose errors are FastAPI's. Nothing that is scheduled is ever done here."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from starlette.responses import Response

from ..shapes import (
    Reader,
    Shape,
    anything,
    basis_points,
    integer,
    list_of,
    one_of,
    read_changes,
    read_new,
    record,
    required,
    text,
)
from ..vendor import Call, Handler, RefusedError, json_response
from ..world import Document, World
from . import shape, store
from .pages import whole

_DAY, _TIME = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d\d:\d\d")


def _time(value: object, where: str) -> dict[str, str]:
    read = record({name: required(text) for name in ("date", "time", "time_zone")})(value, where)
    if not _DAY.fullmatch(read["date"]) or not _TIME.fullmatch(read["time"]):
        raise RefusedError(400, f"{where} must have a date such as 2026-01-31 and a time such as 20:14")
    try:
        there = datetime.fromisoformat(f"{read['date']}T{read['time']}").replace(tzinfo=ZoneInfo(read["time_zone"]))
        utc = store.moment(there.timestamp())
    except (LookupError, OverflowError, OSError, ValueError):  # an unknown time zone is a KeyError
        raise RefusedError(400, f"{where} must have a time that exists, in a time zone such as Europe/Berlin") from None
    return {name: read[name] for name in ("date", "time", "time_zone")} | {"utc_time": utc}


_ACTION: Shape = {
    "subject": required(record({"key": required(text), "type": required(one_of("flag", "rule"))})),
    "changed_element": required(one_of("status", "percentage_included", "audience_conditions")),
    "value": required(anything),
}
_VALUES: dict[str, Reader] = {
    "status": one_of("on", "off"),
    "percentage_included": basis_points,
    "audience_conditions": shape.conditions,
}


def _action(value: object, where: str) -> dict[str, Any]:
    action: dict[str, Any] = record(_ACTION)(value, where)
    element = action["changed_element"]
    _VALUES[element](action["value"], f"{where}.value")
    if action["subject"]["type"] == "flag" and element != "status":
        raise RefusedError(400, f"{where}.changed_element of a flag must be status")
    return action


_SCHEDULE: Shape = {
    "account_id": required(integer),
    "environment": required(text),
    "actions": required(list_of(_action)),
    "schedule": required(_time),
}


def in_style(handle: Callable[[World, Call], Response]) -> Handler:
    """The handler, with the errors of this API and of the Permission Service."""

    def handled(world: World, call: Call) -> Response:
        try:
            return handle(world, call)
        except RefusedError as refused:
            if refused.status != 400:
                return json_response({"details": refused.message, "status": refused.status}, refused.status)
            place, _, said = refused.message.partition(" ")
            detail = [{"loc": ["body", *place.split(".")], "msg": said, "type": "value_error"}]
            return json_response({"detail": detail, "status": 422}, 422)

    return handled


def _flag(world: World, call: Call) -> Document:
    project = store.find(world, "project", call.path["project_id"])["id"]
    return store.find(world, "flag", project, call.path["flag_key"])


def list_schedules(world: World, call: Call) -> Response:
    """The scheduled changes of a flag."""
    flag = _flag(world, call)
    found = store.documents(world, "schedule").find(parent=store.place(flag["project_id"], flag["key"]))
    if "environment" in call.query:
        found = [one for one in found if one["environment"] == call.query["environment"]]
    if "applies_to" in call.query:
        keys = call.query["applies_to"]
        found = [one for one in found if any(action["subject"]["key"] == keys for action in one["actions"])]
    for name, is_kept in (("scheduled_from", operator.ge), ("scheduled_till", operator.le)):
        if name in call.query:
            wanted = _moment(name, call.query[name])
            found = [one for one in found if is_kept(one["schedule"]["utc_time"], wanted)]
    if call.query.get("order", "asc") not in ("asc", "desc"):
        raise RefusedError(400, "order must be asc or desc")
    found.sort(key=lambda one: one["schedule"]["utc_time"], reverse=call.query.get("order") == "desc")
    number, size = whole(call.query, "page_no", 1), whole(call.query, "page_size", 100, 1000)
    items = found[(number - 1) * size : number * size]
    return json_response({"items": items, "total": len(found), "has_more": number * size < len(found)})


def _moment(name: str, value: str) -> str:
    try:
        there = datetime.fromisoformat(value)
        return store.moment((there if there.tzinfo else there.replace(tzinfo=UTC)).timestamp())
    except (OverflowError, OSError, ValueError):
        raise RefusedError(400, f"{name} must be a time, such as 2026-01-31T20:14:00Z") from None


def create_schedule(world: World, call: Call) -> Response:
    """Schedule a change."""
    flag, when = _flag(world, call), store.now()
    document = read_new(_SCHEDULE, call.json())
    _check_place(world, flag, document)
    document |= {
        "id": store.new_id(world),
        "project_id": flag["project_id"],
        "flag_key": flag["key"],
        "status": "PENDING",
        "completed_at": None,
        "created_at": when,
        "updated_at": when,
        "created_by": "me@example.com",
        "updated_by": "me@example.com",
    }
    _keep(world, document)
    return json_response(document, 201)


def _check_place(world: World, flag: Document, document: Document) -> None:
    """The environment must exist, and what changes in it be the flag or one of its rules there."""
    at = store.place(flag["project_id"], flag["key"], document["environment"])
    ruleset = store.documents(world, "ruleset").get(at)
    if ruleset is None:
        raise RefusedError(400, f"environment {document['environment']} does not exist")
    known = {"flag": [flag["key"]], "rule": [*ruleset["rules"]]}
    for index, action in enumerate(document["actions"]):
        if action["subject"]["key"] not in known[action["subject"]["type"]]:
            raise RefusedError(400, f"actions[{index}].subject does not exist in {document['environment']}")


def _keep(world: World, document: Document) -> None:
    at = store.place(document["project_id"], document["flag_key"], document["id"])
    store.keep(world, "schedule", at, document)


def _schedule(world: World, call: Call) -> Document:
    flag = _flag(world, call)
    return store.find(world, "schedule", flag["project_id"], flag["key"], call.path["schedule_id"])


def update_schedule(world: World, call: Call) -> Response:
    """Change a scheduled change."""
    document = _schedule(world, call) | read_changes(_SCHEDULE, call.json()) | {"updated_at": store.now()}
    _check_place(world, _flag(world, call), document)
    _keep(world, document)
    return json_response(document)


def delete_schedule(world: World, call: Call) -> Response:
    """Delete a scheduled change."""
    document = _schedule(world, call)
    at = store.place(document["project_id"], document["flag_key"], document["id"])
    store.documents(world, "schedule").delete(at)
    return Response(status_code=204)


def get_approval_settings(world: World, call: Call) -> Response:
    """The approval settings of an environment, which are the same for all."""
    project = store.find(world, "project", call.path["project_id"])["id"]
    found = store.documents(world, "environment").find(parent=str(project))
    environment = next((one for one in found if str(one["id"]) == call.path["environment_id"]), None)
    if environment is None:
        raise RefusedError(404, "There is no such environment")
    settings: dict[str, Any] = {
        "id": environment["id"] + 1,
        "project_id": project,
        "environment_id": environment["id"],
        "entity_type": "flag",
        "require_approval_on_new_entities": False,
        "default_preferences": {"status": False},
        "notification_recipients": [],
        "approvers": [{"user_id": 1, "email": "me@example.com"}],
        "entities": [],
        "created_at": environment["_created"],
        "updated_at": environment["_created"],
    }
    return json_response(settings)
