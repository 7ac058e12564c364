from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class LegacyExperimentRep(Model):
    """An experiment of the old kind."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "metric_key": "metricKey",
        "metric": "_metric",
        "environments": "environments",
        "environment_settings": "_environmentSettings",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "metric": "read_metric_listing_rep",
        "environments": "list of scalar",
        "environment_settings": "map of read_experiment_environment_setting_rep",
    }

    metric_key: str | None = None
    """Key of the metric."""
    metric: MetricListingRep | None = None
    """The metric."""
    environments: list[str] | None = None
    """Keys of its environments."""
    environment_settings: dict[str, ExperimentEnvironmentSettingRep] | None = None
    """Settings by environment key."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.metric_key = data.get("metricKey")
            self.metric = None if (v := data.get("_metric")) is None else read_metric_listing_rep(v)
            self.environments = None if (v := data.get("environments")) is None else without_nulls(items(v))
            self.environment_settings = (
                None
                if (v := data.get("_environmentSettings")) is None
                else {
                    k0: read_experiment_environment_setting_rep(x0) for k0, x0 in entries(v).items() if x0 is not None
                }
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_legacy_experiment_rep: Callable[[Any], LegacyExperimentRep] = LegacyExperimentRep.from_dict


from .experiment_environment_setting_rep import ExperimentEnvironmentSettingRep, read_experiment_environment_setting_rep
from .metric_listing_rep import MetricListingRep, read_metric_listing_rep
