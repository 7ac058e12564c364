"""What happens: one frozen record for every attempt, for the hooks of a client; and the begin and end of everything.

The records hold enough for metrics and tracing, and nothing that may not be logged: no header, body, query or
credential. ``subscribe`` gives a listener the events of all clients of the process, in this order::

    RunStarted            a list that is read page by page, or a bulk call
      CallStarted
        AttemptStarted    an attempt was given to the transport
        Attempt           an attempt has ended, also one that was never sent
      CallEnded
    RunEnded

Runs and calls have ids, and know the run that they are part of.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from attrs import frozen

from .errors import ConfigurationError
from .options import items_of


@frozen(kw_only=True)
class Attempt:
    """One attempt of one call.

    Every attempt has one, however it ended: with a response, a failure, the call's deadline, a cancellation from
    outside or an exception of a transport or a file. So has an attempt that was never sent, because limits held it back
    or the call ended while it waited; its ``sent`` is False.
    """

    vendor: str
    """The vendor's module name, such as ``"launchdarkly"``."""
    client: str
    """The client's own ``name``; the vendor's, where it was given none."""
    call_id: str
    """The same for all attempts of one call, and for no other call."""
    operation: str
    """The operation's id in the vendor's spec."""
    method: str
    """The HTTP method."""
    path_template: str
    """The path with ``{names}`` instead of ids: a good metric label."""
    host: str
    """Where it was sent, with the port if the base URL names one."""
    path: str
    """The path of the URL, that of the base URL included, without the query."""
    number: int
    """1 for the first attempt of the call."""
    sent: bool
    """Whether it was given to the transport; otherwise it has only waited."""
    started_at: datetime
    """When it was sent, by this machine's clock, in UTC; if it was not sent, when it began to wait."""
    waited: float
    """Seconds the attempt was held back by limits before it was sent."""
    elapsed: float
    """Seconds from sending to the last byte, or to the failure; 0 if it was not sent."""
    status: int | None = None
    """The response's status; None where no response arrived."""
    error: str | None = None
    """The name of the error class where no response arrived, such as ``"ReadTimeoutError"``; for one that was
    cancelled, ``"CancelledError"``.
    """
    request_id: str | None = None
    """The id that the vendor's support asks for, where there is one."""
    sent_bytes: int = 0
    """Size of the request's body."""
    received_bytes: int = 0
    """Size of the response's body, after decompression."""
    retry_in: float | None = None
    """Seconds until the next attempt, at least; None where this was the last."""
    sent_by: str | None = None
    """What it was sent with: ``"httptools"`` or ``"h11"``, the parsers of our own connections (the latter where
    httptools is missing), or ``"httpx"`` (a client that was handed in, or while httpx or httpcore is patched); None if
    it was not sent, or by a transport of your own.
    """


@frozen(kw_only=True)
class CallStarted:
    """A call begins: it waits for its first attempt."""

    call_id: str
    """The same for everything that is part of the call, and for no other call."""
    run_id: str | None
    """The run that the call is part of, if any."""
    vendor: str
    """The vendor's module name, such as ``"launchdarkly"``."""
    client: str
    """The client's own ``name``; the vendor's, where it was given none."""
    operation: str
    """The operation's id in the vendor's spec."""
    method: str
    """The HTTP method."""
    path_template: str
    """The path with ``{names}`` instead of ids."""


@frozen(kw_only=True)
class AttemptStarted:
    """An attempt is given to the transport. An ``Attempt`` with the same ``call_id`` follows when it has ended."""

    call_id: str
    """The call that the attempt is part of."""
    number: int
    """1 for the first attempt of the call."""
    url: str
    """Where it is sent, without the query."""
    waited: float
    """Seconds the attempt was held back by limits."""
    rate: float | None
    """Requests per second that bulk calls of this account keep to, as far as learned; None while nothing is known."""


@frozen(kw_only=True)
class CallEnded:
    """A call has ended. A response that cannot be decoded afterwards is the caller's to see, not the call's."""

    call_id: str
    """As in ``CallStarted``."""
    attempts: int
    """How many attempts were sent."""
    elapsed: float
    """Seconds since the call began, all waits included."""
    error: str | None = None
    """The name of the class of what ended it, such as ``"NotFoundError"`` or ``"CancelledError"``; None for success."""


RunKind: TypeAlias = Literal["bulk", "pages"]
"""A bulk call, or a list that is read page by page."""


@frozen(kw_only=True)
class RunStarted:
    """A list begins to be read, or a bulk call begins."""

    run_id: str
    """The same for everything that is part of the run."""
    parent_id: str | None
    """The run that this one is part of, if any: a bulk call may read its keys from a list."""
    kind: RunKind
    """What it is."""
    operation: str | None = None
    """Of a list, the operation's id in the vendor's spec; a bulk call may make calls of several operations."""
    total: int | None = None
    """Of a bulk call, how many keys there are, if that is known."""


@frozen(kw_only=True)
class RunEnded:
    """A run has ended: it is complete, was stopped, or failed."""

    run_id: str
    """As in ``RunStarted``."""
    kind: RunKind
    """What it was."""
    elapsed: float
    """Seconds since it began, those included in which the caller used what it had yielded."""
    done: int
    """Outcomes of a bulk call, or pages of a list, that were yielded."""
    failed: int = 0
    """How many of the outcomes are failures."""
    error: str | None = None
    """The name of the class of what ended it early; None if it is complete. ``"GeneratorExit"`` is a caller that
    stopped.
    """


