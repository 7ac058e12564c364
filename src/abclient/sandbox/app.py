"""The ASGI application: from a request to the vendor that handles it."""

from __future__ import annotations

import asyncio
import sys
import time
import traceback
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext
from datetime import date
from functools import partial
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Message, Receive, Scope, Send

from .._console.terminal import lines_of
from .control import Control, refusal
from .entrance import Entrance
from .faults import Faults, apply_fault
from .journal import Entry, Journal
from .limits import STYLES, Limit, Rate, make_limit, slowdown
from .registry import installed_vendors
from .statistics import generator
from .vendor import ENCODED_SLASH, Call, Operation, RefusedError, Vendor, json_response
from .world import EDITIONS, World

_READING = frozenset({"GET", "HEAD"})


class Account:
    """One account at every vendor.

    Args:
        world: what the vendors hold for it.
        make_limits: makes the rate limit of each vendor that has one, by the vendor's name.
    """

    def __init__(self, world: World, make_limits: Callable[[], Mapping[str, Limit]]) -> None:
        self.world: World = world
        self.limits: Mapping[str, Limit] = make_limits()
        self._make_limits = make_limits

    def reset(self) -> None:
        """Be again as it was at its beginning."""
        self.world.reset()
        self.limits = self._make_limits()


class Gateway:
    """Takes a request to its vendor, through faults, latency, credentials and limits.

    Args:
        accounts: what there is, by account; the first has the documented credentials.
        vendors: the vendors.
        limit_style: one of :data:`abclient.sandbox.limits.STYLES`.
        best: the number of requests in flight with the highest throughput; with more, all take longer. None for any.
        latency: the minimum time until each response, in seconds.
        clock: seconds since 1970, for the limits.
    """

    def __init__(
        self,
        accounts: Sequence[Account],
        vendors: Sequence[Vendor],
        *,
        limit_style: str = "vendor",
        best: int | None = None,
        latency: float = 0.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.faults: Faults = Faults()
        self.journal: Journal = Journal()
        self.accounts: Sequence[Account] = accounts
        self._vendors = vendors
        self._style = STYLES[limit_style].headers
        self._best = best
        self._latency = latency
        self._clock = clock
        self._in_flight = 0

    def reset(self) -> None:
        """Take the accounts back to their beginning; drop faults and what was asked."""
        for account in self.accounts:
            account.reset()
        self.faults.clear()
        self.journal.clear()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        path = _path_of(scope)
        entry = self.journal.open(request, path.replace(ENCODED_SLASH, "%2F"))

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
            await send(message)

        vendor, path = self._vendor_of(path)
        if vendor is None:
            bases = ", ".join(f"/{one.name}{one.base}" for one in self._vendors)
            said = f"no vendor has the path {entry.path}: their APIs are at {bases}"
            await json_response({"error": said}, 404)(scope, receive, noted)
            return
        entry.vendor = vendor.name

        async def answer() -> Response:
            return await self._answer(vendor, request, path, entry)

        try:
            rule = self.faults.take(request.method, entry.path, request.url.query, own=path)
            if rule is not None:
                entry.fault = rule.kind
                await apply_fault(rule, vendor.error, answer, request, noted)
            else:
                await (await answer())(scope, receive, noted)
        except RefusedError as refused:
            await vendor.error(refused.status, refused.message)(scope, receive, noted)
        except ClientDisconnect:
            return  # the client has gone

    def _vendor_of(self, path: str) -> tuple[Vendor | None, str]:
        """Whose path it is, and what it is at the vendor: without the mount, if it is below one."""
        _, first, *_ = f"{path}/".split("/", 2)
        for vendor in self._vendors:
            if first == vendor.name:
                return vendor, path.removeprefix(f"/{vendor.name}")
        return next((vendor for vendor in self._vendors if vendor.alias and path.startswith(vendor.alias)), None), path

    async def _answer(self, vendor: Vendor, request: Request, path: str, entry: Entry) -> Response:
        await self._take_time()
        headers: dict[str, str] = {}
        try:
            entry.account = vendor.authenticate(request, len(self.accounts))
            account = self.accounts[entry.account - 1]
            operation, parameters = vendor.find(vendor.method_of(request), path)
            entry.operation = operation.id
            self._admit(account, vendor, operation, headers)
            body = await request.body()
            entry.keep_body(body)
            account.world.prepare(vendor.name)
            response = self._carry_out(account.world, operation, Call(request, parameters, body))
        except RefusedError as refused:
            response = vendor.error(refused.status, refused.message)
        except ClientDisconnect:
            raise
        except Exception:
            # A mistake of ours reaches the client as a vendor's would, and is shown on our side, without the request.
            sys.stderr.write(lines_of(traceback.format_exc()))
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

    def _admit(self, account: Account, vendor: Vendor, operation: Operation, headers: dict[str, str]) -> None:
        limit = account.limits.get(vendor.name)
        if limit is None:
            return
        state = limit.admit(operation.id, self._clock())
        headers.update((self._style or vendor.limit_headers)(state))
        if not state.allowed:
            raise RefusedError(429, "You've exceeded the API rate limit. Try again later.")

    def _carry_out(self, world: World, operation: Operation, call: Call) -> Response:
        keeps = nullcontext() if operation.method in _READING else world.transaction()
        with keeps:
            return operation.handle(world, call)


def _path_of(scope: Scope) -> str:
    """The path with its segments decoded, in which an encoded slash does not end its segment."""
    raw: bytes = scope.get("raw_path") or b""
    if b"%2f" not in raw.lower():
        return str(scope["path"])
    segments = raw.decode("ascii").split("/")
    return "/".join(unquote(segment).replace("/", ENCODED_SLASH) for segment in segments)


def _seed(world: World, vendors: Sequence[Vendor], experiments: int, *, at_once: bool) -> World:
    """Give every vendor its contents, at once or when it is first asked; what a file has already is left as it is.

    A file keeps the number of experiments that it was made with, and so is made as a whole, at once.
    """
    named = {vendor.name: vendor for vendor in vendors}

    def fill(name: str) -> None:
        if name in named:
            named[name].seed_world(world, generator(world.seed, name), experiments)

    world.fill_when_asked(fill)
    try:
        for name in named if at_once else ():
            world.prepare(name)
        world.allow_reset()
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
    route_limit: str | Rate | None = None,
    token_limit: str | Rate | None = None,
    limit_style: str = "vendor",
    competitor: float = 0.0,
    accounts: int = 1,
    large_ids: bool = False,
    edition: str = "beta",
    hosts: Collection[str] = (),
    clock: Callable[[], float] = time.time,
) -> Starlette:
    """Make the sandbox as an ASGI application.

    Args:
        experiments: how many experiments each vendor holds.
        seed: the same seed, day and number of experiments make the same world.
        today: the day up to whose begin running experiments have counted; None for the day it is, in UTC.
        db: a file to keep the state in; a file that holds a world already keeps it. Further accounts have files of
            their own, with ``-2``, ``-3`` and so on behind the name.
        latency: the minimum time until each response, in seconds.
        rate_limit: ``"100"`` for 100 requests a second, vendor and account, ``"100/10"`` for 100 in every 10 seconds.
        route_limit: likewise for each route, and
        token_limit: for each access token, of vendors that limit these: LaunchDarkly.
        limit_style: one of :data:`abclient.sandbox.limits.STYLES`: how it limits, and what its responses say about it.
        competitor: the part of every limit that a simulated client requests, from 0 to 1.
        accounts: how many accounts each vendor has. The second one is of the next seed, and its credentials are the
            first one's with ``-2`` behind them; and so on.
        large_ids: give one Optimizely id in three 17 digits, which JavaScript's numbers cannot hold.
        edition: one of :data:`abclient.sandbox.world.EDITIONS`, of vendors that have several.
        hosts: names by which clients may call this machine, besides ``localhost`` and addresses.
        clock: seconds since 1970, for the rate limit.

    Raises:
        ValueError: a rate limit, a limit style or an edition that does not exist, or a number that makes no sense.
        sqlite3.Error: the file cannot be opened, or is not a database.
    """
    _check(experiments, latency, limit_style, competitor, accounts)
    if edition not in EDITIONS:
        raise ValueError(f"edition must be one of {', '.join(EDITIONS)}, not {edition!r}")
    rates = _rates(account=rate_limit, route=route_limit, token=token_limit)
    vendors = installed_vendors()

    def account(number: int) -> Account:
        file = db if number == 0 or db == ":memory:" else f"{db}-{number + 1}"
        world = World(file, seed=seed + number, today=today, large_ids=large_ids, edition=edition)
        limits = partial(_limits, vendors, limit_style, rates, competitor, seed + number)
        return Account(_seed(world, vendors, experiments, at_once=db != ":memory:"), limits)

    held = [account(number) for number in range(accounts)]
    gateway = Gateway(
        held,
        vendors,
        limit_style=limit_style,
        best=rates["account"].count if "account" in rates and limit_style == "slowing" else None,
        latency=latency,
        clock=clock,
    )
    return _application(gateway, vendors, hosts)


