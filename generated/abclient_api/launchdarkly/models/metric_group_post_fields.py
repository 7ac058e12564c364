from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .metric_in_metric_group_input import MetricInMetricGroupInput


class MetricGroupPostFields(TypedDict, total=False):
    """A new group of metrics.

    The fields of ``MetricGroupPost``, by keyword.
    """

    key: Required[str]
    """Its key."""
    name: Required[str]
    """A name for people."""
    kind: Required[Literal["funnel", "standard"]]
    """Its kind."""
    description: str
    """What it is about."""
    maintainer_id: Required[str]
    """Id of the member who looks after it."""
    tags: Required[Sequence[str]]
    """Tags."""
    metrics: Required[Sequence[MetricInMetricGroupInput | Model | Mapping[str, Any]]]
    """The metrics of the group; of a funnel, in the order of its steps."""
