from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, entries, items, new, salvaged, without_nulls
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FactMetric(Model):
    """A metric over fact tables."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "owner": "owner",
        "owner_email": "ownerEmail",
        "projects": "projects",
        "tags": "tags",
        "datasource": "datasource",
        "metric_type": "metricType",
        "numerator": "numerator",
        "denominator": "denominator",
        "inverse": "inverse",
        "quantile_settings": "quantileSettings",
        "capping_settings": "cappingSettings",
        "window_settings": "windowSettings",
        "prior_settings": "priorSettings",
        "regression_adjustment_settings": "regressionAdjustmentSettings",
        "risk_threshold_success": "riskThresholdSuccess",
        "risk_threshold_danger": "riskThresholdDanger",
        "display_as_percentage": "displayAsPercentage",
        "min_percent_change": "minPercentChange",
        "max_percent_change": "maxPercentChange",
        "min_sample_size": "minSampleSize",
        "target_mde": "targetMDE",
        "managed_by": "managedBy",
        "date_created": "dateCreated",
        "date_updated": "dateUpdated",
        "archived": "archived",
        "metric_auto_slices": "metricAutoSlices",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_created": to_datetime,
        "date_updated": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "projects": "list of scalar",
        "tags": "list of scalar",
        "numerator": "read_fact_column",
        "denominator": "read_fact_column",
        "quantile_settings": "map of any",
        "capping_settings": "map of any",
        "window_settings": "map of any",
        "prior_settings": "map of any",
        "regression_adjustment_settings": "map of any",
        "metric_auto_slices": "list of scalar",
    }

    id: str
    """Identifier."""
    name: str | None = None
    """Name."""
    description: str | None = None
    """What it is about, in Markdown."""
    owner: str | None = None
    """Identifier of its owner."""
    owner_email: str | None = None
    """Email address of its owner."""
    projects: list[str] | None = None
    """Identifiers of the projects that it is for."""
    tags: list[str] | None = None
    """Its tags."""
    datasource: str | None = None
    """Identifier of its data source."""
    metric_type: Literal["proportion", "retention", "mean", "quantile", "ratio", "dailyParticipation"] | str | None = (
        None
    )
    """What is measured."""
    numerator: FactColumn | None = None
    """What is taken of a fact table."""
    denominator: FactColumn | None = None
    """What is taken of a fact table."""
    inverse: bool | None = None
    """Whether less is better."""
    quantile_settings: dict[str, Any] | None = None
    """Which quantile, if it is one."""
    capping_settings: dict[str, Any] | None = None
    """How outliers are treated."""
    window_settings: dict[str, Any] | None = None
    """How long after exposure conversions count."""
    prior_settings: dict[str, Any] | None = None
    """What is assumed of effects before there are data."""
    regression_adjustment_settings: dict[str, Any] | None = None
    """Whether and how variance is reduced."""
    risk_threshold_success: float | None = None
    """Risk below which a win counts."""
    risk_threshold_danger: float | None = None
    """Risk above which a loss counts."""
    display_as_percentage: bool | None = None
    """Whether a ratio is shown as a percentage."""
    min_percent_change: float | None = None
    """Change below which a result does not matter."""
    max_percent_change: float | None = None
    """Change above which a result is doubted."""
    min_sample_size: float | None = None
    """Count from which results are shown."""
    target_mde: float | None = None
    """Effect that experiments are planned for."""
    managed_by: str | None = None
    """Where it can be changed only; empty for anywhere."""
    date_created: datetime.datetime | None = None
    """When it was made."""
    date_updated: datetime.datetime | None = None
    """When it was last changed."""
    archived: bool | None = None
    """Whether it is archived."""
    metric_auto_slices: list[str] | None = None
    """Columns by whose values it is sliced."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("description")
            self.owner = data.get("owner")
            self.owner_email = data.get("ownerEmail")
            self.projects = None if (v := data.get("projects")) is None else without_nulls(items(v))
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.datasource = data.get("datasource")
            self.metric_type = data.get("metricType")
            self.numerator = None if (v := data.get("numerator")) is None else read_fact_column(v)
            self.denominator = None if (v := data.get("denominator")) is None else read_fact_column(v)
            self.inverse = data.get("inverse")
            self.quantile_settings = None if (v := data.get("quantileSettings")) is None else entries(v)
            self.capping_settings = None if (v := data.get("cappingSettings")) is None else entries(v)
            self.window_settings = None if (v := data.get("windowSettings")) is None else entries(v)
            self.prior_settings = None if (v := data.get("priorSettings")) is None else entries(v)
            self.regression_adjustment_settings = (
                None if (v := data.get("regressionAdjustmentSettings")) is None else entries(v)
            )
            self.risk_threshold_success = data.get("riskThresholdSuccess")
            self.risk_threshold_danger = data.get("riskThresholdDanger")
            self.display_as_percentage = data.get("displayAsPercentage")
            self.min_percent_change = data.get("minPercentChange")
            self.max_percent_change = data.get("maxPercentChange")
            self.min_sample_size = data.get("minSampleSize")
            self.target_mde = data.get("targetMDE")
            self.managed_by = data.get("managedBy")
            self.date_created = None if (v := data.get("dateCreated")) is None else to_datetime(v)
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.archived = data.get("archived")
            self.metric_auto_slices = None if (v := data.get("metricAutoSlices")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_fact_metric: Callable[[Any], FactMetric] = FactMetric.from_dict


from .fact_column import FactColumn, read_fact_column
