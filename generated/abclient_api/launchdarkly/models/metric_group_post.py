from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricGroupPost(Body):
    """A new group of metrics."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "kind": "kind",
        "description": "description",
        "maintainer_id": "maintainerId",
        "tags": "tags",
        "metrics": "metrics",
    }

    key: str
    """Its key."""
    name: str
    """A name for people."""
    kind: Literal["funnel", "standard"]
    """Its kind."""
    description: str | Unset = UNSET
    """What it is about."""
    maintainer_id: str
    """Id of the member who looks after it."""
    tags: list[str]
    """Tags."""
    metrics: list[MetricInMetricGroupInput]
    """The metrics of the group; of a funnel, in the order of its steps."""


from .metric_in_metric_group_input import MetricInMetricGroupInput
