"""Calls that are made when they are awaited, and are accepted wherever asyncio needs a coroutine."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from collections.abc import Callable, Coroutine, Generator
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

T = TypeVar("T")


class AwaitableCall(Coroutine[Any, Any, T]):
    """A call that is made when it is awaited, each time anew.

    ``asyncio.create_task``, ``TaskGroup.create_task``, ``asyncio.run`` and ``run_coroutine_threadsafe`` accept
    only coroutines, so this behaves like one. Every task that runs it makes its own call.
    """

    _hint = "await it, or use `async for`"

    def __init__(self) -> None:
        self._steps: dict[asyncio.Task[Any] | None, Coroutine[Any, Any, T]] = {}

    @abstractmethod
    def _awaited(self) -> Coroutine[Any, Any, T]:
        """Makes the call."""

    def __await__(self) -> Generator[Any, Any, T]:
        return self._awaited().__await__()

    def send(self, value: Any) -> Any:
        """Go on with the current task's call; part of what a coroutine is."""
        return self._step(lambda call: call.send(value))

    def throw(
        self,
        typ: type[BaseException] | BaseException,
        val: BaseException | object = None,
        tb: TracebackType | None = None,
        /,
    ) -> Any:
        """Raise in the current task's call; part of what a coroutine is."""
        error = typ if isinstance(typ, BaseException) else val if isinstance(val, BaseException) else typ()
        return self._step(lambda call: call.throw(error.with_traceback(tb) if tb else error))

    def close(self) -> None:
        """End the calls of all tasks; part of what a coroutine is."""
        while self._steps:
            self._steps.popitem()[1].close()

    def _step(self, go_on: Callable[[Coroutine[Any, Any, T]], Any]) -> Any:
        task = asyncio.current_task()
        call = self._steps.get(task) or self._steps.setdefault(task, self._awaited())
        try:
            return go_on(call)
        except BaseException:  # its end, whether it is StopIteration with a result or an error
            self._steps.pop(task, None)
            raise

    if not TYPE_CHECKING:  # for callers without a type checker, which would say so before

        def __iter__(self) -> NoReturn:
            raise TypeError(f"{type(self).__name__} cannot be iterated like this: {self._hint}")

        def __enter__(self) -> NoReturn:
            raise TypeError(f"{type(self).__name__} is not a context manager for `with`: {self._hint}")

        def __exit__(self, *exc_info: object) -> None:
            """Never reached; without it, `with` would not get as far as to say what to do."""
