"""What experiments depend on: environments and data sources."""

from __future__ import annotations

from typing import Any

from abclient import Pager, Resource
from abclient_api._runtime import Request

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import organization as api


class Environment(Resource["Environments"], models.Environment):
    """An environment, in which features are on or off."""

    __slots__ = ()


class Environments(GrowthBookCollection[Environment]):
    """The environments of the organization; they can be listed only."""

    model = Environment

    def list(self) -> Pager[Environment]:
        """All environments, which come as one page."""
        return self._paged(api.list_environments.request(), prefetch=False)


class DataSource(Resource["DataSources"], models.DataSource):
    """Where the data of experiments are, and the queries for exposures."""

    __slots__ = ()


class DataSources(GrowthBookCollection[DataSource]):
    """The data sources of the organization; this client reads them only."""

    model = DataSource
    envelope: str | None = "dataSource"

    def list(
        self, *, project_id: str | None = None, page_size: int | None = None, prefetch: bool = False
    ) -> Pager[DataSource]:
        """All data sources that fit.

        Args:
            project_id: those that are for a project.
            page_size: how many per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        return self._paged(api.list_data_sources.request(limit=page_size, project_id=project_id), prefetch=prefetch)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_data_source.request(item_id)
