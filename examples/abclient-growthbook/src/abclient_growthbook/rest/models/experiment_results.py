from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged, without_nulls
from abclient_api._wire import (
    to_datetime,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentResults(Model):
    """Results of a phase of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "date_updated": "dateUpdated",
        "experiment_id": "experimentId",
        "phase": "phase",
        "date_start": "dateStart",
        "date_end": "dateEnd",
        "dimension": "dimension",
        "settings": "settings",
        "query_ids": "queryIds",
        "results": "results",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "date_updated": to_datetime,
        "date_start": to_datetime,
        "date_end": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "dimension": "read_results_dimension",
        "settings": "read_analysis_settings",
        "query_ids": "list of scalar",
        "results": "list of read_dimension_results",
    }

    id: str
    """Identifier of the snapshot."""
    date_updated: datetime.datetime | None = None
    """When they were computed."""
    experiment_id: str | None = None
    """Identifier of the experiment."""
    phase: str | None = None
    """Number of the phase, from 0."""
    date_start: datetime.datetime | None = None
    """When the phase began."""
    date_end: datetime.datetime | None = None
    """When the phase ended, or until when data were read."""
    dimension: ResultsDimension | None = None
    """By what results are divided."""
    settings: AnalysisSettings | None = None
    """How an experiment is analysed."""
    query_ids: list[str] | None = None
    """Identifiers of the queries."""
    results: list[DimensionResults] | None = None
    """One for all units, or one for each value of the dimension."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.date_updated = None if (v := data.get("dateUpdated")) is None else to_datetime(v)
            self.experiment_id = data.get("experimentId")
            self.phase = data.get("phase")
            self.date_start = None if (v := data.get("dateStart")) is None else to_datetime(v)
            self.date_end = None if (v := data.get("dateEnd")) is None else to_datetime(v)
            self.dimension = None if (v := data.get("dimension")) is None else read_results_dimension(v)
            self.settings = None if (v := data.get("settings")) is None else read_analysis_settings(v)
            self.query_ids = None if (v := data.get("queryIds")) is None else without_nulls(items(v))
            self.results = (
                None
                if (v := data.get("results")) is None
                else [read_dimension_results(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experiment_results: Callable[[Any], ExperimentResults] = ExperimentResults.from_dict


from .analysis_settings import AnalysisSettings, read_analysis_settings
from .dimension_results import DimensionResults, read_dimension_results
from .results_dimension import ResultsDimension, read_results_dimension
