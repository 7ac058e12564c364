"""Schedules: the newest one of an experiment is active."""

from __future__ import annotations

from starlette.responses import Response

from ..vendor import Call, RefusedError, json_response
from ..world import Document, World
from . import bodies, store

_CHECKS: dict[str, bodies.Check] = {
    "start_time": bodies.nullable(bodies.moment),
    "stop_time": bodies.nullable(bodies.moment),
}


def create_schedule(world: World, call: Call) -> Response:
    """A new schedule, which is active from now on in place of the others."""
    experiment = store.named(world, call, "experiment")
    given = bodies.read(call, _CHECKS)
    _check(given)
    for former in store.children(world, "schedule", experiment["id"]):
        store.keep(world, "schedule", former | {"status": "INACTIVE"})
    schedule = new_schedule(world, experiment["id"]) | given
    store.keep(world, "schedule", schedule)
    return json_response(schedule, 201)


def update_schedule(world: World, call: Call) -> Response:
    """Change the times that were sent, of which there must be one."""
    schedule = store.named(world, call, "schedule")
    given = bodies.read(call, _CHECKS)
    schedule |= given
    _check(given)
    _check(schedule)
    store.keep(world, "schedule", schedule)
    return json_response(schedule, 202)


def new_schedule(world: World, experiment: int) -> Document:
    """A schedule without times."""
    return {
        "id": store.new_id(world),
        "experiment_id": experiment,
        "status": "ACTIVE",
        "start_time": None,
        "stop_time": None,
    }


def _check(times: Document) -> None:
    if times.get("start_time") is None and times.get("stop_time") is None:
        raise RefusedError(400, "start_time or stop_time is required")
