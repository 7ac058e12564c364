from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class MetricInput(Body):
    """A metric to measure."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "primary": "primary",
    }

    key: str
    """The metric's key."""
    primary: bool
    """Whether it decides the experiment."""
