"""CPU time per request of abclient's transports, as a ratio to one plain ``httpx.AsyncClient``.

Run: ``python scripts/bench/bench_transports.py [workers ...]``. The server runs in a process of its own on 127.0.0.1
and answers 10 kB of JSON; what is counted is this process's CPU time, so that the network does not matter. Rounds
alternate between the contestants and the best one of each counts, because other programs can only slow a round down.
"""

from __future__ import annotations

import asyncio
import json
import multiprocessing
import multiprocessing.connection
import sys
import time
from collections.abc import Awaitable, Callable

import httpx

from abclient.options import Timeouts
from abclient.transports import Transport, WireRequest, open_transport

REQUESTS = 2000
ROUNDS = 3
BODY = json.dumps({"items": [{"id": number, "mean": number / 7} for number in range(300)]}).encode()[:10_000]

Call = Callable[[], Awaitable[object]]


class _Server(asyncio.Protocol):
    """Answers every read that ends a request; clients here never split or pipeline theirs."""

    answer = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY) + BODY

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        if data.endswith(b"\r\n\r\n") and isinstance(self.transport, asyncio.WriteTransport):
            self.transport.write(self.answer)


def serve(port: multiprocessing.connection.Connection) -> None:
    """Serve until killed; sends the port first."""

    async def run() -> None:
        listener = await asyncio.get_running_loop().create_server(_Server, "127.0.0.1", 0)
        port.send(listener.sockets[0].getsockname()[1])
        await listener.serve_forever()

    asyncio.run(run())


async def cpu_per_request(call: Call, workers: int) -> float:
    """Seconds of CPU time that one request costs when so many workers send one after the other."""
    left = REQUESTS

    async def work() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await call()

    await asyncio.gather(*(call() for _ in range(workers)))
    before = time.process_time()
    await asyncio.gather(*(work() for _ in range(workers)))
    return (time.process_time() - before) / REQUESTS


def through(transport: Transport, url: str) -> Call:
    """A call of one request through a transport."""
    request = WireRequest(
        method="GET", url=url, headers=(("Accept", "application/json"),), timeouts=Timeouts(), max_response_bytes=10**6
    )
    return lambda: transport.send(request)


async def measure(url: str, workers: int) -> None:
    """Print the cost of each contestant at this many workers."""
    async with httpx.AsyncClient(trust_env=False) as bare, httpx.AsyncClient(trust_env=False) as handed_in:
        default, adapter = open_transport(trust_env=False), open_transport(handed_in)
        contestants: dict[str, Call] = {
            "httpx alone": lambda: bare.get(url),
            "default transport": through(default, url),
            "handed-in httpx client": through(adapter, url),
        }
        best = dict.fromkeys(contestants, float("inf"))
        for _ in range(ROUNDS):
            for name, call in contestants.items():
                best[name] = min(best[name], await cpu_per_request(call, workers))
        await default.aclose()
        await adapter.aclose()
    for name, seconds in best.items():
        ratio = seconds / best["httpx alone"]
        print(f"{workers:4d} workers  {name:24s} {seconds * 1e6:7.0f} us/request  {ratio:5.2f} x httpx")


def main() -> None:
    """Start the server, measure, stop it."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    try:
        url = f"http://127.0.0.1:{ours.recv()}/"
        for workers in [int(argument) for argument in sys.argv[1:]] or [1, 32]:
            asyncio.run(measure(url, workers))
    finally:
        server.terminate()
        server.join()


if __name__ == "__main__":
    main()
