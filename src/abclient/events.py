"""One frozen record for every attempt, and the hooks that receive it.

It holds enough for metrics and tracing, and nothing that may not be logged: no header, body, query or credential.
"""

from __future__ import annotations

import asyncio
import inspect
import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Any, cast

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


LOGGER = logging.getLogger("abclient")

Hook = Callable[[Attempt], object]
"""Called after every attempt, in the event loop: return quickly. An exception is logged, and changes nothing."""


class Hooks:
    """The hooks of one account.

    An exception of a hook changes nothing for the call: it is logged as a warning with its traceback, once for each
    hook and class of exception. ``KeyboardInterrupt`` and ``SystemExit`` end the program, as anywhere.

    Raises:
        ConfigurationError: a hook cannot be called, or calling it would run nothing.
    """

    def __init__(self, hooks: Iterable[Hook] = ()) -> None:
        self._hooks: tuple[Hook, ...] = tuple(checked_hooks(hooks))
        self._warned: set[tuple[int, type[BaseException]]] = set()

    def __bool__(self) -> bool:
        return bool(self._hooks)

    def __iter__(self) -> Iterator[Hook]:
        return iter(self._hooks)

    def notify(self, attempt: Attempt) -> None:
        """Call each hook with the record."""
        for hook in self._hooks:
            try:
                returned = hook(attempt)
                if inspect.iscoroutine(returned):
                    returned.close()
                    raise TypeError("it returned a coroutine, which is never awaited")  # noqa: TRY301  # as its own
            except (Exception, asyncio.CancelledError) as error:
                self._warn_once(hook, error)

    def _warn_once(self, hook: Hook, error: BaseException) -> None:
        kind = (id(hook), type(error))
        if kind not in self._warned:
            self._warned.add(kind)
            LOGGER.warning(
                "the hook %r raised %s, which changes nothing for the call; this is logged once",
                hook,
                type(error).__name__,
                exc_info=error,
            )


def checked_hooks(hooks: Iterable[Hook]) -> tuple[Hook, ...]:
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
