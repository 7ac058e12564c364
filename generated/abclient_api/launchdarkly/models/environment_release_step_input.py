from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class EnvironmentReleaseStepInput(Body):
    """A step of the new release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allocation": "allocation",
        "duration_millis": "durationMillis",
    }

    allocation: int
    """Share of traffic for the target variation, in thousandths of a percent; at most 50000 where metrics guard
    the release. Shares rise from step to step."""
    duration_millis: int
    """How long the step lasts, in milliseconds."""
