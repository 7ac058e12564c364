from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePolicyStage(Model):
    """A stage of a release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allocation": "allocation",
        "duration_millis": "durationMillis",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    allocation: int | None = None
    """Share of traffic for the target variation, in thousandths of a percent."""
    duration_millis: int | None = None
    """How long the step lasts, in milliseconds."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allocation = data.get("allocation")
            self.duration_millis = data.get("durationMillis")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_policy_stage: Callable[[Any], ReleasePolicyStage] = ReleasePolicyStage.from_dict