Event: TypeAlias = RunStarted | CallStarted | AttemptStarted | Attempt | CallEnded | RunEnded

Listener: TypeAlias = Callable[[Event], object]
"""Called with every event, in the event loop: return quickly. An exception is logged, and changes nothing."""

E = TypeVar("E")

LOGGER = logging.getLogger("abclient")

Hook = Callable[[Attempt], object]
"""Called after every attempt, in the event loop: return quickly. An exception is logged, and changes nothing."""


class Hooks(Generic[E]):
    """What is called with records: the hooks of one account, or the listeners of the process.

    An exception of a hook changes nothing for the call: it is logged as a warning with its traceback, once for each
    hook and class of exception. ``KeyboardInterrupt`` and ``SystemExit`` end the program, as anywhere.

    Raises:
        ConfigurationError: a hook cannot be called, or calling it would run nothing.
    """

    def __init__(self, hooks: Iterable[Callable[[E], object]] = ()) -> None:
        self._hooks: tuple[Callable[[E], object], ...] = tuple(checked_hooks(hooks))
        self._warned: set[tuple[int, type[BaseException]]] = set()

    def __bool__(self) -> bool:
        return bool(self._hooks)

    def __iter__(self) -> Iterator[Callable[[E], object]]:
        return iter(self._hooks)

    def notify(self, record: E) -> None:
        """Call each hook with the record."""
        for hook in self._hooks:
            try:
                returned = hook(record)
                if inspect.iscoroutine(returned):
                    returned.close()
                    raise TypeError("it returned a coroutine, which is never awaited")  # noqa: TRY301  # as its own
            except (Exception, asyncio.CancelledError) as error:
                self._warn_once(hook, error)

    def _warn_once(self, hook: Callable[[E], object], error: BaseException) -> None:
        kind = (id(hook), type(error))
        if kind not in self._warned:
            self._warned.add(kind)
            LOGGER.warning(
                "the hook %r raised %s, which changes nothing for the call; this is logged once",
                hook,
                type(error).__name__,
                exc_info=error,
            )


def checked_hooks(hooks: Iterable[Callable[[E], object]]) -> tuple[Callable[[E], object], ...]:
    """The hooks, if calling them does something.

    Raises:
        ConfigurationError: one cannot be called, or is ``async`` or a generator, so that calling it runs nothing.
    """
    found = items_of(hooks)
    if found is None:
        raise ConfigurationError(f"hooks must be a list of functions, not {hooks!r}")
    for hook in found:
        if not callable(hook):
            raise ConfigurationError(f"hooks must be a list of functions, not {found!r}")
        if _runs_nothing(hook):
            raise ConfigurationError(
                f"a hook must be a plain function, and {hook!r} is async or a generator: calling it would run nothing;"
                " let a plain one put the attempt into a queue, or start a task"
            )
    return found


def _runs_nothing(hook: Any) -> bool:
    """Whether calling it returns a coroutine or a generator, and runs none of its code."""
    while isinstance(hook, partial):
        hook = cast("partial[object]", hook).func
    called = hook if inspect.isroutine(hook) or inspect.isclass(hook) else type(hook).__call__
    kinds = (inspect.iscoroutinefunction, inspect.isasyncgenfunction, inspect.isgeneratorfunction)
    return any(is_kind(one) for is_kind in kinds for one in (hook, called))


_listeners: Hooks[Event] = Hooks()


def subscribe(listener: Listener) -> Callable[[], None]:
    """Call a function with every event of every client of this process, from now on.

    It is called in the event loop and should return quickly. An exception that it raises is logged as a warning, once
    for each class, and changes nothing for calls.

    Args:
        listener: a plain function of one event, which is one of the classes of this module.

    Returns:
        What ends the subscription; it may be called twice.

    Raises:
        ConfigurationError: it cannot be called, or is ``async`` or a generator.
    """
    global _listeners
    own = Hooks[Event]((listener,)).notify  # a function of its own, so that the same one can be subscribed twice
    _listeners = Hooks((*_listeners, own))

    def unsubscribe() -> None:
        global _listeners
        _listeners = Hooks(one for one in _listeners if one is not own)

    return unsubscribe


def watched() -> bool:
    """Whether anyone has subscribed."""
    return bool(_listeners)


def notify(event: Event) -> None:
    """Call every listener."""
    _listeners.notify(event)


def log(attempt: Attempt) -> None:
    """One line at DEBUG in the log ``abclient``."""
    if not LOGGER.isEnabledFor(logging.DEBUG):
        return
    outcome = attempt.status if attempt.status is not None else attempt.error
    after = "" if attempt.retry_in is None else f", next attempt in {attempt.retry_in:.2f} s"
    LOGGER.debug(
        "%s %s %s%s: %s %s, attempt %d of call %s%s",
        attempt.vendor if attempt.client == attempt.vendor else f"{attempt.vendor} ({attempt.client})",
        attempt.method,
        attempt.host,
        attempt.path,
        outcome,
        f"in {attempt.elapsed * 1000:.0f} ms" if attempt.sent else f"after waiting {attempt.waited:.2f} s, not sent",
        attempt.number,
        attempt.call_id,
        after,
    )
