"""The result of one key of a bulk call, and how far the call has come."""

from __future__ import annotations

from typing import Generic, TypeVar, cast

from attrs import field, frozen

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
