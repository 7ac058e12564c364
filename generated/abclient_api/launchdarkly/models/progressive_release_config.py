from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProgressiveReleaseConfig(Model):
    """How progressive releases go."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rollout_context_kind_key": "rolloutContextKindKey",
        "stages": "stages",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "stages": "list of read_release_policy_stage",
    }

    rollout_context_kind_key: str | None = None
    """Kind of context by which traffic is split."""
    stages: list[ReleasePolicyStage] | None = None
    """The stages, in order."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.rollout_context_kind_key = data.get("rolloutContextKindKey")
            self.stages = (
                None
                if (v := data.get("stages")) is None
                else [read_release_policy_stage(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_progressive_release_config: Callable[[Any], ProgressiveReleaseConfig] = ProgressiveReleaseConfig.from_dict


from .release_policy_stage import ReleasePolicyStage, read_release_policy_stage
