"""How many cases hypothesis tries: few and the same ones in every run, or many and new ones when fuzzing.

``ABCLIENT_FUZZ=100`` before pytest multiplies the number of cases, and draws new ones every time. ``ABCLIENT_FEWER=6``,
as in ``make test``, divides it; ``make test-all`` tries all of them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

FACTOR = int(os.environ.get("ABCLIENT_FUZZ", "1"))
FEWER = int(os.environ.get("ABCLIENT_FEWER", "1"))
USUAL = 100 // FEWER
"""How many cases are tried where a test names no number."""

TRIED: Counter[str] = Counter()
"""How many cases were really tried in this process, by the name of the test: hypothesis stops where none are left."""

Test = TypeVar("Test", bound=Callable[..., Any])


def one_every_run(values: Iterable[Any]) -> list[Any]:
    """Parameters of which the first stands for the others in ``make test``; these are left to ``make test-all``."""
    return _every_run(values, lambda number: number == 0)


def a_third_every_run(values: Iterable[Any], *, first: int = 0) -> list[Any]:
    """Parameters of which every third stands for those beside it in ``make test``; ``first`` is the first of them."""
    return _every_run(values, lambda number: number % 3 == first)


def _every_run(values: Iterable[Any], stays: Callable[[int], bool]) -> list[Any]:
    given: list[Any] = [one if isinstance(one, tuple) else (one,) for one in values]
    every = [one if hasattr(one, "marks") else pytest.param(*one) for one in given]
    return [
        one if stays(number) else pytest.param(*one.values, marks=[*one.marks, pytest.mark.slow], id=one.id)
        for number, one in enumerate(every)
    ]


def cases(number: int) -> Callable[[Test], Test]:
    """This many cases, times the factor."""
    chosen = settings(
        max_examples=number * FACTOR // FEWER,
        derandomize=FACTOR == 1,
        database=None,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )

    def decorate(test: Test) -> Test:
        given: Any = test
        given.hypothesis.inner_test = _counted(given.hypothesis.inner_test)
        return chosen(test)

    return decorate


def _counted(test: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(test)
    def counting(*args: Any, **kwargs: Any) -> Any:
        TRIED[test.__name__] += 1
        return test(*args, **kwargs)

    return counting
