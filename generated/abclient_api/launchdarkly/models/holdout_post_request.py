from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HoldoutPostRequest(Body):
    """A new holdout. Some of the vendor's names are in lower case."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "description": "description",
        "randomization_unit": "randomizationunit",
        "attributes": "attributes",
        "holdout_amount": "holdoutamount",
        "primary_metric_key": "primarymetrickey",
        "metrics": "metrics",
        "prerequisite_flag_key": "prerequisiteflagkey",
        "maintainer_id": "maintainerId",
    }

    name: str | Unset = UNSET
    """A name for people."""
    key: str | Unset = UNSET
    """Its key."""
    description: str | Unset = UNSET
    """What it is about."""
    randomization_unit: str | Unset = UNSET
    """The unit by which traffic is split."""
    attributes: list[str] | Unset = UNSET
    """Attributes of contexts by which results can be sliced."""
    holdout_amount: str | Unset = UNSET
    """Share of units to hold out, in percent; a number written as text."""
    primary_metric_key: str | Unset = UNSET
    """Key of the metric that decides."""
    metrics: list[MetricInput] | Unset = UNSET
    """What to measure."""
    prerequisite_flag_key: str | Unset = UNSET
    """Key of the flag that splits units into held out and others."""
    maintainer_id: str | Unset = UNSET
    """Id of the member who looks after it."""


from .metric_input import MetricInput
