"""Keys, and the rows that were fetched for them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar
from urllib.parse import quote

from .results import ResultRow

if TYPE_CHECKING:
    from .bulk import Outcome

V = TypeVar("V")

Key: TypeAlias = str | int | tuple[str | int | None, ...]
"""What identifies rows: an id, or several that belong together."""

Item: TypeAlias = tuple[Key, Iterable[ResultRow] | Exception]
"""The result of one key: its rows, possibly none, or the error."""


def key_text(key: Key) -> str:
    """A key as one text; several ids are joined by slashes.

    Raises:
        TypeError: it is neither text nor a whole number, nor several of them.
    """
    if isinstance(key, str):
        return key
    if isinstance(key, tuple):
        return "/".join("" if part is None else quote(key_text(part), safe="") for part in key)
    if type(key) is int:
        return str(key)
    raise TypeError(f"a key must be text or a whole number, not {type(key).__name__}")


async def as_rows(
    outcomes: AsyncIterable[Outcome[Any, V]], to_rows: Callable[[Outcome[Any, V]], Iterable[ResultRow]]
) -> AsyncGenerator[Item]:
    """The outcomes of a bulk fetch as items of an export.

    A failure affects only its own key: an outcome without a value, or with a malformed response, becomes that key's
    error. An outcome whose value is None has no rows.
    """
    try:
        async for outcome in outcomes:
            error = outcome.error
            yield outcome.key, _rows_or_error(outcome, to_rows) if error is None else error
    finally:
        close: Callable[[], Awaitable[None]] | None = getattr(outcomes, "aclose", None)
        if close is not None:
            await close()


def _rows_or_error(
    outcome: Outcome[Any, V], to_rows: Callable[[Outcome[Any, V]], Iterable[ResultRow]]
) -> list[ResultRow] | Exception:
    try:
        return [] if outcome.value is None else list(to_rows(outcome))
    except Exception as error:
        return error
