"""What processes that share an account's limits decide together: each exchange is a row, in a time of its own."""

from __future__ import annotations

import json
from typing import Any

import pytest

from abclient._ratelimit.rate import LearnedRate
from abclient._ratelimit.shared_limits import MAX_WINDOWS, SharedLimits, apply_exchange
from abclient._ratelimit.state import SharedRate
from abclient._ratelimit.store import Exchange, Grant, Reply, Seed, Succeeded, Take, Window

AT_20 = SharedRate(rate=20.0, step=0.0, slow_start=False, top=20.0, hold=60.0, held=0.0)
STARTING = SharedRate(rate=50.0, step=10.0, slow_start=True, top=50.0, hold=12.0, held=0.0)


def seed(learned: SharedRate = AT_20, number: int = 0, **routes: int) -> Seed:
    return Seed(number=number, routes=routes, learned=learned, alone=False)


class Processes:
    """Some processes, and the seconds of their store."""

    def __init__(self, learned: SharedRate = AT_20, number: int = 0, **routes: int) -> None:
        self.now = 1_000.0
        self.limits: SharedLimits = SharedLimits(seed(learned, number, **routes))

    def tell(self, process: str = "a", **told: Any) -> Reply:
        whole: Any = {"process": process, **told}
        return self.limits.exchange(whole, self.now)

    def take(self, process: str = "a", route: str = "get", **wanted: Any) -> Reply:
        usual = {"route": route, "on_route": 0, "learned": True, "ceiling": 1e3}
        return self.tell(process, take=usual | wanted)

    def granted(self, process: str = "a", route: str = "get", **wanted: Any) -> Grant:
        grant = self.take(process, route, **wanted)["grant"]
        assert grant is not None
        return grant

    def throttled(self, process: str, number: int, *, scope: str = "account", **more: Any) -> Reply:
        event = {"kind": "throttled", "number": number, "scope": scope, "random": 0.0, "overload": False}
        return self.tell(process, events=[event | {"teaches": True, "enforced": True} | more])

    def happened(self, process: str, kind: str, number: int) -> Reply:
        return self.tell(process, events=[{"kind": kind, "number": number}])


def waits(*replies: Reply) -> list[float]:
    return [round(reply["grant"]["wait"], 6) for reply in replies if reply["grant"] is not None]


def test_nothing_is_known_before_a_process_brings_a_seed() -> None:
    """A store that was emptied asks for one, and begins with it."""
    assert apply_exchange(None, Exchange(process="a"), 7.0) == (None, None)
    limits, reply = apply_exchange(None, Exchange(process="a", seed=seed(STARTING, 41, get=40)), 7.0)
    assert limits is not None
    assert reply is not None
    assert reply["learned"] == STARTING
    take = Take(route="get", on_route=0, learned=True, ceiling=1e3)
    reply = limits.exchange(Exchange(process="a", take=take), 7.0)
    assert reply["grant"] == {"number": 42, "on_route": 41, "wait": 0.0, "probe": False}


def test_requests_of_all_processes_are_numbered_together() -> None:
    """Over the account and over each route, and never below what a process knows already."""
    all_of_them = Processes()
    grants = [
        all_of_them.granted("a", "get"),
        all_of_them.granted("b", "list"),
        all_of_them.granted("b", "get", on_route=9),
    ]
    all_of_them.tell("c", seed=seed(AT_20, 70, list=30))
    grants.append(all_of_them.granted("c", "list"))
    assert [(grant["number"], grant["on_route"]) for grant in grants] == [(1, 1), (2, 1), (3, 10), (71, 31)]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [0.0, 0.0, 0.05, 0.1]),  # the learned rate, one slot late being used at once
        ({"rate": 10.0}, [0.0, 0.05, 0.15, 0.25]),  # a known rate below it
        ({"rate": 10.0, "learned": False}, [0.0, 0.05, 0.15, 0.25]),
        ({"rate": 100.0}, [0.0, 0.0, 0.05, 0.1]),  # above it
        ({"learned": False}, [0.0, 0.0, 0.0, 0.0]),  # neither: a quota is ample
    ],
)
def test_slots_follow_each_other_whoever_takes_them(wanted: dict[str, Any], expected: list[float]) -> None:
    """One rate for all: a process that wants more gets what others leave."""
    all_of_them = Processes()
    assert waits(*(all_of_them.take(process, **wanted) for process in "abaa")) == expected


def test_a_slot_far_ahead_is_not_given_away() -> None:
    """Half a second ahead at most, so that a process that is killed leaves few of them unused."""
    all_of_them = Processes()
    replies = [all_of_them.take("a") for _ in range(14)]
    assert waits(*replies[:12])[-1] == pytest.approx(0.5)
    assert [reply["wait"] for reply in replies[12:]] == pytest.approx([0.05, 0.05])


