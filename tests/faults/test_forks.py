"""After a fork no process reads another's answer; and a client that was forgotten says so and closes its sockets."""

from __future__ import annotations

import asyncio
import gc
import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any

import httpx
import pytest

from abclient._aio import LoopBound
from abclient.errors import ClientClosedError
from abclient.transports import Transport, open_transport
from abclient.transports._fork import detach_sockets
from support.cases import one_every_run
from support.clients import VENDORS, connect
from support.server import (
    OK,
    Peer,
    Server,
    answer,
    nothing_left_behind,
    replies,
    replies_then_stalls,
    server_tls,
    until,
)
from support.wire import wire_request

_CHILDREN = """
import asyncio, json, multiprocessing, os, sys
import httpx
from abclient.errors import ClientClosedError
from abclient.transports import open_transport
from support.wire import wire_request

url, kind, how, method = sys.argv[1:]
loop = asyncio.new_event_loop()
client = httpx.AsyncClient(trust_env=False)
transport = open_transport(client if kind == "httpx" else kind, trust_env=False)

def work(name, out):
    words = []
    for turn in range(3):
        want = f"/{name}-{turn}"
        try:
            got = loop.run_until_complete(transport.send(wire_request(url + want, method=method))).body.decode()
            words.append("own" if got == want else f"another's: {got}")
        except ClientClosedError as error:
            words.append("refused" if "fork" in str(error) else repr(error))
        except Exception as error:
            words.append(repr(error))
    loop.run_until_complete(transport.aclose())
    os.write(out, json.dumps(words).encode() + b"\\n")

def forked(name, out):
    if os.fork() == 0:
        work(name, out)
        os._exit(0)

def process(name, out):
    multiprocessing.get_context("fork").Process(target=work, args=(name, out)).start()

if how != "unused":
    loop.run_until_complete(transport.send(wire_request(url + "/warm", method=method)))
reader, writer = os.pipe()
for name in "ab":
    (process if how == "multiprocessing" else forked)(name, writer)
if how == "unused":  # each child has the loop to itself: there is no parent that goes on
    for name in "ab":
        os.wait()
else:
    for turn in range(3):
        want = f"/parent-{turn}"
        got = loop.run_until_complete(transport.send(wire_request(url + want, method=method))).body.decode()
        assert got == want, got
os.close(writer)
sys.stdout.write(os.fdopen(reader).read())
loop.run_until_complete(transport.aclose())
"""


async def _echoes(peer: Peer) -> None:
    """Answer with the path that was asked for."""
    while True:
        await peer.send(answer((await peer.request()).split(b" ")[1]))


@pytest.mark.parametrize("method", ["GET", pytest.param("PATCH", marks=pytest.mark.slow)])
@pytest.mark.parametrize("how", ["fork", "multiprocessing", "unused"])
@pytest.mark.parametrize("kind", one_every_run(["httptools", "h11", "httpx"]))
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
async def test_a_fork_never_reads_its_parents_answers(kind: str, how: str, method: str) -> None:
    """With the parent's event loop, a child's calls are refused in words; the parent's own go on; unused, all work."""
    paths = os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parents[1])]))
    async with Server(_echoes) as server:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _CHILDREN, server.url, kind, how, method),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )
        out, err = await child.communicate()
    assert child.returncode == 0, err.decode()
    words = [json.loads(line) for line in out.splitlines()]
    assert words == [["own" if how == "unused" else "refused"] * 3] * 2


_IN_FLIGHT = """
import asyncio, json, os, sys
import httpx
from abclient.errors import ClientClosedError
from abclient.transports import open_transport
from support.wire import wire_request

url, kind = sys.argv[1:]
loop = asyncio.new_event_loop()
client = httpx.AsyncClient(trust_env=False)
transport = open_transport(client if kind == "httpx" else kind, trust_env=False, max_connections=5)

def send(path):
    return transport.send(wire_request(url + path, method="POST", body=b"{}"))

def words(results):
    return [
        "refused" if isinstance(one, ClientClosedError) and "fork" in str(one) else
        repr(one) if isinstance(one, Exception) else one.body.decode()
        for one in results
    ]

calls = [loop.create_task(send(f"/call-{number}")) for number in range(3)]
loop.run_until_complete(send("/arrived"))
calls.append(loop.create_task(send("/call-3")))  # has not begun
child = os.fork()
if child == 0:
    found = words(loop.run_until_complete(asyncio.gather(*calls, return_exceptions=True)))
    os._exit(found != ["refused"] * 4)
_, status = os.waitpid(child, 0)
loop.run_until_complete(send("/go"))
found = words(loop.run_until_complete(asyncio.gather(*calls, return_exceptions=True)))
loop.run_until_complete(transport.aclose())
sys.stdout.write(json.dumps([os.waitstatus_to_exitcode(status), found]))
"""


