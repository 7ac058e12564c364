from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleaseMetric(Model):
    """A metric that guards a release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_key": "metricKey",
        "metric_version_id": "metricVersionId",
        "auto_rollback": "autoRollback",
        "definition": "definition",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "definition": "read_environment_releases_metric_listing_rep",
    }

    metric_key: str | None = None
    """Key of the metric."""
    metric_version_id: str | None = None
    """Id of the metric's version."""
    auto_rollback: bool | None = None
    """Whether a regression of this metric rolls the release back."""
    definition: EnvironmentReleasesMetricListingRep | None = None
    """The metric as it is defined; only with expand=metrics."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_key = data.get("metricKey")
            self.metric_version_id = data.get("metricVersionId")
            self.auto_rollback = data.get("autoRollback")
            self.definition = (
                None if (v := data.get("definition")) is None else read_environment_releases_metric_listing_rep(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_release_metric: Callable[[Any], ReleaseMetric] = ReleaseMetric.from_dict


from .environment_releases_metric_listing_rep import (
    EnvironmentReleasesMetricListingRep,
    read_environment_releases_metric_listing_rep,
)
