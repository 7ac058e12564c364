"""Four real processes that share a limit of 20 requests a second, over real sockets: ratios, not seconds."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import pytest
from attrs import frozen

from abclient.testing import Sandbox
from support.services import RedisServer
from support.sharing_processes import Child, Moment, Ran, run_processes

pytestmark = [pytest.mark.soak, pytest.mark.timeout(300)]

RATE, BURST = 20, 60
EVEN = [Child(150)] * 4
UNEVEN = [Child(420), Child(60), Child(60), Child(60)]
LATE = [Child(300), *[Child(60, begins=6.0)] * 3]


@frozen
class Case:
    """A limit of a vendor, what the processes do, what happens meanwhile, and what is to be reached.

    Attributes:
        style: of the sandbox's limit.
        children: the processes.
        most: the time, over the ideal time.
        throttled: the part of requests.
        moments: what happens to Redis.
        options: of the clients.
    """

    style: str
    children: Sequence[Child]
    most: float
    throttled: float
    moments: Callable[[RedisServer], Sequence[Moment]] = lambda server: ()
    options: Mapping[str, Any] = {}

    def run(self, server: RedisServer, store: str) -> tuple[float, Ran]:
        """The time over the ideal time, and the rest."""
        vendor, limit = ("LaunchDarkly", "100/5") if self.style == "vendor" else ("Optimizely", "60/3")
        with Sandbox(experiments=5, seed=1, latency=0.06, rate_limit=limit, limit_style=self.style) as sandbox:
            ran = run_processes(
                sandbox, vendor, self.children, store, moments=self.moments(server), options=self.options
            )
        burst = BURST if "bucket" in self.style and not self.options else 0
        return ran.seconds / ((ran.accepted - burst) / RATE), ran

    def reached(self, server: RedisServer, store: str) -> Ran:
        """The better of two rounds, as this machine may have other work; in each of them nothing is lost."""
        for left in (1, 0):
            ratio, ran = self.run(server, store)
            print(f"{ratio:.2f} of the ideal time, {ran.throttled:.1%} throttled")
            assert ran.done == sum(child.items for child in self.children if child.killed is None)
            if ratio <= self.most and ran.throttled <= self.throttled:
                return ran
            assert left, f"{ratio:.2f} of the ideal time, {ran.throttled:.1%} throttled"
        raise AssertionError("unreachable")


SHARED = {
    "bucket": Case("bucket", EVEN, 1.1, 0.02),
    "silent bucket": Case("silent-bucket", EVEN, 1.1, 0.02),
    "window": Case("retry-after", EVEN, 1.3, 0.05),
    "silent window": Case("silent", EVEN, 1.3, 0.05),
    "announced": Case("vendor", EVEN, 1.1, 0.005),
    "uneven": Case("silent-bucket", UNEVEN, 1.15, 0.02),
    "known rate, uneven": Case("silent-bucket", UNEVEN, 1.15, 0.0, options={"max_rate": RATE}),
    "late joiners": Case("bucket", LATE, 1.15, 0.02),
    "a process is killed": Case("bucket", [Child(150, killed=8.0), *EVEN[1:]], 1.2, 0.02),
}
LOST = {
    "Redis is killed": Case("bucket", EVEN, 1.2, 0.03, lambda server: [Moment(10, server.kill)]),
    "Redis is killed and comes back empty": Case(
        "bucket", EVEN, 1.2, 0.03, lambda server: [Moment(8, server.kill), Moment(14, server.start)]
    ),
}


@pytest.fixture
def server() -> Iterator[RedisServer]:
    with RedisServer() as server:
        yield server


@pytest.mark.parametrize("name", [*SHARED, *LOST])
def test_processes_share_a_limit_through_redis(server: RedisServer, name: str) -> None:
    """Nothing is lost, and the limit is used as well as by one process that knows it."""
    (SHARED | LOST)[name].reached(server, server.url)


@pytest.mark.parametrize("name", SHARED)
def test_processes_share_a_limit_through_a_file(server: RedisServer, name: str) -> None:
    """As through Redis, on one machine."""
    with tempfile.TemporaryDirectory() as directory:
        SHARED[name].reached(server, directory)
