"""The client of GrowthBook's REST API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from abclient import Client, ClientOptions

from .experiments import Experiments
from .rest import CREDENTIALS
from .rest.api.organization import get_settings
from .vendor import VENDOR

if TYPE_CHECKING:
    from .features import Features
    from .metrics import FactMetrics, Metrics
    from .organization import DataSources, Environments
    from .projects import Projects
    from .rest import models
    from .snapshots import Snapshots


class GrowthBook(Client):
    """GrowthBook's REST API.

    The vendor allows 60 requests a minute, and says in its responses how many are left; until a response says so, there
    is one request a second.

    Args:
        token: a secret key or a personal access token; by default ``ABCLIENT_GROWTHBOOK_TOKEN`` from the environment.
        **options: as ``ClientOptions`` describes. ``base_url`` is that of a server of your own, followed by ``/api``.

    Raises:
        ConfigurationError: the token is missing or cannot be sent in a header, or an option is invalid.
    """

    description = VENDOR

    def __init__(self, token: str | None = None, **options: Unpack[ClientOptions]) -> None:
        secret = self._credential("token", token, options)
        header, before = CREDENTIALS["bearerAuth"]
        headers = ((header, f"{before}{secret}"),)
        self._open(authorize=lambda method, url, body: headers, secrets=(secret,), **options)

    @property
    def projects(self) -> Projects:
        """The organization's projects."""
        from .projects import Projects

        return Projects(self._session)

    @property
    def features(self) -> Features:
        """The feature flags of all projects."""
        from .features import Features

        return Features(self._session)

    @property
    def metrics(self) -> Metrics:
        """The metrics that are defined by queries of their own."""
        from .metrics import Metrics

        return Metrics(self._session)

    @property
    def fact_metrics(self) -> FactMetrics:
        """The metrics over fact tables."""
        from .metrics import FactMetrics

        return FactMetrics(self._session)

    @property
    def experiments(self) -> Experiments:
        """The experiments of all projects, and their results."""
        return Experiments(self._session)

    @property
    def snapshots(self) -> Snapshots:
        """Computations of results."""
        from .snapshots import Snapshots

        return Snapshots(self._session)

    @property
    def environments(self) -> Environments:
        """The organization's environments."""
        from .organization import Environments

        return Environments(self._session)

    @property
    def data_sources(self) -> DataSources:
        """Where the data of experiments are."""
        from .organization import DataSources

        return DataSources(self._session)

    async def settings(self) -> models.OrganizationSettings | None:
        """How the organization analyses experiments, where a project does not say otherwise."""
        return (await self.send(get_settings.request())).settings
