"""Bulk fetches: where keys may come from, and what becomes of a failure outside of any key's fetch."""

from __future__ import annotations

from typing import Self

import pytest

from abclient.bulk import Outcome, fetch_many


async def double(key: int) -> int:
    return 2 * key


class Counter:
    """An async iterator that is no generator, and so cannot be closed."""

    def __init__(self, count: int) -> None:
        self.left = count

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> int:
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


class Refusing:
    """A limiter that lets two keys pass."""

    def __init__(self, error: Exception) -> None:
        self.passed = 0
        self.error = error

    @property
    def most(self) -> int:
        return 2

    async def room(self) -> None:
        if self.passed == 2:
            raise self.error
        self.passed += 1

    def expect(self, calls: int) -> None:
        """Of no interest here."""


async def test_keys_come_from_any_async_iterator() -> None:
    """What cannot be closed need not be."""
    outcomes = await fetch_many(double, Counter(3), concurrency=1)
    assert [outcome.value for outcome in outcomes] == [4, 2, 0]


async def test_a_fetch_that_nobody_iterates_draws_nothing() -> None:
    """Entering and leaving the block starts no work, so that there is none to end."""
    keys = Counter(3)
    async with fetch_many(double, keys):
        pass
    assert keys.left == 3


@pytest.mark.parametrize("error", [RuntimeError("no more"), TimeoutError("no more")], ids=["error", "timeout"])
@pytest.mark.parametrize("deadline", [None, 60.0])
async def test_a_limiter_that_fails_ends_the_fetch_with_its_error(error: Exception, deadline: float | None) -> None:
    """The keys that it let pass have outcomes; that the others have none does not go unsaid."""
    got: list[Outcome[int, int]] = []
    with pytest.raises(type(error), match="no more"):
        async for outcome in fetch_many(
            double, range(5), concurrency="auto", limiter=Refusing(error), deadline=deadline
        ):
            got.append(outcome)
    assert sorted(outcome.value for outcome in got) == [0, 2]
