from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricEventDefaultInput(Body):
    """What units without an event count as."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "disabled": "disabled",
        "value": "value",
    }

    disabled: bool | Unset = UNSET
    """Whether units without an event stay out of the figures."""
    value: float | Unset = UNSET
    """The value; only 0 is possible."""
