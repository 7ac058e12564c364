"""The sandbox's own paths, below ``/_sandbox/``: what it holds, what it was asked, and how it is to fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .faults import Faults, Rule
from .journal import Journal
from .vendor import RefusedError, Vendor, json_bytes, json_response
from .world import World

_MOST_VISITORS = 10**9


def control_routes(
    worlds: Sequence[World], vendors: Sequence[Vendor], faults: Faults, journal: Journal, reset: Callable[[], None]
) -> list[Route]:
    """The routes, for a sandbox with one world an account."""

    async def show_world(request: Request) -> Response:
        world = _world_of(worlds, request.query_params.get("account", "1"))
        body = world.memo("/_sandbox/world", lambda: json_bytes({v.name: v.listing(world) for v in vendors}))
        return Response(body, media_type="application/json")

    async def change_faults(request: Request) -> Response:
        if request.method == "DELETE":
            faults.clear()
        elif request.method == "POST":
            try:
                faults.add(_rules(await request.json()))
            except (TypeError, ValueError, RecursionError) as error:
                return json_response({"error": str(error)}, 400)
        return json_response(faults.as_json(), 201 if request.method == "POST" else 200)

    async def show_requests(request: Request) -> Response:
        if request.method == "DELETE":
            journal.clear()
        return json_response(journal.as_json())

    async def be_reset(request: Request) -> Response:
        reset()
        return Response(status_code=204)

    async def add_visitors(request: Request) -> Response:
        try:
            wanted = _visit_of(await request.json())
        except (ValueError, RecursionError) as error:
            return json_response({"error": str(error)}, 400)
        _visit(_world_of(worlds, str(wanted["account"])), vendors, wanted)
        return Response(status_code=204)

    return [
        Route("/_sandbox/world", show_world, methods=["GET"]),
        Route("/_sandbox/faults", change_faults, methods=["GET", "POST", "DELETE"]),
        Route("/_sandbox/requests", show_requests, methods=["GET", "DELETE"]),
        Route("/_sandbox/reset", be_reset, methods=["POST"]),
        Route("/_sandbox/visitors", add_visitors, methods=["POST"]),
    ]


async def refusal(request: Request, error: Exception) -> Response:
    """The answer to a request for one of the sandbox's own paths that was refused."""
    refused = cast("RefusedError", error)
    return json_response({"error": refused.message}, refused.status)


def _rules(document: object) -> list[Rule]:
    items = cast("list[object]", document) if isinstance(document, list) else [document]
    return [Rule.from_json(item) for item in items]


def _world_of(worlds: Sequence[World], account: str) -> World:
    if account.isascii() and account.isdecimal() and 1 <= int(account[:10]) <= len(worlds):
        return worlds[int(account) - 1]
    raise RefusedError(400, f"there is no account {account!r}; there are {len(worlds)}")


def _visit_of(document: object) -> dict[str, Any]:
    wanted = {"account": 1, **(cast("dict[str, Any]", document) if isinstance(document, dict) else {})}
    if set(wanted) != {"account", "vendor", "experiment", "visitors"}:
        raise ValueError("visitors need a vendor, an experiment and a number of visitors, and may name an account")
    count = wanted["visitors"]
    if type(count) is not int or not 1 <= count <= _MOST_VISITORS:
        raise ValueError(f"visitors must be a whole number between 1 and {_MOST_VISITORS}")
    return wanted


def _visit(world: World, vendors: Sequence[Vendor], wanted: dict[str, Any]) -> None:
    visit = next((vendor.visit for vendor in vendors if vendor.name == wanted["vendor"]), None)
    if visit is None:
        raise RefusedError(400, f"visitors cannot be sent to experiments of {wanted['vendor']!r}")
    with world.transaction():
        try:
            visit(world, str(wanted["experiment"]), wanted["visitors"])
        except RefusedError as refused:
            raise RefusedError(400, refused.message) from None
