"""The script in Redis decides as the Python code does: any exchanges, one after the other, have the same replies."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
import redis

from abclient._ratelimit.shared_limits import SharedLimits, apply_exchange
from abclient._ratelimit.state import SharedRate
from abclient._ratelimit.store import Event, Exchange, Probed, Reply, Seed, Succeeded, Take, Throttled, Window
from abclient.rate_limit_stores._script import script
from support.services import RedisServer, running_redis

pytestmark = pytest.mark.services
server = pytest.fixture(scope="module")(running_redis)

SCOPES = ("account", "getA", "getB")


@pytest.fixture
def run(server: RedisServer) -> Iterator[Callable[[Exchange, float], Reply | None]]:
    """The script in Redis, which has nothing of the account at first, and is told the time."""
    with redis.Redis(port=server.port) as connection:
        untyped: Any = connection
        untyped.flushall()
        registered = untyped.register_script(script())

        def exchange(told: Exchange, now: float) -> Reply | None:
            reply: Reply | None = json.loads(registered(keys=["limits"], args=[json.dumps(told), 60, repr(now)]))
            return reply

        yield exchange


class Traffic:
    """Exchanges that several processes might make, at times that mostly go on, and are positive."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.now = 100_000.0
        self.sent: list[dict[str, Any]] = []
        self.slow_start = self.chance.random() < 0.5

    def seed_of(self) -> Seed:
        chance = self.chance
        learned = SharedRate(
            rate=chance.uniform(0.1, 60.0),
            step=chance.uniform(0.0, 12.0),
            slow_start=self.slow_start,
            top=chance.uniform(1.0, 60.0),
            hold=chance.uniform(1.0, 60.0),
            held=chance.uniform(0.0, 20.0),
        )
        number = chance.randrange(50)
        alone = chance.random() < 0.3
        return Seed(number=number, routes={"getA": number}, learned=learned, alone=alone)

    def exchange(self) -> Exchange:
        chance = self.chance
        self.now += chance.choice([0.0, 0.001, 0.03, 0.2, 1.3, 8.0]) * chance.random()
        if chance.random() < 0.01:
            self.now -= chance.choice([3.0, 5_000.0])
        told = Exchange(process=chance.choice("abcd"), pending=chance.randrange(100))
        if chance.random() < 0.05:
            told["leaving"] = True
        if chance.random() < 0.03:
            told["seed"] = self.seed_of()
        if chance.random() < 0.2:
            told["windows"] = {
                f"account {chance.choice('xyz')}": Window(
                    number=chance.randrange(90), remaining=chance.randrange(50), resets_in=chance.uniform(-9.0, 60.0)
                )
            }
        if chance.random() < 0.1:
            told["slot_within"] = chance.uniform(0.0, 2.0)
        told["events"] = [self.event() for _ in range(chance.choice([0, 1, 1, 3]))]
        if chance.random() < 0.7:
            told["take"] = Take(
                route=chance.choice(SCOPES[1:]),
                on_route=chance.randrange(20),
                learned=chance.random() < 0.8,
                ceiling=chance.choice([5.0, 500.0]),
            )
            if chance.random() < 0.4:
                told["take"]["rate"] = chance.uniform(0.5, 80.0)
        return told

    def event(self) -> Event:
        chance = self.chance
        sent = self.sent.pop(chance.randrange(len(self.sent))) if self.sent else {"number": 1, "probe": False}
        kind = chance.random()
        if kind < 0.12 or (sent["probe"] and kind < 0.4):
            event = Throttled(
                kind="throttled",
                number=sent["number"],
                scope=chance.choice(SCOPES),
                random=chance.random(),
                overload=kind < 0.03,
                teaches=kind < 0.3,
                enforced=chance.random() < 0.8,
            )
            if chance.random() < 0.5:
                event["wait"] = chance.choice([0.0, 1.0, 4.0, 4_000.0])
            return event
        if sent["probe"]:
            return Probed(kind="recovered" if kind < 0.9 else "released", number=sent["number"])
        return Succeeded(kind="succeeded", count=chance.randrange(1, 12), growing=chance.random() < 0.8)


def close(one: Any, other: Any) -> bool:
    """Whether two replies are the same, up to the digits of JSON and 64 bits."""
    if isinstance(one, dict) and isinstance(other, dict):
        one, other = cast("dict[str, Any]", one), cast("dict[str, Any]", other)
        return one.keys() == other.keys() and all(close(value, other[key]) for key, value in one.items())
    if isinstance(one, bool) or not isinstance(one, int | float):
        return bool(one == other)
    return bool(one == pytest.approx(other, rel=1e-6, abs=1e-6))


@pytest.mark.parametrize("seed", range(40))
def test_redis_decides_as_python_does(run: Callable[[Exchange, float], Reply | None], seed: int) -> None:
    """120 random exchanges: grants, waits, learned rate, cooldowns, probes and quotas agree after each of them."""
    traffic = Traffic(seed)
    limits: SharedLimits | None = None
    for number in range(120):
        told = traffic.exchange()
        if number == 2:
            told["seed"] = traffic.seed_of()
        limits, expected = apply_exchange(limits, told, traffic.now)
        reply = run(told, traffic.now)
        assert close(reply, expected), (number, told, expected, reply)
        if reply and reply["grant"]:
            traffic.sent.append(dict(reply["grant"]))
    assert limits is not None
