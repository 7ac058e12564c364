"""What processes that share the limits of an account tell each other, and the store through which they do.

Everything is plain data that JSON can hold, and times are seconds from now: each process has a clock of its own, and so
has the store. An absent key says that there is nothing to say.
"""

from __future__ import annotations

from typing import Literal, NotRequired, Protocol, TypeAlias, TypedDict, runtime_checkable

from .state import SharedRate


class Take(TypedDict):
    """A request that a process wants to send.

    Attributes:
        route: whose quota it counts for, besides the account's.
        on_route: how many requests to the route this process knows of.
        rate: requests per second of all processes that known limits allow; absent if there is none.
        learned: whether the learned rate applies as well.
        ceiling: requests per second that this process's concurrency limit allows; far above it, nothing is learned.
    """

    route: str
    on_route: int
    rate: NotRequired[float]
    learned: bool
    ceiling: float


class Succeeded(TypedDict):
    """Adaptive requests succeeded.

    Attributes:
        kind: what this is.
        count: how many did.
        growing: the learned rate was what limited them.
    """

    kind: Literal["succeeded"]
    count: int
    growing: bool


class Probed(TypedDict):
    """A request that probed for the end of a cooldown succeeded, or ended without a verdict.

    Attributes:
        kind: which of them.
        number: of the request.
    """

    kind: Literal["recovered", "released"]
    number: int


class Throttled(TypedDict):
    """A request was throttled; see ``Throttle``.

    Attributes:
        kind: what this is.
        number: of the request.
        scope: what cools down.
        wait: seconds; absent if nothing says how many.
        overload: a 503.
        teaches: it says something about the rate.
        enforced: requests kept to the learned rate.
        random: from 0 to 1, for the jitter of the wait.
    """

    kind: Literal["throttled"]
    number: int
    scope: str
    wait: NotRequired[float]
    overload: bool
    teaches: bool
    enforced: bool
    random: float


Event: TypeAlias = Succeeded | Probed | Throttled
"""What happened to requests that were sent."""


class Window(TypedDict):
    """An announced quota, as of one response.

    Attributes:
        number: of its request, counted over the account, or over the route if it is a route's.
        remaining: what the response announced.
        resets_in: seconds.
    """

    number: int
    remaining: int
    resets_in: float


class Seed(TypedDict):
    """What a store without the account begins with: one process's own knowledge.

    Attributes:
        number: how many requests it knows of.
        routes: the same by route.
        learned: its rate.
        alone: it sent requests without the store.
    """

    number: int
    routes: dict[str, int]
    learned: SharedRate
    alone: bool


class Exchange(TypedDict):
    """What one process tells the others, and asks of them; the store applies it in one step.

    Attributes:
        process: who it is: a random identifier.
        pending: how many requests of bulk work it still has to send.
        seed: given when it joins.
        events: in the order in which they happened.
        windows: the newest announced quotas that it knows, by name.
        slot_within: seconds within which the next slot must be, as a new window allows a higher rate.
        take: the request that it wants to send.
        leaving: it was closed.
    """

    process: str
    pending: NotRequired[int]
    seed: NotRequired[Seed]
    events: NotRequired[list[Event]]
    windows: NotRequired[dict[str, Window]]
    slot_within: NotRequired[float]
    take: NotRequired[Take]
    leaving: NotRequired[bool]


class Grant(TypedDict):
    """A request may be sent.

    Attributes:
        number: of the request, counted over the account.
        on_route: counted over the route.
        wait: seconds until then.
        probe: it ends a cooldown if it succeeds.
    """

    number: int
    on_route: int
    wait: float
    probe: bool


class Reply(TypedDict):
    """What all processes know together.

    Attributes:
        grant: for ``take``, if the request may be sent.
        wait: else seconds until the next try.
        processes: how many there are.
        pending: how many requests of bulk work the others still have to send.
        learned: the learned rate.
        unreliable: announced quotas did not explain a 429.
        cooling: the cooldowns that are active, with the seconds until the next try.
        windows: announced quotas.
    """

    grant: Grant | None
    wait: float
    processes: int
    pending: int
    learned: SharedRate
    unreliable: bool
    cooling: dict[str, float]
    windows: dict[str, Window]


class StoreConnection(Protocol):
    """One process's connection to the shared limits of one account."""

    async def exchange(self, told: Exchange) -> Reply | None:
        """Apply what this process tells, in one step that no other process interrupts.

        Returns:
            The reply; None if the store has nothing of the account, and ``told`` has no ``seed`` to begin with.

        Raises:
            OSError: the store cannot be reached now; what was told may be lost.
            ConfigurationError: it is not such a store, and will never be.
        """
        ...

    async def aclose(self) -> None:
        """Close the connection."""


@runtime_checkable
class RateLimitStore(Protocol):
    """Where processes keep the limits of an account together.

    A store of your own keeps, for each account, what ``SharedLimits`` holds, and passes each exchange to
    ``SharedLimits.exchange``, one after the other, with the seconds of one clock.
    """

    def connect(self, account: str) -> StoreConnection:
        """A connection for one client; nothing is opened before it is used.

        Args:
            account: names the account: a hash of vendor, host and credentials.
        """
        ...
