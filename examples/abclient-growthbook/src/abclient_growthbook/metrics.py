"""Metrics: those that are defined by queries of their own, and those over fact tables."""

from __future__ import annotations

from typing import Any

from abclient import Pager, Resource
from abclient_api._runtime import Request

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import metrics as api


class Metric(Resource["Metrics"], models.Metric):
    """A metric that is defined by a query of its own."""

    __slots__ = ()


class Metrics(GrowthBookCollection[Metric]):
    """The metrics that are defined by queries of their own; this client reads them only."""

    model = Metric
    envelope: str | None = "metric"

    def list(
        self,
        *,
        project_id: str | None = None,
        datasource_id: str | None = None,
        page_size: int | None = None,
        prefetch: bool = False,
    ) -> Pager[Metric]:
        """All metrics that fit.

        Args:
            project_id: those that are for a project.
            datasource_id: those of a data source.
            page_size: how many per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        request = api.list_metrics.request(limit=page_size, project_id=project_id, datasource_id=datasource_id)
        return self._paged(request, prefetch=prefetch)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_metric.request(item_id)


class FactMetric(Resource["FactMetrics"], models.FactMetric):
    """A metric over fact tables."""

    __slots__ = ()


class FactMetrics(GrowthBookCollection[FactMetric]):
    """The metrics over fact tables; this client reads them only."""

    model = FactMetric
    envelope: str | None = "factMetric"

    def list(
        self,
        *,
        project_id: str | None = None,
        datasource_id: str | None = None,
        fact_table_id: str | None = None,
        page_size: int | None = None,
        prefetch: bool = False,
    ) -> Pager[FactMetric]:
        """All metrics that fit; arguments as those of ``Metrics.list``, and the id of a fact table."""
        request = api.list_fact_metrics.request(
            limit=page_size, datasource_id=datasource_id, project_id=project_id, fact_table_id=fact_table_id
        )
        return self._paged(request, prefetch=prefetch)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_fact_metric.request(item_id)
