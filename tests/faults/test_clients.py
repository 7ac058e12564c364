"""Faults on real sockets, seen from the clients: every vendor, every transport, and what is sent again or is not."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, nullcontext
from itertools import product
from typing import Any, NamedTuple

import httpx
import pytest

import abclient
from abclient import errors
from abclient.client import Client
from abclient.events import Attempt
from support.clients import VENDORS, connect, session_of
from support.fake import json_request
from support.known import known
from support.server import (
    Script,
    Server,
    answer,
    closed_port,
    nothing_left_behind,
    replies,
    replies_then_closes,
    replies_then_resets,
    replies_then_stalls,
    until,
)

ATTEMPTS = 3
FINE = answer(b'{"a": 1}')
AT_ONCE = ("Retry-After: 0",)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"


class Fault(NamedTuple):
    """What a server does to every request.

    Attributes:
        script: what it does.
        ends: the error that a GET ends in; None for a success.
        reads: how often a GET is sent.
        writes: how often a POST is sent.
        write_ends: the error that a POST ends in, if it is another one.
    """

    script: Script
    ends: type[Exception] | None
    reads: int = ATTEMPTS
    writes: int = 1
    write_ends: type[Exception] | None = None

    @property
    def limits(self) -> abclient.Timeouts:
        """A read timeout that is soon over where it must be reached, and else none that a busy machine reaches."""
        return abclient.Timeouts(connect=60, read=0.1 if self.ends is errors.ReadTimeoutError else 60)


FAULTS = {
    "silence": Fault(replies_then_stalls(b""), errors.ReadTimeoutError),
    "closed before the headers": Fault(replies_then_closes(b""), errors.ResponseLostError),
    "reset before the headers": Fault(replies_then_resets(b""), errors.ResponseLostError),
    "reset in the headers": Fault(replies_then_resets(b"HTTP/1.1 200 OK\r\nConte"), errors.ResponseLostError),
    "reset in the body": Fault(replies_then_resets(HEAD + b"{"), errors.ResponseLostError),
    "a body that is too short": Fault(replies_then_closes(HEAD + b"{}"), errors.ResponseLostError),
    "a body that stalls": Fault(replies_then_stalls(HEAD + b"{"), errors.ReadTimeoutError),
    "429, then fine": Fault(replies(answer(b"", "429 No", *AT_ONCE), FINE), None, 2, 2),
    "503, then fine": Fault(replies(answer(b"", "503 No", *AT_ONCE), FINE), None, 2, 1, errors.ServiceUnavailableError),
    "401 in brotli": Fault(
        replies(answer(b"\x0b\x02\x80{}\x03", "401 No", "Content-Encoding: br")), errors.UnauthorizedError, 1
    ),
    "403 in broken gzip": Fault(
        replies(answer(b"\x1f\x8b\0\0", "403 No", "Content-Encoding: gzip")), errors.ForbiddenError, 1
    ),
    "404 that breaks off": Fault(replies_then_closes(answer(b"not here", "404 No")[:-4]), errors.NotFoundError, 1),
    "429 in brotli, then fine": Fault(
        replies(answer(b"\x0b\x02\x80{}\x03", "429 No", "Content-Encoding: br", *AT_ONCE), FINE), None, 2, 2
    ),
    "a compressed bomb": Fault(
        replies(answer(gzip.compress(bytes(5_000_000)), "200 OK", "Content-Encoding: gzip")),
        errors.ResponseTooLargeError,
        1,
    ),
}


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@asynccontextmanager
async def client_of(vendor: str, url: str, kind: str, **options: Any) -> AsyncGenerator[Client, None]:
    """A vendor's client over this transport, which is closed afterwards."""
    given: dict[str, Any] = {
        "retries": abclient.RetryPolicy(attempts=ATTEMPTS, base_delay=0.001),
        "max_response_bytes": 100_000,
        **options,
    }
    if kind != "httpx":
        async with connect(vendor, url, transport=kind, **given) as client:
            yield client
        return
    async with httpx.AsyncClient(trust_env=False) as own, connect(vendor, url, http_client=own, **given) as client:
        yield client


