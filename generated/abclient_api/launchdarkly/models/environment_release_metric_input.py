from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentReleaseMetricInput(Body):
    """A metric that is to guard the release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_key": "metricKey",
        "auto_rollback": "autoRollback",
    }

    metric_key: str
    """Key of the metric."""
    auto_rollback: bool | Unset = UNSET
    """Whether a regression of this metric rolls the release back. The vendor's default: False."""
