from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class MetricInMetricGroupInput(Body):
    """A metric of the new group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name_in_group": "nameInGroup",
    }

    key: str
    """Its key."""
    name_in_group: str
    """The metric's name in the group."""