def test_a_slot_of_the_old_window_is_moved_forward() -> None:
    """A new window allows more: the next slots are no further away than one for each process."""
    all_of_them = Processes()
    for process in "ab":
        all_of_them.take(process, rate=0.5)
    assert all_of_them.take("a", rate=0.5)["wait"] > 1.0
    all_of_them.tell("a", slot_within=0.1)
    assert waits(all_of_them.take("b", rate=10.0)) == [0.2]


def test_one_process_probes_for_all() -> None:
    """After the wait, one request is let through; the others go on when it has succeeded, not before."""
    all_of_them = Processes()
    number = all_of_them.granted("a")["number"]
    assert all_of_them.throttled("a", number, wait=2.0)["cooling"] == {"account": 2.0}
    assert all_of_them.take("b")["wait"] == 2.0
    all_of_them.now += 2.0
    probe = all_of_them.granted("b")
    assert probe["probe"]
    assert all_of_them.take("a")["wait"] == 0.1
    assert all_of_them.happened("b", "recovered", probe["number"])["cooling"] == {}
    assert not all_of_them.granted("a")["probe"]


@pytest.mark.parametrize("ended", ["released", "killed", "throttled"])
def test_a_probe_without_a_verdict_is_followed_by_another(ended: str) -> None:
    """It was cancelled, its process was killed (ten seconds later), or it was throttled again."""
    all_of_them = Processes()
    all_of_them.throttled("a", all_of_them.granted("a")["number"], wait=2.0)
    all_of_them.now += 2.0
    number = all_of_them.granted("a")["number"]
    if ended == "released":
        all_of_them.happened("a", "released", number)
    elif ended == "throttled":
        assert all_of_them.throttled("a", number, wait=3.0)["cooling"] == {"account": 3.0}
        all_of_them.now += 3.0
    else:
        all_of_them.now += 9.9
        assert all_of_them.take("b")["wait"] == 0.1
        all_of_them.now += 0.2
    assert all_of_them.granted("b")["probe"]


def test_a_route_cools_down_alone() -> None:
    """Other routes go on."""
    all_of_them = Processes()
    all_of_them.throttled("a", all_of_them.granted("a")["number"], scope="get", wait=2.0, teaches=False)
    assert all_of_them.take("b", "get")["wait"] == 2.0
    assert not all_of_them.granted("b", "list")["probe"]


def test_requests_in_flight_together_lower_the_rate_once() -> None:
    """Five processes are throttled at the same moment: one episode, whose rate is 0.8 of what failed."""
    all_of_them = Processes()
    numbers = [all_of_them.granted(process)["number"] for process in "abcde"]
    for process, number in zip("abcde", numbers, strict=True):
        all_of_them.throttled(process, number, wait=1.0)
    all_of_them.now += 1.0
    probe = all_of_them.granted("a")["number"]
    reply = all_of_them.tell("a", events=[Succeeded(kind="succeeded", count=60, growing=True)])
    learned = all_of_them.happened("a", "recovered", probe)["learned"]
    assert (reply["learned"]["rate"], learned["rate"], learned["top"]) == pytest.approx((20.0, 16.0, 20.0))


def test_successes_of_all_raise_the_rate_in_slow_start() -> None:
    """By one step each, if the rate was what limited them."""
    all_of_them = Processes(STARTING)
    all_of_them.tell("a", events=[Succeeded(kind="succeeded", count=3, growing=True)])
    reply = all_of_them.tell("b", events=[Succeeded(kind="succeeded", count=2, growing=False)])
    assert reply["learned"]["rate"] == 80.0


def test_the_rate_that_failed_is_not_measured_while_processes_come_back() -> None:
    """What they did alone is not known to the others, so that the measured rate would be far too low."""
    rates = list[float]()
    for alone in (False, True):
        all_of_them = Processes()
        all_of_them.tell("a", seed={**seed(), "alone": alone})
        for _ in range(8):
            all_of_them.now += 0.25
            all_of_them.tell("a", events=[Succeeded(kind="succeeded", count=2, growing=True)])
        all_of_them.throttled("a", all_of_them.granted("a")["number"], wait=1.0)
        all_of_them.now += 1.0
        probe = all_of_them.granted("a")["number"]
        rates.append(all_of_them.happened("a", "recovered", probe)["learned"]["top"])
    assert rates[0] < 10.0
    assert rates[1] == 20.0


@pytest.mark.parametrize("overload", [False, True])
@pytest.mark.parametrize("enforced", [False, True])
def test_a_throttled_request_teaches_all_what_it_teaches_one(overload: bool, enforced: bool) -> None:
    """The rate after the cooldown is that of a client alone: by an overload, and whether the rate was kept to."""
    all_of_them, alone = Processes(), LearnedRate()
    alone.follow(AT_20)
    all_of_them.tell("a", events=[Succeeded(kind="succeeded", count=60, growing=True)])
    alone.record_success(1_000.0, binding=True, count=60)
    number = all_of_them.granted("a")["number"]
    alone.record_sent(1_000.0, binding=True)
    all_of_them.throttled("a", number, wait=1.0, overload=overload, enforced=enforced)
    alone.record_throttle(1_000.0, enforced=enforced)
    all_of_them.now += 1.0
    probe = all_of_them.granted("a")["number"]
    alone.record_sent(1_001.0, binding=True)
    reply = all_of_them.happened("a", "recovered", probe)
    alone.record_recovery(1_001.0, overload=overload)
    assert reply["learned"] == pytest.approx(dict(alone.shared()))


