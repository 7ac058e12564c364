"""The ASGI application: from a request to the vendor that answers it."""

from __future__ import annotations

import asyncio
import sys
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from typing import cast
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .faults import Faults, Rule, play
from .limits import STYLES, Limit, Rate, make_limit, slowdown
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
        best: how many requests in flight are answered fastest; beyond, all take longer. None for any number.
        latency: seconds every answer takes at least.
        clock: seconds since 1970, for the limits.
    """

    def __init__(
        self,
        world: World,
        vendors: Sequence[Vendor],
        *,
        limits: Mapping[str, Limit],
        limit_style: str = "vendor",
        best: int | None = None,
        latency: float = 0.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.faults: Faults = Faults()
        self._world = world
        self._vendors = vendors
        self._limits = limits
        self._style = STYLES[limit_style].headers
        self._best = best
        self._latency = latency
        self._clock = clock
        self._in_flight = 0

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
        await self._take_time()
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

    async def _take_time(self) -> None:
        self._in_flight += 1
        try:
            if self._latency:
                slower = slowdown(self._in_flight, self._best) if self._best else 1.0
                await asyncio.sleep(self._latency * slower)
        finally:
            self._in_flight -= 1

    def _admit(self, vendor: Vendor, operation: Operation, headers: dict[str, str]) -> None:
        limit = self._limits.get(vendor.name)
        if limit is None:
            return
        standing = limit.admit(operation.id, self._clock())
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


def _filled_world(db: str, seed: int, today: date | None, experiments: int) -> World:
    """A world in which every vendor has its contents; what is in the file already is left as it is."""
    world = World(db, seed=seed, today=today)
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
    today: date | None = None,
    db: str = ":memory:",
    latency: float = 0.0,
    rate_limit: str | Rate | None = None,
    limit_style: str = "vendor",
    competitor: float = 0.0,
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """Make the sandbox as an ASGI application.

    Args:
        experiments: how many experiments each vendor holds.
        seed: the same seed, day and number of experiments make the same world.
        today: the day up to whose begin running experiments have counted; None for the day it is, in UTC.
        db: a file to keep the state in; a file that holds a world already keeps it.
        latency: seconds every answer takes at least.
        rate_limit: ``"100"`` for 100 requests a second and vendor, ``"100/10"`` for 100 in every 10 seconds.
        limit_style: one of :data:`abclient.sandbox.limits.STYLES`: how it limits, and whether its answers say so.
        competitor: the part of every limit that somebody else asks for, from 0 to 1.
        clock: seconds since 1970, for the rate limit.

    Raises:
        ValueError: a rate limit or a limit style that does not exist.
        sqlite3.Error: the file cannot be opened, or is no database.
    """
    if limit_style not in STYLES:
        raise ValueError(f"the limit style must be one of {', '.join(STYLES)}, not {limit_style!r}")
    if experiments < 0 or not 0 <= latency < float("inf"):
        raise ValueError("experiments and latency must be 0 or more, and finite")
    if not 0 <= competitor <= 1:
        raise ValueError(f"the competitor's share must be between 0 and 1, not {competitor!r}")
    rate = Rate.parse(rate_limit) if isinstance(rate_limit, str) else rate_limit
    world = _filled_world(db, seed, today, experiments)
    gateway = Gateway(
        world,
        VENDORS,
        limits=_limits(limit_style, rate, competitor, seed) if rate else {},
        limit_style=limit_style,
        best=rate.count if rate and limit_style == "slowing" else None,
        latency=latency,
        clock=clock,
    )
    app = Starlette(routes=_own_routes(world, gateway.faults))
    app.router.default = gateway  # no Mount: that one takes no path with a line end in it
    app.state.world = world
    return app


def _limits(style: str, rate: Rate, competitor: float, seed: int) -> dict[str, Limit]:
    made = {v.name: make_limit(style, rate, competitor, generator(seed, f"{v.name}'s competitor")) for v in VENDORS}
    return {name: limit for name, limit in made.items() if limit is not None}


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
