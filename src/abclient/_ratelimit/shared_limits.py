"""The limits of one account as all processes share them: decisions of one exchange after the other.

``rate_limit_stores/limits.lua`` does the same inside Redis; ``tests/services/test_redis.py`` holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from attrs import asdict

from .._rate_limit_headers import MAX_WINDOW_SECONDS
from .cooldown import Cooldown, Cooldowns
from .quota import ACCOUNT
from .rate import LearnedRate
from .store import Event, Exchange, Grant, Reply, Seed, Take, Throttled, Window

# Not simulated unless it says so: see tests/unit/test_shared_limits.py for what each is for.
SLOT_BURST_SECONDS = 0.05  # how late a slot may be used; the same for one process
RESERVE_SECONDS = 0.5  # how long before its time a slot is given away: 10 processes at 20 a second wait so long
PROBE_LEASE_SECONDS = 10.0  # after which a probe of a process that was killed is another's
PROBE_RECHECK_SECONDS = 0.1  # while another process probes
ABSENT_AFTER_SECONDS = 5.0  # a process that was not heard of for so long does not count
REJOIN_SECONDS = 3.0  # within which all processes are back; until then, what succeeds elsewhere is not known
STALE_AFTER_SECONDS = 5.0  # after its reset a quota says nothing any more
MAX_WINDOWS = 64  # of an account and its routes; made-up names must not fill the memory


class SharedLimits:
    """What all processes know together of the limits of one account.

    Args:
        seed: what the first process knows.
    """

    def __init__(self, seed: Seed) -> None:
        self._number = seed["number"]
        self._routes = dict(seed["routes"])
        self._learned = LearnedRate()
        self._learned.follow(seed["learned"])
        self._unreliable = False
        self._next_slot = self._slot_gap = self._complete_at = 0.0
        self._cooldowns = Cooldowns(Cooldown)
        self._leases: dict[str, float] = {}
        self._processes: dict[str, tuple[float, int]] = {}
        self._windows: dict[str, tuple[int, int, float]] = {}

    def exchange(self, told: Exchange, now: float) -> Reply:
        """Take in what one process tells, and reply with what all know.

        Args:
            told: by the process.
            now: seconds, by the store's clock. Where it was set back, nothing waits longer than it could have.
        """
        self._forget(now)
        if "seed" in told:  # requests that were sent without the store count as well
            self._count_at_least(told["seed"])
            if told["seed"]["alone"]:
                self._complete_at = now + REJOIN_SECONDS
        me = told["process"]
        if told.get("leaving"):
            self._processes.pop(me, None)
        else:
            self._processes[me] = (now, told.get("pending", 0))
        for name, window in told.get("windows", {}).items():
            self._hear(name, window, now)
        for event in told.get("events", ()):
            self._apply(event, now)
        if "slot_within" in told:
            within = told["slot_within"] * max(1, len(self._processes))
            self._next_slot = min(self._next_slot, now + within)
        taken = self._take(told["take"], now) if "take" in told else 0.0
        return Reply(
            grant=None if isinstance(taken, float | int) else taken,
            wait=taken if isinstance(taken, float | int) else 0.0,
            processes=max(1, len(self._processes)),
            pending=sum(pending for process, (_, pending) in self._processes.items() if process != me),
            learned=self._learned.shared(),
            unreliable=self._unreliable,
            cooling={scope: self._until_next_try(scope, now) for scope, each in self._cooldowns.items() if each.active},
            windows={
                name: Window(number=number, remaining=remaining, resets_in=resets_at - now)
                for name, (number, remaining, resets_at) in self._windows.items()
            },
        )

    def _forget(self, now: float) -> None:
        """Drop what is over, and bound what a clock that was set back would make too long."""
        self._processes = {
            process: (min(seen, now), pending)
            for process, (seen, pending) in self._processes.items()
            if seen >= now - ABSENT_AFTER_SECONDS
        }
        self._windows = {
            name: (number, remaining, min(resets_at, now + MAX_WINDOW_SECONDS))
            for name, (number, remaining, resets_at) in self._windows.items()
            if resets_at >= now - STALE_AFTER_SECONDS
        }
        for scope, cooldown in self._cooldowns.items():
            cooldown.until = min(cooldown.until, now + MAX_WINDOW_SECONDS)
            if cooldown.probe is not None and not now < self._leases.get(scope, 0.0) <= now + PROBE_LEASE_SECONDS:
                cooldown.probe = None
        self._learned.bound(now)
        self._complete_at = min(self._complete_at, now + REJOIN_SECONDS)
        self._next_slot = min(self._next_slot, now + RESERVE_SECONDS + self._slot_gap)

    def _count_at_least(self, seed: Seed) -> None:
        self._number = max(self._number, seed["number"])
        for route, number in seed["routes"].items():
            self._routes[route] = max(self._routes.get(route, 0), number)

    def _hear(self, name: str, window: Window, now: float) -> None:
        known = self._windows.get(name)
        if (known is None and len(self._windows) < MAX_WINDOWS) or (known is not None and window["number"] >= known[0]):
            self._windows[name] = (window["number"], window["remaining"], now + window["resets_in"])

    def _apply(self, event: Event, now: float) -> None:
        if event["kind"] == "succeeded":
            self._learned.record_success(now, binding=event["growing"], count=event["count"])
            if now < self._complete_at:
                self._learned.forget_recent()
            return
        number = event["number"]
        if event["kind"] == "throttled":
            self._throttle(event, now)
        for scope, cooldown in self._cooldowns.items():
            if cooldown.probe != number:
                continue
            cooldown.probe = None
            if event["kind"] == "recovered":
                cooldown.end(now)
                self._next_slot = now
                if scope == ACCOUNT:
                    self._learned.record_recovery(now, overload=cooldown.overload)

    def _throttle(self, event: Throttled, now: float) -> None:
        part, cooldown = event["random"], self._cooldowns[event["scope"]]

        def uniform(low: float, high: float) -> float:
            return low + part * (high - low)

        if cooldown.record_throttle(event["number"], self._number, now, event.get("wait"), uniform):
            cooldown.overload = event["overload"]
            if event["teaches"]:
                self._unreliable = True
                self._learned.record_throttle(now, enforced=event["enforced"])

    def _until_next_try(self, scope: str, now: float) -> float:
        cooldown = self._cooldowns[scope]
        return PROBE_RECHECK_SECONDS if cooldown.probe is not None else max(0.0, cooldown.until - now)

    def _take(self, take: Take, now: float) -> Grant | float:
        """A slot for the request, or the seconds until the next try."""
        active = [scope for scope in (ACCOUNT, take["route"]) if scope in self._cooldowns]
        active = [scope for scope in active if self._cooldowns[scope].active]
        hold = max((self._until_next_try(scope, now) for scope in active), default=0.0)
        if hold > 0:
            return hold
        rate, binding = self._rate(take)
        at = max(self._next_slot, now - SLOT_BURST_SECONDS) if rate < math.inf and not active else now
        if at - now > RESERVE_SECONDS:
            return at - now - RESERVE_SECONDS
        route = take["route"]
        self._number += 1
        self._routes[route] = max(self._routes.get(route, 0), take["on_route"]) + 1
        for scope in active:
            self._cooldowns[scope].probe = self._number
            self._leases[scope] = now + PROBE_LEASE_SECONDS
        if take["learned"]:
            self._learned.record_sent(now, binding=binding and self._next_slot >= now - SLOT_BURST_SECONDS)
        if rate < math.inf and not active:
            self._slot_gap = 1 / rate
            self._next_slot = at + self._slot_gap
        return Grant(number=self._number, on_route=self._routes[route], wait=max(0.0, at - now), probe=bool(active))

    def _rate(self, take: Take) -> tuple[float, bool]:
        """Requests per second of all processes, and whether the learned rate is what limits them."""
        known = take.get("rate", math.inf)
        if not take["learned"]:
            return known, False
        learned = self._learned.rate
        return min(known, learned), learned < take["ceiling"] * max(1, len(self._processes))

    def dump(self) -> dict[str, Any]:
        """Everything, for a file; JSON can hold it."""
        return {
            "number": self._number,
            "routes": self._routes,
            "learned": self._learned.dump(),
            "unreliable": self._unreliable,
            "next_slot": self._next_slot,
            "slot_gap": self._slot_gap,
            "complete_at": self._complete_at,
            "cooldowns": {scope: asdict(cooldown) for scope, cooldown in self._cooldowns.items()},
            "leases": self._leases,
            "processes": self._processes,
            "windows": self._windows,
        }

    @classmethod
    def load(cls, dumped: Mapping[str, Any]) -> SharedLimits:
        """What ``dump`` gave.

        Raises:
            LookupError: it is something else, as are the next two.
            TypeError: see above.
            ValueError: see above.
        """
        limits = cls(
            Seed(number=dumped["number"], routes=dumped["routes"], learned=LearnedRate().shared(), alone=False)
        )
        limits._learned.load(dumped["learned"])
        limits._unreliable = bool(dumped["unreliable"])
        limits._next_slot, limits._slot_gap = float(dumped["next_slot"]), float(dumped["slot_gap"])
        limits._complete_at = float(dumped["complete_at"])
        for scope, fields in dumped["cooldowns"].items():
            limits._cooldowns[scope] = Cooldown(**{name.removeprefix("_"): value for name, value in fields.items()})
        limits._leases = {scope: float(until) for scope, until in dumped["leases"].items()}
        limits._processes = {one: (float(seen), int(left)) for one, (seen, left) in dumped["processes"].items()}
        limits._windows = {
            name: (int(number), int(remaining), float(resets_at))
            for name, (number, remaining, resets_at) in dumped["windows"].items()
        }
        return limits


def apply_exchange(
    limits: SharedLimits | None, told: Exchange, now: float
) -> tuple[SharedLimits, Reply] | tuple[None, None]:
    """One exchange with limits that may not exist yet: a process with a ``seed`` makes them.

    Returns:
        The limits, and the reply; None for both if they do not exist and there is no ``seed``.
    """
    if limits is None:
        if "seed" not in told:
            return None, None
        limits = SharedLimits(told["seed"])
    return limits, limits.exchange(told, now)
