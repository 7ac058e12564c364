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


class Control:
    """The routes, for a sandbox with one world an account."""

    def __init__(
        self,
        worlds: Sequence[World],
        vendors: Sequence[Vendor],
        faults: Faults,
        journal: Journal,
        reset: Callable[[], None],
    ) -> None:
        self._worlds, self._vendors = worlds, vendors
        self._faults, self._journal, self._reset = faults, journal, reset

    def routes(self) -> list[Route]:
        """The sandbox's own paths, below ``/_sandbox/``."""
        return [
            Route("/_sandbox/world", self._world, methods=["GET"]),
            Route("/_sandbox/vendors", self._vendor_paths, methods=["GET"]),
            Route("/_sandbox/faults", self._change_faults, methods=["GET", "POST", "DELETE"]),
            Route("/_sandbox/requests", self._requests, methods=["GET", "DELETE"]),
            Route("/_sandbox/reset", self._be_reset, methods=["POST"]),
            Route("/_sandbox/visitors", self._add_visitors, methods=["POST"]),
        ]

    async def _world(self, request: Request) -> Response:
        world = _world_of(self._worlds, request.query_params.get("account", "1"))
        body = world.memo("/_sandbox/world", lambda: json_bytes({v.name: v.listing(world) for v in self._vendors}))
        return Response(body, media_type="application/json")

    async def _vendor_paths(self, request: Request) -> Response:
        return json_response(
            {
                one.name: {
                    "base_path": f"/{one.name}{one.base}",
                    "credentials": {**one.credentials},
                    "documents_limit": one.documents_limit,
                }
                for one in self._vendors
            }
        )

    async def _change_faults(self, request: Request) -> Response:
        number = request.query_params.get("number", "")
        if request.method == "DELETE" and number.isascii() and number.isdecimal():
            return json_response({"applied": self._faults.remove(int(number[:18]))})
        if request.method == "DELETE":
            self._faults.clear()
        elif request.method == "POST":
            try:
                self._faults.add(_rules(await request.json()))
            except (TypeError, ValueError, RecursionError) as error:
                return json_response({"error": str(error)}, 400)
        return json_response(self._faults.as_json(), 201 if request.method == "POST" else 200)

    async def _requests(self, request: Request) -> Response:
        if request.method == "DELETE":
            self._journal.clear()
        return json_response(self._journal.as_json())

    async def _be_reset(self, request: Request) -> Response:
        self._reset()
        return Response(status_code=204)

    async def _add_visitors(self, request: Request) -> Response:
        try:
            wanted = _visit_of(await request.json())
            _visit(_world_of(self._worlds, str(wanted["account"])), self._vendors, wanted)
        except (ValueError, RecursionError) as error:  # half a surrogate pair is in no database
            return json_response({"error": str(error)}, 400)
        return Response(status_code=204)


async def refusal(request: Request, error: Exception) -> Response:
    """The response to a refused request for one of the sandbox's own paths."""
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
    world.prepare(str(wanted["vendor"]))
    with world.transaction():
        try:
            visit(world, str(wanted["experiment"]), wanted["visitors"])
        except RefusedError as refused:
            raise RefusedError(400, refused.message) from None
