from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .metric_input import MetricInput


class HoldoutPostRequestFields(TypedDict, total=False):
    """A new holdout. Some of the vendor's names are in lower case.

    The fields of ``HoldoutPostRequest``, by keyword.
    """

    name: str
    """A name for people."""
    key: str
    """Its key."""
    description: str
    """What it is about."""
    randomization_unit: str
    """The unit by which traffic is split."""
    attributes: Sequence[str]
    """Attributes of contexts by which results can be sliced."""
    holdout_amount: str
    """Share of units to hold out, in percent; a number written as text."""
    primary_metric_key: str
    """Key of the metric that decides."""
    metrics: Sequence[MetricInput | Model | Mapping[str, Any]]
    """What to measure."""
    prerequisite_flag_key: str
    """Key of the flag that splits units into held out and others."""
    maintainer_id: str
    """Id of the member who looks after it."""
