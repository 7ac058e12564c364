"""What callers give, checked: an error names the argument, and says what it should be."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

from ..results._checks import LARGEST_COUNT

# The product of three is still a float.
_LARGEST = 1e100


def number(value: Any, name: str) -> float:
    """A finite number; TypeError and ValueError name what it is meant to be."""
    found = value
    if value.__class__ is not float:
        if value is None:
            raise ValueError(f"{name} is missing")
        if isinstance(value, bool | str | bytes) or not hasattr(value, "__float__") or hasattr(value, "__len__"):
            raise TypeError(f"{name} is {value!r}, not a number")
        try:
            found = float(value)
        except OverflowError:
            found = math.inf
        except ValueError:  # a Decimal that signals that it is NaN
            found = math.nan
    if math.isnan(found) or value in (math.inf, -math.inf):
        raise ValueError(f"{name} is {value!r}, not a number; leave out what is missing")
    if not abs(found) <= _LARGEST:
        raise ValueError(f"{name} is {value!s:.40}, too large to be computed with")
    return float(found)


def positive(value: Any, name: str) -> float:
    """A number above 0, and not so small that its square is 0."""
    found = number(value, name)
    if found < 1 / _LARGEST:
        raise ValueError(f"{name} is {value!r}, not a positive number")
    return found


def count(value: Any, name: str) -> int:
    """A whole number from 0 on, also one that a table with gaps holds as a float."""
    if value.__class__ is not int:
        whole = hasattr(value, "__index__") and not hasattr(value, "__len__") and value.__class__ is not bool
        found = operator.index(value) if whole else None
        if found is None:
            size = number(value, name)
            if not size.is_integer():
                raise ValueError(f"{name} is {size!r}, not a whole number")
            found = int(size)
        value = found
    if value < 0:
        raise ValueError(f"{name} is {value}: a count is never negative")
    if value > LARGEST_COUNT:
        raise ValueError(f"{name} is {value!s:.40}: no count is that large")
    return int(value)


def share(value: Any, name: str) -> float:
    """A number between 0 and 1, neither of them included."""
    found = number(value, name)
    if not 0 < found < 1:
        raise ValueError(f"{name} is {found!r}, not between 0 and 1; percent are divided by 100")
    return found


def chance(value: Any, name: str) -> float:
    """A number from 0 to 1."""
    found = number(value, name)
    if not 0 <= found <= 1:
        raise ValueError(f"{name} is {value!r}, not between 0 and 1")
    return found


def one_of(value: object, name: str, words: tuple[str | None, ...]) -> None:
    """Refuse a word that is none of these."""
    if not isinstance(value, str | None) or value not in words:
        raise ValueError(f"{name} is {value!r}, none of {', '.join(map(repr, words))}")


def flag(value: Any, name: str) -> bool:
    """True or False, also NumPy's; a text such as ``"false"`` would count as true."""
    if value is True or value is False:
        return value
    if type(value).__name__ not in ("bool", "bool_"):
        raise TypeError(f"{name} is {value!r}, not True or False")
    return bool(value)


def keep(instance: object, check: Callable[[Any, str], Any], *names: str) -> None:
    """Check fields of a frozen instance that is being made, and keep what the check makes of them."""
    for name in names:
        given = getattr(instance, name)
        found = check(given, name)
        if found is not given:
            object.__setattr__(instance, name, found)


def mapping(value: Any, name: str, what: str) -> Mapping[Any, Any]:
    """A mapping, or a series of pandas, which is used like one; TypeError says of what to what it should be."""
    if not (hasattr(value, "items") and hasattr(value, "get")) or hasattr(value, "columns"):
        raise TypeError(f"{name} is a {type(value).__name__}, not a mapping of {what}")
    found: Mapping[Any, Any] = value
    return found


def listed(values: Any, name: str) -> list[Any]:
    """A list of several values, also of what gives them once."""
    kind = type(values).__name__
    if isinstance(values, str | bytes | Mapping) or not hasattr(values, "__iter__") or hasattr(values, "columns"):
        raise TypeError(f"{name} is a {kind}, not a sequence of numbers")
    return list(values)
