from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GuardedReleaseConfig(Model):
    """How guarded releases go."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rollout_context_kind_key": "rolloutContextKindKey",
        "min_sample_size": "minSampleSize",
        "rollback_on_regression": "rollbackOnRegression",
        "metric_keys": "metricKeys",
        "metric_group_keys": "metricGroupKeys",
        "stages": "stages",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metric_keys": "list of scalar",
        "metric_group_keys": "list of scalar",
        "stages": "list of read_release_policy_stage",
    }

    rollout_context_kind_key: str | None = None
    """Kind of context by which traffic is split."""
    min_sample_size: int | None = None
    """How many units a decision needs at least."""
    rollback_on_regression: bool | None = None
    """Whether a regression rolls the release back."""
    metric_keys: list[str] | None = None
    """Keys of the metrics that guard it."""
    metric_group_keys: list[str] | None = None
    """Keys of the groups of metrics that guard it."""
    stages: list[ReleasePolicyStage] | None = None
    """The stages, in order."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.rollout_context_kind_key = data.get("rolloutContextKindKey")
            self.min_sample_size = data.get("minSampleSize")
            self.rollback_on_regression = data.get("rollbackOnRegression")
            self.metric_keys = None if (v := data.get("metricKeys")) is None else without_nulls(items(v))
            self.metric_group_keys = None if (v := data.get("metricGroupKeys")) is None else without_nulls(items(v))
            self.stages = (
                None
                if (v := data.get("stages")) is None
                else [read_release_policy_stage(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_guarded_release_config: Callable[[Any], GuardedReleaseConfig] = GuardedReleaseConfig.from_dict


from .release_policy_stage import ReleasePolicyStage, read_release_policy_stage
