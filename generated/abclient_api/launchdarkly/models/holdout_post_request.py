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
        "randomizationunit": "randomizationunit",
        "attributes": "attributes",
        "holdoutamount": "holdoutamount",
        "primarymetrickey": "primarymetrickey",
        "metrics": "metrics",
        "prerequisiteflagkey": "prerequisiteflagkey",
        "maintainer_id": "maintainerId",
    }

    name: str | Unset = UNSET
    """A name for people."""
    key: str | Unset = UNSET
    """Its key."""
    description: str | Unset = UNSET
    """What it is about."""
    randomizationunit: str | Unset = UNSET
    """The unit by which traffic is split."""
    attributes: list[str] | Unset = UNSET
    """Attributes of contexts by which results can be sliced."""
    holdoutamount: str | Unset = UNSET
    """Share of units to hold out, in percent; a number written as text."""
    primarymetrickey: str | Unset = UNSET
    """Key of the metric that decides."""
    metrics: list[MetricInput] | Unset = UNSET
    """What to measure."""
    prerequisiteflagkey: str | Unset = UNSET
    """Key of the flag that splits units into held out and others."""
    maintainer_id: str | Unset = UNSET
    """Id of the member who looks after it."""


from .metric_input import MetricInput
