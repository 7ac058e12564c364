"""The client of LaunchDarkly's API for experiments and rollouts."""

from __future__ import annotations

from typing import Literal, Unpack

from abclient_api.launchdarkly import SERVERS

from ...client import Client, ClientOptions
from ...errors import ConfigurationError
from .._wrong_use import needs_call
from .experiments import Experiments
from .legacy import LegacyResults
from .project_experiments import ProjectExperiments
from .settings import ExperimentationSettings
from .vendor import VENDOR

INSTANCES = dict(zip(("default", "federal", "eu"), SERVERS, strict=True))
API_VERSIONS = ("beta", "20240415")
"""Versions of the API that its experiments answer in, the one that all of its operations answer in first."""


class LaunchDarkly(Client):
    """LaunchDarkly's API for experiments and rollouts.

    Args:
        token: a personal or service access token; by default ``ABCLIENT_LAUNCHDARKLY_TOKEN`` from the environment. SDK,
            mobile and client-side keys are not accepted by the vendor.
        instance: which of the vendor's hosts; by default ``ABCLIENT_LAUNCHDARKLY_INSTANCE`` from the environment, or
            else ``"default"``. ``base_url`` (or ``ABCLIENT_LAUNCHDARKLY_BASE_URL``) overrides it.
        api_version: which version of the API to ask for, ``"beta"`` (or ``ABCLIENT_LAUNCHDARKLY_API_VERSION``) or
            ``"20240415"``. Operations that exist as beta only are asked for as beta in either case.
        **options: as ``ClientOptions`` describes.

    Raises:
        ConfigurationError: the token is missing or cannot be sent in a header, or an option is invalid.
    """

    description = VENDOR

    def __init__(
        self,
        token: str | None = None,
        *,
        instance: Literal["default", "federal", "eu"] | None = None,
        api_version: Literal["beta", "20240415"] | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        chosen = self._setting("instance", instance, "default")
        if chosen not in INSTANCES:
            raise ConfigurationError(f"instance must be one of {', '.join(INSTANCES)}, not {chosen!r}")
        version = self._setting("api_version", api_version, API_VERSIONS[0])
        if version not in API_VERSIONS:
            raise ConfigurationError(f"api_version must be one of {', '.join(API_VERSIONS)}, not {version!r}")
        secret = self._credential("token", token, options)
        credentials = (("authorization", secret), ("ld-api-version", version))
        self._as_today = version != "beta"
        self._open(
            default_url=INSTANCES[chosen],
            authorize=lambda method, url, body: credentials,
            secrets=(secret,),
            **options,
        )

    @needs_call
    def experiments(self, project_key: str, environment_key: str) -> Experiments:
        """The experiments of an environment."""
        return Experiments(self._session, project_key, environment_key, as_today=self._as_today)

    @needs_call
    def project_experiments(self, project_key: str) -> ProjectExperiments:
        """The experiments of all environments of a project."""
        return ProjectExperiments(self._session, project_key, as_today=self._as_today)

    @needs_call
    def experimentation_settings(self, project_key: str) -> ExperimentationSettings:
        """The randomization units of a project."""
        return ExperimentationSettings(self._session, project_key)

    @needs_call
    def legacy_results(self, project_key: str, environment_key: str) -> LegacyResults:
        """Results of experiments made before iterations existed."""
        return LegacyResults(self._session, project_key, environment_key)
