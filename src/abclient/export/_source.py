"""Where rows come from: what a source gives, and how the outcomes of a bulk fetch become one."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable
from typing import Any, Protocol, TypeAlias, TypeVar
from urllib.parse import quote

from ..results import ResultRow

Key: TypeAlias = str | int | tuple[str | int | None, ...]
"""What rows are fetched by: an id, or several that belong together."""

Item: TypeAlias = tuple[Key, Iterable[ResultRow] | Exception]
"""What became of one key: its rows, of which there may be none, or why there are none."""


def key_text(key: Key) -> str:
    """A key as the manifest has it; several ids are joined by slashes.

    Raises:
        TypeError: it is neither text nor a whole number, nor several of them.
    """
    if isinstance(key, tuple):
        return "/".join("" if part is None else quote(key_text(part), safe="") for part in key)
    if isinstance(key, str):
        return key
    if type(key) is int:
        return str(key)
    raise TypeError(f"a key must be text or a whole number, not {type(key).__name__}")


class Outcome(Protocol):
    """What became of one key of a bulk fetch; ``abclient.Outcome`` is one."""

    @property
    def key(self) -> Any:
        """The key."""

    @property
    def error(self) -> Exception | None:
        """Why there is no value."""

    @property
    def value(self) -> Any:
        """What was fetched; None where the vendor has no results yet."""


O = TypeVar("O", bound=Outcome)  # noqa: E741  # an outcome


async def as_rows(outcomes: AsyncIterable[O], to_rows: Callable[[O], Iterable[ResultRow]]) -> AsyncGenerator[Item]:
    """Make a source of the outcomes of a bulk fetch.

    What fails, fails alone: an outcome without a value, and one that cannot be made rows because the vendor answered
    garbage, become that key's error. An outcome whose value is None has no rows.
    """
    try:
        async for outcome in outcomes:
            error = outcome.error
            yield outcome.key, _rows_or_error(outcome, to_rows) if error is None else error
    finally:
        close: Callable[[], Awaitable[None]] | None = getattr(outcomes, "aclose", None)
        if close is not None:
            await close()


def _rows_or_error(outcome: O, to_rows: Callable[[O], Iterable[ResultRow]]) -> list[ResultRow] | Exception:
    try:
        return [] if outcome.value is None else list(to_rows(outcome))
    except Exception as error:
        return error
