"""Bulk work over real sockets: nothing is lost, nothing comes twice, and nothing stays behind, however many workers."""

from __future__ import annotations

import asyncio
import gc
import sys
from pathlib import Path
from typing import Any

import pytest

import abclient
from support.cases import one_every_run
from support.clients import TOKEN
from support.server import Peer, Server, answer, until

BODY = b'{"treatmentResults": [{"treatmentId": "a", "mean": 0.25, "units": 1000}]}'


class Counting(Server):
    """Answers every request for results after a while, and counts how often each was asked for."""

    def __init__(self, items: int, latency: float) -> None:
        super().__init__(self._converse)
        self.asked = bytearray(items)
        self.most_open = 0
        self._latency = latency

    async def _converse(self, peer: Peer) -> None:
        while True:
            head = await peer.reader.readuntil(b"\r\n\r\n")
            self.asked[int(head.partition(b"/experiments/")[2].partition(b"/")[0])] += 1
            self.most_open = max(self.most_open, self.open)
            if self._latency:
                await asyncio.sleep(self._latency)
            await peer.send(answer(BODY))


def open_files() -> int:
    """How many file descriptors this process has, sockets included."""
    return len(list(Path("/proc/self/fd").iterdir()))


async def all_fetched(items: int, workers: int, latency: float, transport: str, *, ordered: bool) -> None:
    """Fetch so many results, and check all that is promised of it."""
    files, tasks = open_files(), asyncio.all_tasks()
    async with Counting(items, latency) as server:
        options: dict[str, Any] = {"transport": transport, "max_connections": workers}
        async with abclient.LaunchDarkly(TOKEN, base_url=server.url, **options) as client:
            wanted = ((str(number), "metric") for number in range(items))
            outcomes = client.experiments("p", "e").fetch_results(wanted, concurrency=workers, ordered=ordered)
            seen, blocks = bytearray(items), 0
            async for outcome in outcomes:
                assert outcome.key == (str(outcome.index), "metric")
                assert not ordered or (outcome.index == 0 or seen[outcome.index - 1] == 1)
                assert (outcome.value.treatment_results or [])[0].units == 1000
                seen[outcome.index] += 1
                if outcome.index == items // 4:
                    blocks = allocated()
            grown = allocated() - blocks
        assert seen == server.asked == b"\1" * items
        assert server.most_open <= workers
        # Hardly any is opened anew: one that was idle for seconds is given up, and a busy machine can make that of any.
        assert server.accepted <= workers + items / 100
        # A result that stayed behind would be a hundred blocks of memory, and three quarters of them came meanwhile.
        assert grown < items / 4
        await until(lambda: server.open == 0)
    await until(lambda: open_files() == files)
    assert asyncio.all_tasks() == tasks


def allocated() -> int:
    """How many blocks of memory are in use."""
    gc.collect()
    return sys.getallocatedblocks()


@pytest.mark.parametrize(("transport", "ordered"), one_every_run([("httptools", False), ("h11", True)]))
async def test_two_thousand_results_with_fifty_workers(transport: str, ordered: bool) -> None:
    """Each comes once, in the promised order, over at most fifty connections; memory, tasks and files as before."""
    await all_fetched(2_000, 50, 0.0, transport, ordered=ordered)


@pytest.mark.soak
@pytest.mark.timeout(900)
@pytest.mark.parametrize("latency", [0.0, 0.1])
@pytest.mark.parametrize(("workers", "ordered"), [(500, True), (200, False), (50, True), (10, False)])
async def test_twenty_thousand_results(workers: int, ordered: bool, latency: float) -> None:
    """The same with ten times as many, few workers and many, near and far; 10 of them take 200 s where it is far."""
    await all_fetched(20_000, workers, latency, "httptools", ordered=ordered)
