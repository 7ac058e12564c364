"""One account's pace at one host: quotas the vendor announces, a gate that closes after a refusal, and a retry quota.

One ``Pace`` is shared by everything that speaks for the same account, so that a refusal one call meets is a lesson for
all. Clock, sleep and randomness are passed in, so that an hour of weather can be tested in a moment.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Awaitable, Callable, Iterable
from typing import NamedTuple

from attrs import define, field

from ._policy import Quota, gate_wait, retry_cost

_ACCOUNT = "account"


class Ticket(NamedTuple):
    """Permission to send one request: which one it is, counted over the account and over its route."""

    route: str
    number: int
    number_on_route: int


@define
class _Budget:
    """What the newest answer said is left of one quota, and which request it answered."""

    remaining: int
    resets_at: float
    heard_from: int


@define
class _Gate:
    """Closed until a moment, then open to one probe; the probe's answer opens it or closes it for longer."""

    opens_at: float
    closed_by: int
    refusals: int = 1
    probe: int | None = None
    news: asyncio.Event = field(factory=asyncio.Event)

    def wake(self) -> None:
        """Let everyone who waits for the probe look again."""
        news, self.news = self.news, asyncio.Event()
        news.set()


class RetryQuota:
    """Bounds how much of the traffic may be retries, however many calls fail at once.

    A retry takes some of the quota, a success gives one back; when it is used up, errors are raised instead of retried.
    In an outage this turns a storm of retries into a trickle.
    """

    def __init__(self, capacity: int = 500) -> None:
        self.capacity: int = capacity
        self.left: int = capacity

    def take(self, status: int | None) -> bool:
        """Whether there is room for a retry after this status (None: no answer); takes it if so."""
        cost = retry_cost(status)
        if cost > self.left:
            return False
        self.left -= cost
        return True

    def give_back(self) -> None:
        """A request succeeded."""
        if self.left < self.capacity:
            self.left += 1


class Pace:
    """Decides when the next request to a route may be sent.

    Every request is announced with ``admit`` and ends with ``answered``, ``refused`` or ``lost``, which take the ticket
    that ``admit`` returned: an answer to an older request must not overrule what a newer one taught.

    Args:
        documented_wait: seconds that the vendor's documentation asks to wait after a refusal that names no time.
        clock: monotonic seconds.
        sleep: waits that many seconds.
        uniform: a random number between two.
    """

    def __init__(
        self,
        *,
        documented_wait: float | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        uniform: Callable[[float, float], float] = random.uniform,
    ) -> None:
        self.retry_quota: RetryQuota = RetryQuota()
        self.documented_wait: float | None = documented_wait
        self.clock: Callable[[], float] = clock
        self.sleep: Callable[[float], Awaitable[None]] = sleep
        self.uniform: Callable[[float, float], float] = uniform
        self._sent = 0
        self._sent_to: dict[str, int] = {}
        self._budgets: dict[str, _Budget] = {}
        self._gates: dict[str, _Gate] = {}

    async def admit(self, route: str) -> Ticket:
        """Wait until a request to the route may be sent. Costs next to nothing while nothing is scarce."""
        while self._gates or self._budgets:
            gate = self._closed_gate(route)
            if gate and gate.probe is not None:
                await gate.news.wait()
                continue
            now = self.clock()
            pause = gate.opens_at - now if gate else self._until_room(route, now)
            if pause > 0:
                await self.sleep(pause)
                continue
            if gate:
                gate.probe = self._sent + 1
            break
        self._sent += 1
        count = self._sent_to[route] = self._sent_to.get(route, 0) + 1
        return Ticket(route, self._sent, count)

    def answered(self, ticket: Ticket, quotas: Iterable[Quota] = ()) -> None:
        """The request was processed, whatever came of it: a gate that it probed opens."""
        self._hear(ticket, quotas)
        for scope in (_ACCOUNT, ticket.route):
            gate = self._gates.get(scope)
            if gate and gate.probe == ticket.number:
                del self._gates[scope]
                gate.wake()

    def refused(self, ticket: Ticket, asked: float | None, quotas: tuple[Quota, ...] = ()) -> float:
        """The request was refused for its rate: the gate of the route, or of the account, closes.

        Requests that were in flight together are refused together; such an episode closes the gate once.

        Returns:
            Seconds until the gate opens.
        """
        self._hear(ticket, quotas)
        spent = [quota for quota in quotas if quota.remaining == 0]
        if asked is None:
            asked = max((quota.reset_in for quota in spent), default=self.documented_wait)
        scope = ticket.route if {quota.scope for quota in spent} == {"route"} else _ACCOUNT
        now = self.clock()
        gate = self._gates.get(scope)
        if gate is None:
            gate = self._gates[scope] = _Gate(now + gate_wait(1, asked, self.uniform), self._sent)
        elif ticket.number > gate.closed_by:
            gate.refusals += 1
            gate.closed_by = self._sent
            gate.opens_at = now + gate_wait(gate.refusals, asked, self.uniform)
        elif asked is not None:
            gate.opens_at = max(gate.opens_at, now + asked)
        self.lost(ticket)
        return gate.opens_at - now

    def lost(self, ticket: Ticket) -> None:
        """The request ended without news about the rate; if it was a probe, another one may try."""
        for scope in (_ACCOUNT, ticket.route):
            gate = self._gates.get(scope)
            if gate and gate.probe == ticket.number:
                gate.probe = None
                gate.wake()

    def _closed_gate(self, route: str) -> _Gate | None:
        account, own = self._gates.get(_ACCOUNT), self._gates.get(route)
        if account is None or own is None:
            return account or own
        return own if account.probe is None and own.opens_at > account.opens_at else account

    def _hear(self, ticket: Ticket, quotas: Iterable[Quota]) -> None:
        for quota in quotas:
            of_account = quota.scope == _ACCOUNT
            key, number = (_ACCOUNT, ticket.number) if of_account else (ticket.route, ticket.number_on_route)
            known = self._budgets.get(key)
            if known is None or number >= known.heard_from:
                self._budgets[key] = _Budget(quota.remaining, self.clock() + quota.reset_in, number)

    def _until_room(self, route: str, now: float) -> float:
        """Seconds until every quota that covers the route has room for one more request."""
        pause = 0.0
        for key, sent in ((_ACCOUNT, self._sent), (route, self._sent_to.get(route, 0))):
            budget = self._budgets.get(key)
            if budget is None:
                continue
            if now >= budget.resets_at:
                del self._budgets[key]
            elif budget.remaining <= sent - budget.heard_from:
                pause = max(pause, budget.resets_at - now + self.uniform(0.02, 0.3))
        return pause