def _application(gateway: Gateway, vendors: Sequence[Vendor], hosts: Collection[str]) -> Starlette:
    worlds = [account.world for account in gateway.accounts]
    app = Starlette(
        routes=Control(worlds, vendors, gateway.faults, gateway.journal, gateway.reset).routes(),
        exception_handlers={RefusedError: refusal},
    )
    app.add_middleware(Entrance, hosts=hosts)
    app.router.default = gateway  # no Mount: that one takes no path with a line end in it
    app.state.world, app.state.worlds = worlds[0], worlds
    app.state.vendors = vendors
    return app


MAX_ACCOUNTS = 1_000
"""An account with 300 experiments takes about 4 MB of memory."""


def _check(experiments: int, latency: float, limit_style: str, competitor: float, accounts: int) -> None:
    if limit_style not in STYLES:
        raise ValueError(f"the limit style must be one of {', '.join(STYLES)}, not {limit_style!r}")
    if experiments < 0 or not 0 <= latency < float("inf"):
        raise ValueError("experiments and latency must be 0 or more, and finite")
    if not 0 <= competitor <= 1:
        raise ValueError(f"the competitor's share must be between 0 and 1, not {competitor!r}")
    if not 1 <= accounts <= MAX_ACCOUNTS:
        raise ValueError(f"accounts must be between 1 and {MAX_ACCOUNTS}, not {accounts!r}")


def _rates(**given: str | Rate | None) -> dict[str, Rate]:
    return {
        scope: Rate.parse(rate) if isinstance(rate, str) else rate for scope, rate in given.items() if rate is not None
    }


def _limits(
    vendors: Sequence[Vendor], style: str, rates: Mapping[str, Rate], competitor: float, seed: int
) -> dict[str, Limit]:
    made = {
        vendor.name: make_limit(
            style,
            {scope: rate for scope, rate in rates.items() if scope in vendor.limited},
            competitor,
            generator(seed, f"{vendor.name}'s competitor"),
        )
        for vendor in vendors
    }
    return {name: limit for name, limit in made.items() if limit is not None}
