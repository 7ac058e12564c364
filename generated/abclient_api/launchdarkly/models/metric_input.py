from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricInput(Body):
    """A metric to measure."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "is_group": "isGroup",
        "primary": "primary",
        "analysis_unit": "analysisUnit",
    }

    key: str
    """Key of the metric, or of the group of metrics."""
    is_group: bool | Unset = UNSET
    """Whether the key is of a group of metrics. Since 14.0.0."""
    primary: bool | Unset = UNSET
    """Whether it decides the experiment. Required before 15.0.0; primarySingleMetricKey and primaryFunnelKey of
    the iteration say it today."""
    analysis_unit: str | Unset = UNSET
    """The unit whose values are aggregated, where it is another than the randomization unit. Since 24.0.0."""