def in_every_run(name: str, kind: str, vendor: str) -> bool:
    """Whether ``make test`` has it: each fault for a third of the vendors, and for one with each way of sending."""
    third = (list(FAULTS).index(name) + VENDORS.index(vendor)) % 3 == 0
    return third if kind == "httptools" else vendor == VENDORS[0]


@pytest.mark.parametrize(
    ("name", "kind", "vendor"),
    [
        pytest.param(*each, marks=() if in_every_run(*each) else pytest.mark.slow)
        for each in product(FAULTS, ("httptools", "h11", "httpx"), VENDORS)
    ],
)
async def test_a_fault_ends_as_documented(vendor: str, kind: str, name: str) -> None:
    """The documented error or a success; a GET is sent again, a POST that may have arrived is not; nothing is left."""
    fault = FAULTS[name]
    tasks = asyncio.all_tasks()
    for method, ends, times in (
        ("GET", fault.ends, fault.reads),
        ("POST", fault.write_ends or fault.ends, fault.writes),
    ):
        with nothing_left_behind():
            async with Server(fault.script) as server:
                async with client_of(vendor, server.url, kind, timeout=fault.limits) as client:
                    if ends is None:
                        assert await session_of(client).send(json_request(method)) == {"a": 1}
                    else:
                        with pytest.raises(ends) as caught:
                            await session_of(client).send(json_request(method))
                        assert type(caught.value) is ends
                await until(lambda: len(server.requests) >= times)  # noqa: B023  # what was sent may still be on its way
                assert len(server.requests) == times
                await until(lambda: server.open == 0)
    # httpx leaves its nested generators to the loop, which closes them with tasks of a few ticks.
    await until(lambda: asyncio.all_tasks() == tasks)


def unknown_name(*args: Any, **options: Any) -> Any:
    """What asking for an address ends in where there is no such name."""
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
async def test_nobody_there_and_no_such_name_are_not_sent(
    vendor: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What certainly did not arrive is tried again, a POST as well, and ends in NotSentError."""
    attempts: list[Attempt] = []
    with nothing_left_behind():
        for url in (f"http://127.0.0.1:{closed_port()}", "http://no-such-host.invalid"):
            async with client_of(vendor, url, kind, hooks=[attempts.append]) as client:
                with pytest.raises(errors.NotSentError):
                    await session_of(client).send(json_request("POST"))
            monkeypatch.setattr(socket, "getaddrinfo", unknown_name)
    assert [attempt.number for attempt in attempts] == [1, 2, 3, 1, 2, 3]


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
async def test_a_redirect_to_another_host_is_not_followed(vendor: str, kind: str, status: str) -> None:
    """It is an error that says so, and the other host, which would get the credentials, hears nothing."""
    async with Server(replies(FINE)) as other:
        sends_away = answer(b"", status, f"Location: {other.url}/things/7")
        async with Server(replies(sends_away)) as server, client_of(vendor, server.url, kind) as client:
            for method in ("GET", "POST"):
                with pytest.raises(errors.APIError, match="not followed"):
                    await session_of(client).send(json_request(method))
            assert (len(server.requests), other.accepted) == (2, 0)


@pytest.mark.parametrize("kind", ["httptools", "h11", "httpx"])
async def test_a_next_page_on_another_host_is_not_asked_for(vendor: str, kind: str) -> None:
    """The list ends in PagingError after its first page; where lists have no links, nothing leads astray."""
    found = 0
    async with Server(replies(FINE)) as other:
        document, headers = known(vendor).linked_page(f"{other.url}/v2/x")
        page = answer(json.dumps(document).encode(), "200 OK", *headers)
        refused = pytest.raises(errors.PagingError, match="not requested")
        async with Server(replies(page)) as server, client_of(vendor, server.url, kind) as client:
            with refused if known(vendor).follows_links else nullcontext():
                async for _ in known(vendor).some_list(client):
                    found += 1
            assert (found, len(server.requests), other.accepted) == (1, 1, 0)
