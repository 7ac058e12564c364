"""Legacy results: of experiments made before iterations existed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import legacy_results as api

from ._gone import Offered

if TYPE_CHECKING:
    from ..._session import Session


class LegacyResults:
    """Results of experiments made before iterations existed. Made by ``LaunchDarkly.legacy_results``."""

    def __init__(self, session: Session, project_key: str, environment_key: str) -> None:
        self._session = session
        self.project_key = project_key
        self.environment_key = environment_key

    async def get(
        self, feature_flag_key: str, metric_key: str, *, start: int | None = None, end: int | None = None
    ) -> models.ExperimentResults:
        """The results of a flag for a metric.

        Args:
            feature_flag_key: which flag.
            metric_key: which metric.
            start: UTC epoch milliseconds from which on data counts.
            end: UTC epoch milliseconds up to which data counts.
        """
        request = api.get_legacy_experiment_results.request(
            self.project_key, feature_flag_key, self.environment_key, metric_key, from_=start, to=end
        )
        with Offered():
            return await self._session.send(request)

    async def reset(self, feature_flag_key: str, metric_key: str) -> None:
        """Delete all data of a legacy experiment, permanently."""
        await self._session.send(
            api.reset_experiment.request(self.project_key, feature_flag_key, self.environment_key, metric_key)
        )
