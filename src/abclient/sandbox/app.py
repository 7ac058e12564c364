"""The ASGI application: from a request to the vendor that answers it."""

from __future__ import annotations

import asyncio
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from typing import cast
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import Receive, Scope, Send

from .faults import Faults, Rule, play
from .limits import STYLES, FixedWindow, Rate
from .registry import VENDORS
from .statistics import generator
from .vendor import Call, Operation, RefusedError, Vendor, json_bytes, json_response
from .world import World

_READING = frozenset({"GET", "HEAD"})


class Gateway:
    """Takes a request to its vendor, through faults, latency, credentials and limits.

    Args:
        world: what the vendors hold.
        vendors: who answers.
        limits: the rate limit of each vendor that has one, by the vendor's name.
        limit_style: one of :data:`abclient.sandbox.limits.STYLES`.
        latency: seconds every answer takes at least.
    """

    def __init__(
        self,
        world: World,
        vendors: Sequence[Vendor],
        *,
        limits: Mapping[str, FixedWindow],
        limit_style: str = "vendor",
        latency: float = 0.0,
    ) -> None:
        self.faults: Faults = Faults()
        self._world = world
        self._vendors = vendors
        self._limits = limits
        self._style = STYLES[limit_style]
        self._latency = latency

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        path = _path_of(scope)
        vendor = next((vendor for vendor in self._vendors if path.startswith(vendor.prefix)), None)
        if vendor is None:
            await json_response({"error": f"no vendor has the path {path}"}, 404)(scope, receive, send)
            return

        async def answer() -> Response:
            return await self._answer(vendor, request, path)

        try:
            rule = self.faults.take(request.method, path, request.url.query)
            if rule is not None:
                await play(rule, vendor.error, answer, request, send)
            else:
                await (await answer())(scope, receive, send)
        except ClientDisconnect:
            return  # nobody is left to answer

    async def _answer(self, vendor: Vendor, request: Request, path: str) -> Response:
        if self._latency:
            await asyncio.sleep(self._latency)
        headers: dict[str, str] = {}
        try:
            vendor.guard(request)
            operation, parameters = vendor.find(vendor.method_of(request), path)
            self._admit(vendor, operation, headers)
            response = self._carry_out(operation, Call(request, parameters, await request.body()))
        except RefusedError as refusal:
            response = vendor.error(refusal.status, refusal.message)
        except ClientDisconnect:
            raise
        except Exception:
            # A mistake of ours reaches the client as a vendor's would, and is shown on our side, without the request.
            traceback.print_exc(file=sys.stderr)
            response = vendor.error(500, "The sandbox failed; its error output says why")
        response.headers.update(headers)
        return response

    def _admit(self, vendor: Vendor, operation: Operation, headers: dict[str, str]) -> None:
        limit = self._limits.get(vendor.name)
        if limit is None:
            return
        standing = limit.admit(operation.id)
        headers.update((self._style or vendor.limit_headers)(standing))
        if not standing.allowed:
            raise RefusedError(429, "You've exceeded the API rate limit. Try again later.")

    def _carry_out(self, operation: Operation, call: Call) -> Response:
        keeps = nullcontext() if operation.method in _READING else self._world.transaction()
        with keeps:
            return operation.handle(self._world, call)


def _path_of(scope: Scope) -> str:
    """The path with its segments decoded, except that an encoded slash stays inside its segment."""
    raw: bytes = scope.get("raw_path") or b""
    if b"%2f" not in raw.lower():
        return str(scope["path"])
    segments = raw.decode("ascii").split("/")
    return "/".join(unquote(segment).replace("/", "%2F") for segment in segments)


def _filled_world(db: str, seed: int, experiments: int) -> World:
    """A world in which every vendor has its contents; what is in the file already is left as it is."""
    world = World(db, seed=seed)
    try:
        for vendor in VENDORS:
            if not world.is_filled(vendor.name):
                with world.transaction():
                    vendor.fill(world, generator(world.seed, vendor.name), experiments)
                    world.mark_filled(vendor.name)
    except BaseException:
        world.close()
        raise
    return world


def create_app(
    *,
    experiments: int = 300,
    seed: int = 1,
    db: str = ":memory:",
    latency: float = 0.0,
    rate_limit: str | Rate | None = None,
    limit_style: str = "vendor",
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """Make the sandbox as an ASGI application.

    Args:
        experiments: how many experiments each vendor holds.
        seed: the same seed and number of experiments make the same world.
        db: a file to keep the state in; a file that holds a world already keeps it.
        latency: seconds every answer takes at least.
        rate_limit: ``"100"`` for 100 requests a second and vendor, ``"100/10"`` for 100 in every 10 seconds.
        limit_style: ``"vendor"`` for the headers each vendor sends, ``"retry-after"`` for that header alone, on a
            refusal, or ``"silent"`` for none.
        clock: seconds since 1970, for the rate limit.

    Raises:
        ValueError: a rate limit or a limit style that does not exist.
        sqlite3.Error: the file cannot be opened, or is no database.
    """
    if limit_style not in STYLES:
        raise ValueError(f"the limit style must be one of {', '.join(STYLES)}, not {limit_style!r}")
    if experiments < 0 or not 0 <= latency < float("inf"):
        raise ValueError("experiments and latency must be 0 or more, and finite")
    rate = Rate.parse(rate_limit) if isinstance(rate_limit, str) else rate_limit
    limits = {vendor.name: FixedWindow(rate, clock) for vendor in VENDORS} if rate else {}
    world = _filled_world(db, seed, experiments)
    gateway = Gateway(world, VENDORS, limits=limits, limit_style=limit_style, latency=latency)
    app = Starlette(routes=[*_own_routes(world, gateway.faults), Mount("", app=gateway)])
    app.state.world = world
    return app


def _own_routes(world: World, faults: Faults) -> list[Route]:
    async def show_world(request: Request) -> Response:
        body = world.memo("/_sandbox/world", lambda: json_bytes({v.name: v.listing(world) for v in VENDORS}))
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

    return [
        Route("/_sandbox/world", show_world, methods=["GET"]),
        Route("/_sandbox/faults", change_faults, methods=["GET", "POST", "DELETE"]),
    ]


def _rules(document: object) -> list[Rule]:
    items = cast("list[object]", document) if isinstance(document, list) else [document]
    return [Rule.from_json(item) for item in items]
