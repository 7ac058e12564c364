"""Which of the things that are gone live on under another name."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ._types import alike

Thing = TypeVar("Thing")


def pairs(
    gone: Iterable[Thing], fresh: Iterable[Thing], likeness: Callable[[Thing, Thing], float], least: float
) -> dict[Thing, Thing]:
    """What is gone, and what is the same thing under a new name: the likest pairs first, each thing once.

    Args:
        gone: what there was.
        fresh: what there was not.
        likeness: of two of them, from 0 to 1.
        least: what makes a pair.
    """
    scored = [
        (likeness(one, other), index, one, other)
        for index, (one, other) in enumerate((one, other) for one in gone for other in fresh)
    ]
    found: dict[Thing, Thing] = {}
    for score, _, one, other in sorted(scored, key=lambda entry: (-entry[0], entry[1])):
        if score >= least and one not in found and other not in found.values():
            found[one] = other
    return found


def shared(one: set[str] | frozenset[str], other: set[str] | frozenset[str]) -> float:
    """The share of what both have in what either has; two that have nothing are not alike."""
    either = one | other
    return len(one & other) / len(either) if either else 0.0


def field_likeness(names: tuple[str, str], *, same_type: bool, same_words: bool, alone: bool) -> float:
    """How likely it is that a property or a parameter was renamed.

    Args:
        names: the old and the new one.
        same_type: whether it has the same type.
        same_words: whether it has the same description.
        alone: whether nothing else is gone, and nothing else new.
    """
    return 0.4 * alike(*names) + 0.3 * same_type + 0.3 * same_words + 0.1 * (alone and same_type)


LEAST_FIELD = 0.6
"""A name that is half the same with the same type, or any name with the same type and description."""
