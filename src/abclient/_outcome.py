"""The result of one key of a bulk call, and how far the call has come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar, cast

from attrs import field, frozen

from ._listing import Listing
from .errors import PartialFailureError

K = TypeVar("K")
V = TypeVar("V")


@frozen(kw_only=True)
class Outcome(Generic[K, V]):
    """The result of one key.

    Attributes:
        index: the key's position in the given order, from 0.
        key: the key.
        error: why there is no value, or None.
    """

    index: int
    key: K
    error: Exception | None = None
    _value: V | None = field(default=None, alias="value")

    @property
    def ok(self) -> bool:
        """Whether there is a value."""
        return self.error is None

    @property
    def value(self) -> V:
        """The fetched value; raises the error if there is one."""
        if self.error is not None:
            raise self.error
        return cast("V", self._value)

    def _repr_html_(self) -> str:
        from ._html import outcome_html

        return outcome_html(self)


@frozen
class Progress:
    """The progress of a bulk fetch.

    Attributes:
        done: how many keys have an outcome.
        failed: how many of these have no value.
        total: how many keys there are; None if they cannot be counted beforehand.
    """

    done: int
    failed: int
    total: int | None


def values_of(outcomes: Sequence[Outcome[K, V]]) -> list[V]:
    """The values of all keys.

    Raises:
        PartialFailureError: some keys failed; it names them, and carries the values of the others.
        ValueError: there are no keys.
    """
    if not outcomes:
        raise ValueError("the list of ids is empty")
    failures = {outcome.key: outcome.error for outcome in outcomes if outcome.error is not None}
    if failures:
        named = "; ".join(f"{key!r}: {error}" for key, error in list(failures.items())[:5])
        more = f"; and {len(failures) - 5} more" if len(failures) > 5 else ""
        raise PartialFailureError(
            f"{len(failures)} of {len(outcomes)} could not be fetched: {named}{more}",
            values={outcome.key: outcome.value for outcome in outcomes if outcome.ok},
            failures=failures,
        )
    return Listing(outcome.value for outcome in outcomes)
