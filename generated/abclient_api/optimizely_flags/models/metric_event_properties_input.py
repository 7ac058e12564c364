from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricEventPropertiesInput(Body):
    """Which events count."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter": "filter",
    }

    filter: MetricEventFilterInput | Unset = UNSET
    """Conditions, and how they combine."""


from .metric_event_filter_input import MetricEventFilterInput
