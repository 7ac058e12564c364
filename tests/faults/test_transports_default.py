"""The default transport: which library sends, and what its own parser and timers must not be talked into."""

from __future__ import annotations

import asyncio
import sys
import tracemalloc

import httpx
import pytest
import respx

import abclient
from abclient.errors import ConfigurationError, ReadTimeoutError, ResponseLostError
from abclient.events import Attempt
from abclient.options import Timeouts
from abclient.transports import open_transport
from support.server import OK, Peer, Server, answer, closed_port, forwarding_proxy, replies, until
from support.wire import wire_request


@pytest.mark.parametrize(
    ("choice", "there", "expected"),
    [
        (None, True, "httptools"),
        ("httptools", True, "httptools"),
        ("h11", True, "h11"),
        (None, False, "h11"),
        ("h11", False, "h11"),
    ],
)
async def test_the_default_is_httptools_where_it_is(
    choice: str | None, there: bool, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are interpreters and machines for which it has no wheels."""
    if not there:
        hide_httptools(monkeypatch)
    async with Server(replies(OK)) as server:
        request = wire_request(server.url)
        transport = open_transport(choice, trust_env=False)
        await transport.send(request)
        await transport.aclose()
    assert request.sent_by == expected


def test_what_is_asked_for_and_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever wants httptools alone is told that it is not there."""
    hide_httptools(monkeypatch)
    with pytest.raises(ConfigurationError, match="'httptools' needs httptools, which is not installed"):
        open_transport("httptools", trust_env=False)


def hide_httptools(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httptools", None)
    monkeypatch.delitem(sys.modules, "abclient.transports._httptools_reader", raising=False)


def test_the_transport_that_is_gone_is_named_with_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """As argument and in the environment."""
    told = "no transport 'aiohttp'; the choices are: 'httptools', 'h11'"
    with pytest.raises(ConfigurationError, match=told):
        open_transport("aiohttp")
    monkeypatch.setenv("ABCLIENT_TRANSPORT", "aiohttp")
    with pytest.raises(ConfigurationError, match=told):
        abclient.LaunchDarkly(token="t")


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("directly", "httptools"),
        ("by name", "h11"),
        ("through a proxy", "httptools"),
        ("patched", "httpx"),
        ("handed in", "httpx"),
        ("refused", "httptools"),
    ],
)
async def test_an_attempt_says_which_library_sent_it(how: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever looks for a difference between two requests sees whether two libraries sent them."""
    seen: list[Attempt] = []
    options: dict[str, object] = {"transport": "h11"} if how == "by name" else {}
    async with Server(forwarding_proxy([])) as proxy, Server(replies(answer(b'{"key": "one"}'))) as server:
        url = f"http://127.0.0.1:{closed_port()}" if how == "refused" else server.url
        if how == "through a proxy":
            monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")
        async with httpx.AsyncClient(trust_env=False) as own:
            if how == "handed in":
                options["http_client"] = own
            client = abclient.LaunchDarkly(token="t", base_url=url, retries=0, hooks=[seen.append], **options)  # type: ignore[arg-type]  # chosen above
            async with client:
                if how == "patched":
                    with respx.mock(base_url=url) as mocked:
                        mocked.get(path__regex=".*").respond(json={"key": "one"})
                        await client.flags("project").get("one")
                elif how == "refused":
                    with pytest.raises(abclient.NotSentError):
                        await client.flags("project").get("one")
                else:
                    await client.flags("project").get("one")
    assert [attempt.sent_by for attempt in seen] == [expected]


FLOODS = {
    "interim responses": (b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"),
    "a status line": (b"HTTP/1.1 200 ", b"O" * 70),
    "one header": (b"HTTP/1.1 200 OK\r\nX: ", b"x" * 70),
    "a chunk extension": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;", b"x" * 70),
    "trailers": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n", b"X-Sum: 1\r\n" * 7),
    "one trailer": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\nX: ", b"x" * 70),
}


@pytest.mark.parametrize("case", FLOODS)
async def test_what_is_no_content_is_bounded(kind: str, case: str) -> None:
    """The parser bounds nothing: what it would take for ever ends the call, with little memory."""
    begin, more = FLOODS[case]

    async def floods(peer: Peer) -> None:
        await peer.request()
        await peer.send(begin)
        while True:
            await peer.send(more * 100)

    async with Server(floods) as server:
        transport = open_transport(kind, trust_env=False)
        tracemalloc.start()
        try:
            with pytest.raises(ResponseLostError, match="no valid HTTP response"):
                await transport.send(wire_request(server.url))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        await transport.aclose()
    assert peak < 3_000_000


async def test_one_timer_keeps_every_requests_own_limit(kind: str) -> None:
    """A shorter limit than that of the request before holds, and a longer one is not cut to what is left of it."""
    slow = asyncio.Event()

    async def slow_at_last(peer: Peer) -> None:
        while True:
            number = len((await peer.request()).partition(b"?")[2].partition(b" ")[0])
            if number:
                await asyncio.wait_for(slow.wait(), 60)
            await peer.send(OK)

    async with Server(slow_at_last) as server:
        transport = open_transport(kind, trust_env=False)
        await transport.send(wire_request(server.url, timeouts=Timeouts(read=60)))
        with pytest.raises(ReadTimeoutError):
            await transport.send(wire_request(server.url + "/?x", timeouts=Timeouts(read=0.05)))
        await transport.send(wire_request(server.url, timeouts=Timeouts(read=0.3)))
        call = asyncio.create_task(transport.send(wire_request(server.url + "/?x", timeouts=Timeouts(read=60))))
        await until(lambda: len(server.requests) == 4)
        over = asyncio.get_running_loop().time() + 0.35
        await until(lambda: asyncio.get_running_loop().time() > over)
        slow.set()
        assert (await call).body == b"ok"
        await transport.aclose()
    assert server.accepted == 2


async def test_a_server_that_speaks_first_has_answered(kind: str) -> None:
    """One that is too busy may answer before it is asked; what it says is the response to the first request."""

    async def speaks_first(peer: Peer) -> None:
        await peer.send(answer(b"busy", "503 Busy", "Connection: close"))

    async with Server(speaks_first) as server:
        transport = open_transport(kind, trust_env=False)
        response = await transport.send(wire_request(server.url, method="POST", body=b"{}"))
        await transport.aclose()
    assert (response.status, response.body) == (503, b"busy")
