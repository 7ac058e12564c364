from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ReleasePolicyStageInput(Body):
    """A stage of a release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allocation": "allocation",
        "duration_millis": "durationMillis",
    }

    allocation: int
    """Share of traffic for the target variation, in thousandths of a percent."""
    duration_millis: int
    """How long the step lasts, in milliseconds."""
