"""Engines that do work on other processes and machines: a cluster that exists already, or one on this machine.

::

    async with open_engine("dask", "tcp://scheduler:8786") as engine:
        result = await engine.call(function, argument, name="shop")

What is done there is a coroutine function of a module that the workers have, too. It is called with its argument, which
is pickled, and with a function that tells this process how far it is.
"""

from __future__ import annotations

import pickle
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol, TypeAlias, TypeVar

from ..errors import ConfigurationError

A = TypeVar("A")
T = TypeVar("T")

Tell: TypeAlias = Callable[[Any], None]
"""Tells the process that has called: with texts, numbers, and lists and dicts of them."""

ENGINES = ("dask",)


class Engine(Protocol):
    """Does work elsewhere."""

    async def call(
        self, function: Callable[[A, Tell], Coroutine[Any, Any, T]], argument: A, *, name: str, on_told: Tell = ...
    ) -> T:
        """Call a function on a worker, with an argument and with what tells this process about it.

        A worker that is lost is replaced by another one, where the function is called again. When this call is
        cancelled, the function is cancelled as well, and this waits until it has ended.

        Args:
            function: a coroutine function of a module that the workers have.
            argument: what it is called with, which can be pickled.
            name: what the call is named in messages.
            on_told: called with what the function tells.

        Returns:
            What the function returns.

        Raises:
            ConfigurationError: the argument cannot be pickled, or workers have another version of this package.
            WorkerLostError: the call's workers were lost again and again.
            EngineError: the engine is lost, and all of its calls with it; it has no workers; or these cannot run it.
            Exception: what the function raises.
        """
        ...


def portable(error: Exception) -> Exception:
    """The error, or one of the same text if it cannot be pickled."""
    try:
        copy = pickle.loads(pickle.dumps(error))  # noqa: S301  # what was pickled here
    except Exception:
        copy = None
    return error if type(copy) is type(error) else RuntimeError(f"{type(error).__name__}: {error}")


@asynccontextmanager
async def open_engine(name: str, address: str | None = None, *, parallel: int) -> AsyncGenerator[Engine]:
    """Open an engine; what it began on this machine has ended in the end.

    Args:
        name: one of ``ENGINES``.
        address: where its scheduler is; None begins one of its own on this machine.
        parallel: how many calls run at the same time there, in the second case.

    Raises:
        ConfigurationError: there is no such engine, it is not installed, or nothing is at the address.
    """
    if name not in ENGINES:
        raise ConfigurationError(f"there is no engine {name!r}; there are {', '.join(ENGINES)}")
    from ._dask import open_dask

    async with open_dask(address, parallel) as engine:
        yield engine