@pytest.mark.parametrize("kind", one_every_run(["httptools", "h11", "httpx"]))
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
async def test_calls_in_flight_are_the_parents(kind: str) -> None:
    """In a child they end in words, and nothing is sent from there; in the parent each is sent and answered once."""
    paths = os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parents[1])]))
    seen: list[str] = []
    arrived, go = asyncio.Event(), asyncio.Event()

    async def behave(peer: Peer) -> None:
        while True:
            path = (await peer.request()).split(b" ")[1]
            seen.append(path.decode())
            if sum(one.startswith("/call") for one in seen) == 3:
                arrived.set()
            if path == b"/go":
                go.set()
            await (arrived if path in (b"/arrived", b"/go") else go).wait()
            await peer.send(answer(path))

    async with Server(behave) as server:
        script = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _IN_FLIGHT, server.url, kind),
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths},
        )
        out, err = await script.communicate()
    assert script.returncode == 0, err.decode()
    assert json.loads(out) == [0, [f"/call-{number}" for number in range(4)]]
    assert sorted(seen) == sorted(["/arrived", "/go", *(f"/call-{number}" for number in range(4))])


_CONNECTING = """
import asyncio, os, socket
from abclient.errors import ClientClosedError
from abclient.transports import open_transport
from support.wire import wire_request

def answer_one():
    while True:
        connection, _ = listener.accept()
        if connection.recv(65536):  # and not one of those that only filled the queue
            connection.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: 2\\r\\n\\r\\nok")
            return connection

listener = socket.create_server(("127.0.0.1", 0), backlog=0)
url = "http://127.0.0.1:%d" % listener.getsockname()[1]
fillers = [socket.socket() for _ in range(4)]
for filler in fillers:
    filler.setblocking(False)
    filler.connect_ex(listener.getsockname())
loop = asyncio.new_event_loop()
transport = open_transport(trust_env=False)
call = loop.create_task(transport.send(wire_request(url)))
for _ in range(10):
    loop.run_until_complete(asyncio.sleep(0))
child = os.fork()
if child == 0:
    (ended,) = loop.run_until_complete(asyncio.gather(call, return_exceptions=True))
    os._exit(not isinstance(ended, ClientClosedError))
assert os.waitpid(child, 0)[1] == 0
for filler in fillers:
    filler.close()
answered = loop.run_in_executor(None, answer_one)
print(loop.run_until_complete(call).body.decode())
loop.run_until_complete(transport.aclose())
loop.run_until_complete(answered).close()
listener.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
async def test_a_connection_that_is_being_made_is_the_parents() -> None:
    """A child that ends its copy of the call does not take from the parent that its connection stands."""
    paths = os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parents[1])]))
    script = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _CONNECTING),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
    )
    out, err = await script.communicate()
    assert (script.returncode, out) == (0, b"ok\n"), err.decode()


async def test_what_a_fork_inherits_is_ended(transport: Transport) -> None:
    """What a fork does to the calls of a child, done here: each ends in words, and the transport can go on."""
    async with Server(replies_then_stalls(b"")) as silent, Server(replies(OK)) as server:
        calls = [asyncio.create_task(transport.send(wire_request(silent.url))) for _ in range(2)]
        await until(lambda: silent.accepted == 2)
        detach_sockets()
        ended = await asyncio.gather(*calls, return_exceptions=True)
        assert [(type(one), "forked" in str(one)) for one in ended] == [(ClientClosedError, True)] * 2
        assert (await transport.send(wire_request(server.url))).body == b"ok"


async def test_what_is_inherited_is_dead(transport: Transport) -> None:
    """What a fork does to the sockets of a child, done here: the next request needs, and gets, a fresh connection."""
    async with Server(replies(OK)) as plain, Server(replies(OK), tls=server_tls()) as secure:
        for server in (plain, secure):
            await transport.send(wire_request(server.url))
        detach_sockets()
        await until(lambda: plain.open == secure.open == 0)
        for server in (plain, secure):
            assert (await transport.send(wire_request(server.url))).body == b"ok"
    assert (plain.accepted, secure.accepted) == (2, 2)


async def test_a_transport_of_another_process_is_refused(transport: Transport, monkeypatch: pytest.MonkeyPatch) -> None:
    """Used elsewhere first, it neither sends nor closes anything here, also where no event loop runs."""
    async with Server(replies(OK)) as server:
        await transport.send(wire_request(server.url))
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(os, "getpid", lambda: -1)
            with pytest.raises(ClientClosedError, match="fork"):
                await transport.send(wire_request(server.url))
        assert (await transport.send(wire_request(server.url))).body == b"ok"
        assert server.accepted == 1
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(os, "getpid", lambda: -1)
            await transport.aclose()
        assert server.open == 1
        gc.collect()


async def test_an_httpx_client_that_was_used_before_a_fork_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its connections are the parent's, though the transport over it was never used there."""
    async with Server(replies(OK)) as server, httpx.AsyncClient(trust_env=False) as client:
        transport = open_transport(client)
        monkeypatch.setattr(os, "getpid", lambda: -1)
        with pytest.raises(ClientClosedError, match="used before this process was forked"):
            await transport.send(wire_request(server.url))
        assert server.accepted == 0


