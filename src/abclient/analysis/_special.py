"""What SciPy and NumPy give: imported by the first call, as SciPy takes half a second."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from .._distribution import not_installed

if TYPE_CHECKING:
    from types import ModuleType

    import numpy as np
    from numpy.typing import NDArray

    Array: TypeAlias = NDArray[np.float64]


@cache
def special() -> ModuleType:
    """``scipy.special``.

    Raises:
        ImportError: SciPy is not installed; it comes with the extra ``analysis``.
    """
    try:
        from scipy import special as module
    except ImportError as error:
        raise ImportError(not_installed(error, "analysis", default="scipy"), name=error.name) from error
    return module


def normal_cdf(x: float) -> float:
    """The chance that a standard normal is below ``x``; exact to the last digits in the lower tail, too."""
    return float(special().ndtr(x))


def two_sided(z: float) -> float:
    """The chance that a standard normal is at least as far from 0 as ``z``."""
    # Not 2 * (1 - cdf), which is 0 from 8.3 on.
    return 2.0 * normal_cdf(-abs(z))


def normal_density(x: float) -> float:
    """The density of the standard normal."""
    return math.exp(-x * x / 2) / math.sqrt(2 * math.pi)


@lru_cache(256)
def normal_quantile(probability: float) -> float:
    """Where the standard normal has this much below it."""
    return float(special().ndtri(probability))


def t_cdf(freedom: float, t: float) -> float:
    """The chance that Student's t is below ``t``."""
    return float(special().stdtr(freedom, t))


def t_quantile(freedom: float, probability: float) -> float:
    """Where Student's t has this much below it."""
    return float(special().stdtrit(freedom, probability))


def root(function: Callable[[float], float], low: float, high: float) -> float:
    """Where a function that changes its sign between two points is 0, to the last digits."""
    special()  # says which extra is missing
    from scipy.optimize import brentq

    return float(brentq(function, low, high, xtol=1e-300, rtol=1e-14, maxiter=500))