@pytest.mark.parametrize("teaches", [False, True])
def test_announced_quotas_that_do_not_explain_a_429_are_known_to_all(teaches: bool) -> None:
    """One that teaches something about the rate was not explained by them."""
    all_of_them = Processes()
    all_of_them.throttled("a", all_of_them.granted("a")["number"], wait=1.0, teaches=teaches)
    assert all_of_them.tell("b")["unreliable"] is teaches


def test_a_wait_of_unknown_length_is_drawn_by_the_process_that_was_throttled() -> None:
    """Between the least and the most, by the part that it tells."""
    least, half, most = (
        all_of_them.throttled("a", all_of_them.granted("a")["number"], random=random)["cooling"]["account"]
        for all_of_them, random in ((Processes(), 0.0), (Processes(), 0.5), (Processes(), 1.0))
    )
    assert 0 < least < half < most
    assert half == pytest.approx((least + most) / 2)


def test_who_is_not_heard_of_does_not_count() -> None:
    """Five seconds after its last exchange, or when it leaves; nor does its work."""
    all_of_them = Processes()
    all_of_them.tell("a", pending=7)
    all_of_them.now += 3.0
    assert (all_of_them.tell("b", pending=5)["processes"], all_of_them.tell("b", pending=5)["pending"]) == (2, 7)
    all_of_them.now += 3.0
    assert (all_of_them.tell("b")["processes"], all_of_them.tell("b")["pending"]) == (1, 0)
    all_of_them.tell("c")
    assert all_of_them.tell("c", leaving=True)["processes"] == 1


def test_announced_quotas_are_those_of_the_newest_request() -> None:
    """By its number; five seconds after the reset they are forgotten, and there are never more than 64."""
    all_of_them = Processes()
    window = Window(number=8, remaining=5, resets_in=10.0)
    all_of_them.tell("a", windows={"account global": window})
    all_of_them.tell("b", windows={"account global": Window(number=7, remaining=6, resets_in=3.0)})
    assert all_of_them.tell("c")["windows"] == {"account global": window}
    sooner = Window(number=8, remaining=5, resets_in=9.0)
    assert all_of_them.tell("a", windows={"account global": sooner})["windows"] == {"account global": sooner}
    all_of_them.tell("a", windows={"account global": window})
    many = {f"account {number}": window for number in range(MAX_WINDOWS)}
    assert len(all_of_them.tell("a", windows=many)["windows"]) == MAX_WINDOWS
    all_of_them.now += 14.9
    assert len(all_of_them.tell("a")["windows"]) == MAX_WINDOWS
    all_of_them.now += 0.2
    assert all_of_them.tell("a")["windows"] == {}


def test_a_clock_that_is_set_back_stops_nothing() -> None:
    """Nothing waits longer than it could have, whatever was stored: slots, cooldowns, probes and processes."""
    all_of_them = Processes()
    all_of_them.take("a")
    all_of_them.now -= 500.0
    assert all_of_them.take("b")["wait"] == pytest.approx(0.05)
    all_of_them.now += 0.05
    all_of_them.throttled("a", all_of_them.granted("a")["number"], wait=2.0)
    all_of_them.now += 2.0
    assert all_of_them.granted("a")["probe"]
    all_of_them.now -= 500.0
    assert all_of_them.tell("b")["cooling"]["account"] <= 3600.0
    assert all_of_them.tell("b")["processes"] == 2


def test_a_file_holds_all_of_it() -> None:
    """What was dumped as JSON and loaded goes on in the same way."""
    first = Processes(STARTING)
    first.throttled("a", first.granted("a", rate=9.0)["number"], wait=2.0)
    first.tell("a", pending=3, windows={"route get": Window(number=8, remaining=5, resets_in=10.0)})
    first.now += 2.5
    probe = first.granted("b")["number"]
    second = Processes()
    second.now, second.limits = first.now, SharedLimits.load(json.loads(json.dumps(first.limits.dump())))
    for each in (first, second):
        each.now += 0.5
    assert first.happened("b", "recovered", probe) == second.happened("b", "recovered", probe)
    assert first.take("a", rate=9.0) == second.take("a", rate=9.0)


@pytest.mark.parametrize("dumped", [{}, {"number": 1}, {"number": 1, "routes": 7}])
def test_what_no_file_of_ours_holds_is_refused(dumped: dict[str, Any]) -> None:
    """The store then begins anew."""
    with pytest.raises((LookupError, TypeError, ValueError)):
        SharedLimits.load(dumped)