async def test_an_unused_client_may_be_taken_into_a_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    """Made before and used after: there is nothing to share."""
    client = httpx.AsyncClient(trust_env=False)
    transport = open_transport(client)
    monkeypatch.setattr(os, "getpid", lambda: -1)
    async with Server(replies(OK)) as server:
        assert (await transport.send(wire_request(server.url))).body == b"ok"
        await transport.aclose()
        await client.aclose()


async def test_a_client_belongs_to_the_process_of_its_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says so before anything else of it is asked, such as its rate limiter, which waits for calls of the parent."""
    state = LoopBound()
    state.check()
    monkeypatch.setattr(os, "getpid", lambda: -1)
    with pytest.raises(ClientClosedError, match="one client in each process, after the fork"):
        state.check()


def _warnings_of(said: list[warnings.WarningMessage]) -> list[str]:
    return [str(one.message) for one in said if issubclass(one.category, ResourceWarning)]


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_forgotten_client_is_named_and_its_sockets_are_closed(kind: str, vendor: str) -> None:
    """Dropped without aclose it warns as a file does, by its class and name, and leaves nothing open."""
    async with Server(replies(OK)) as server:
        with nothing_left_behind(), warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            client: Any = connect(vendor, server.url, transport=kind, name="mine", allow_insecure=True)
            copy = client.with_options(timeout=5)
            await copy._session.account.transport.send(wire_request(server.url))
            del client
            gc.collect()
            assert _warnings_of(said) == []
            assert server.open == 1
            del copy
            gc.collect()
            await until(lambda: server.open == 0)
    assert len(_warnings_of(said)) == 1
    assert "client 'mine': use it as `async with`" in _warnings_of(said)[0]


@pytest.mark.parametrize("used", [False, True])
async def test_a_client_that_was_closed_or_never_used_warns_of_nothing(kind: str, used: bool) -> None:
    """There is nothing that it could have left open."""
    async with Server(replies(OK)) as server:
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            transport = open_transport(kind, trust_env=False)
            if used:
                await transport.send(wire_request(server.url))
                await transport.aclose()
            del transport
            gc.collect()
    assert _warnings_of(said) == []


def test_a_client_forgotten_beyond_its_event_loop_warns(kind: str) -> None:
    """The loop is closed, and its connections with it; what remains to be done is to say so."""

    async def use() -> Transport:
        async with Server(replies(OK)) as server:
            transport = open_transport(kind, trust_env=False)
            await transport.send(wire_request(server.url))
            await server.__aexit__(None, None, None)
            await until(lambda: server.open == 0)
        return transport

    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        transport = asyncio.run(use())
        del transport
        gc.collect()
    assert any("unclosed transport: use it" in one for one in _warnings_of(said))
