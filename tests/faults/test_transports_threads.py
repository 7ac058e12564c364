"""Several event loops in one process, each in a thread of its own, as in a threaded web server or a task worker."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import uvloop

from abclient.errors import ClientClosedError
from abclient.transports import Transport, open_transport
from abclient.transports._sockets import SharedMemory
from abclient.transports.httpx_client import HttpxTransport
from support.server import OK, Peer, Server, answer, replies, until
from support.wire import wire_request

LOOPS = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}
THREADS, ROUNDS, SIZE = 3, 60, 300_000


class Taken(SharedMemory):
    """Keeps what arrived."""

    def __init__(self) -> None:
        self.data = b""

    def data_received(self, data: bytes) -> None:
        self.data += data


def test_what_one_thread_receives_another_cannot_overwrite() -> None:
    """Between the moment a socket was read and the moment its bytes are taken out, other threads receive, too."""
    ours, theirs = Taken(), Taken()
    ours.get_buffer(-1)[:4] = b"ours"

    def receive() -> None:
        theirs.get_buffer(-1)[:6] = b"theirs"
        theirs.buffer_updated(6)

    with ThreadPoolExecutor(1) as other:
        other.submit(receive).result()
    ours.buffer_updated(4)
    assert (ours.data, theirs.data) == (b"ours", b"theirs")


@pytest.mark.parametrize("kind", ["httptools", "h11"])
@pytest.mark.parametrize("loop", LOOPS)
def test_every_thread_gets_the_answers_of_its_own_server(kind: str, loop: str) -> None:
    """Large answers that arrive in three threads at once are never mixed up."""
    together = Barrier(THREADS)

    async def fetch(letter: bytes) -> int:
        body = letter * SIZE
        async with Server(replies(answer(body))) as server:
            transport = open_transport(kind, trust_env=False)
            together.wait(10)
            wrong = sum([(await transport.send(wire_request(server.url))).body != body for _ in range(ROUNDS)])
            await transport.aclose()
        return wrong

    def run(letter: bytes) -> int:
        with asyncio.Runner(loop_factory=LOOPS[loop]) as runner:
            return runner.run(fetch(letter))

    with ThreadPoolExecutor(THREADS) as threads:
        assert list(threads.map(run, [b"a", b"b", b"c"])) == [0] * THREADS


async def test_a_transport_closed_in_another_loop_is_closed_in_its_own(transport: Transport) -> None:
    """As by what ends a program in another thread: calls in flight end in words, and no connection is left."""

    async def script(peer: Peer) -> None:
        while True:
            await peer.request()
            if len(server.requests) == 1:
                await peer.send(OK)

    async with Server(script) as server, asyncio.timeout(60):
        await transport.send(wire_request(server.url))
        calls = [asyncio.create_task(transport.send(wire_request(server.url))) for _ in range(2)]
        await until(lambda: len(server.requests) == 3)
        await asyncio.to_thread(asyncio.run, transport.aclose())
        ended = await asyncio.gather(*calls, return_exceptions=True)
        assert [(type(one), "closed while the call ran" in str(one)) for one in ended] == [
            (ClientClosedError, True)
        ] * 2
        if not isinstance(transport, HttpxTransport):  # whose client is the caller's, and stays open
            await until(lambda: server.open == 0)
