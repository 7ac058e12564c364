"""What the statistics are held to: recorded figures of other programs, and other programs themselves."""

from __future__ import annotations

import importlib
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from abclient.analysis import Sample


@cache
def vectors() -> Any:
    """Figures of statsmodels, SciPy, gbstats, tea-tasting, PyMARE, cprior and ssrm-test, with 12 digits.

    Where a program is known to be wrong, no test asks for its figures: gbstats' one-sided interval of a decrease,
    spotify-confidence's relative interval, statsmodels' negative variance between homogeneous studies.
    """
    return json.loads((Path(__file__).parent / "statistics_vectors.json").read_text("utf-8"))


def other(module: str) -> Any:
    """A module of another program, without types."""
    return importlib.import_module(module)


def conversions(conversions_and_units: Sequence[int]) -> Sample:
    """A sample of ``[conversions, units]``."""
    return Sample.of_conversions(conversions=conversions_and_units[0], units=conversions_and_units[1])


def values(sums: Sequence[float]) -> Sample:
    """A sample of ``[units, sum, sum of squares]``."""
    return Sample.of_sums(units=int(sums[0]), total=sums[1], squares=sums[2])
