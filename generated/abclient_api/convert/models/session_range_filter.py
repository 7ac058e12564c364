from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SessionRangeFilter(Body):
    """From a smallest to a largest number."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "min": "min",
        "max": "max",
    }

    min: int | Unset = UNSET
    """The smallest."""
    max: int | Unset = UNSET
    """The largest."""
