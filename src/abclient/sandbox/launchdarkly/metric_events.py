"""The import of metric events, which has an address of its own at the vendor's."""

from __future__ import annotations

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError
from ..world import World
from . import store
from .lists import listed

_SCHEMA = "4"


def import_events(world: World, call: Call) -> Response:
    """Take events, and count them by key; a batch with the same payload id is taken once."""
    parent = store.environment_of(world, call.path["project"], call.path["environment"])
    if call.headers.get("x-launchdarkly-event-schema") != _SCHEMA:
        raise RefusedError(400, f"X-LaunchDarkly-Event-Schema must be {_SCHEMA}")
    if not call.headers.get("user-agent", "").startswith("MetricImport-"):
        raise RefusedError(400, "User-Agent must be MetricImport-COMPANY-int/VERSION")
    events = [Fields(one, f"[{place}]") for place, one in enumerate(listed(call, "events"))]
    for one in events:
        if one.text("kind") != "custom":
            raise RefusedError(400, f"{one.name('kind')} must be custom")
        one.text("key")
        one.integer("creationDate")
        if not one.object_or("contextKeys", {}):
            raise RefusedError(400, f"{one.name('contextKeys')} is required")
    batches = world.collection(store.NAME, "event batch")
    payload = call.headers.get("x-launchdarkly-payload-id") or store.variation_id(world)
    if batches.get(payload) is None:
        batches.put(payload, {"events": len(events)}, parent=parent)
    return Response(status_code=202)


def imported(world: World) -> int:
    """How many events were taken."""
    return sum(one["events"] for one in world.collection(store.NAME, "event batch").find())
