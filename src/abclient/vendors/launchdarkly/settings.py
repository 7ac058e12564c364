"""Experimentation settings: the randomization units of a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import experimentation_settings as api

from ._arguments import randomization_units as as_units

if TYPE_CHECKING:
    from ..._session import Session


class ExperimentationSettings:
    """The randomization units of a project. Made by ``LaunchDarkly.experimentation_settings``."""

    def __init__(self, session: Session, project_key: str) -> None:
        self._session = session
        self.project_key = project_key

    async def get(self) -> models.ExperimentationSettingsRep:
        """The settings as they are."""
        return await self._session.send(api.get_experimentation_settings.request(self.project_key))

    async def put(
        self, randomization_units: Sequence[models.RandomizationUnitInput | Mapping[str, Any]]
    ) -> models.ExperimentationSettingsRep:
        """Replace all randomization units; one of them must be the default."""
        body = models.ExperimentationSettingsPut(randomization_units=as_units(randomization_units))
        return await self._session.send(api.put_experimentation_settings.request(self.project_key, body=body))
