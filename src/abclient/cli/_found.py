"""What a source finds: experiments, the keys of their results, and what becomes of them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Callable, Mapping
from typing import Any, NamedTuple

from ..bulk import Outcome
from ..export import Key, key_text
from ..results import ResultRow, Subject

Bulk = AsyncIterable[Outcome[Any, Any]]


class Found(NamedTuple):
    """An experiment.

    Attributes:
        subject: in the words that all vendors share.
        experiment: as the vendor's client gives it.
        keys: what its results are fetched by, and the name that each of them has in an export.
        complete: whether these are all; else the vendor did not say of what else there are results.
    """

    subject: Subject
    experiment: Any
    keys: Mapping[Any, Key]
    complete: bool = True


class Group(NamedTuple):
    """Experiments whose results come from one bulk call.

    Attributes:
        found: the experiments, as they are listed.
        fetch: the call, which takes their keys.
    """

    found: AsyncGenerator[Found]
    fetch: Callable[[AsyncIterator[Any]], Bulk]


class Got(NamedTuple):
    """What became of a key.

    Attributes:
        key: its name in an export.
        found: the experiment that it is of.
        rows: its rows, or why there are none.
    """

    key: Key
    found: Found
    rows: list[ResultRow] | Exception


class Meter:
    """Is told how far the work is; this one does not care."""

    def expect(self) -> None:
        """There is another key."""

    def advance(self) -> None:
        """One of them is done."""


def unwritable(keys: Mapping[Any, Key]) -> dict[Any, ValueError]:
    """The keys whose names no file can hold, such as those with half a surrogate, and why."""
    failed: dict[Any, ValueError] = {}
    for key, name in keys.items():
        try:
            key_text(name).encode()
        except ValueError as error:
            failed[key] = error
    return failed
