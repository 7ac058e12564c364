"""The client of LaunchDarkly's API for experiments and rollouts; each collection is imported when it is touched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Unpack

from abclient_api.launchdarkly import CREDENTIALS, SERVERS

from ...client import Client, ClientOptions
from ...errors import ConfigurationError
from .._wrong_use import needs_call
from .experiments import Experiments
from .legacy import LegacyResults
from .settings import ExperimentationSettings
from .vendor import VENDOR

if TYPE_CHECKING:
    from abclient_api.launchdarkly import models

    from .account import AuditLog, Usage
    from .contexts import ContextKinds, Contexts
    from .flags import Flags
    from .holdouts import Holdouts, Layers
    from .metric_events import MetricEvents
    from .metrics import MetricGroups, Metrics
    from .project_experiments import ProjectExperiments
    from .projects import Environments, Projects
    from .releases import ReleasePolicies, Releases
    from .segments import Segments

INSTANCES = dict(zip(("default", "federal", "eu"), SERVERS, strict=True))
_EVENTS = "launchdarkly_events"
API_VERSIONS = ("beta", "20240415")
"""Versions of the API that its experiments answer in, the one that all of its operations answer in first."""


def events_address(address: str) -> str:
    """Where the metric events of an instance go: the hosts of both APIs differ in their first word."""
    return address.replace("https://app.", "https://events.", 1)


class LaunchDarkly(Client):
    """LaunchDarkly's API for experiments and rollouts.

    Args:
        token: a personal or service access token; by default ``ABCLIENT_LAUNCHDARKLY_TOKEN`` from the environment. SDK,
            mobile and client-side keys are not accepted by the vendor.
        instance: which of the vendor's hosts; by default ``ABCLIENT_LAUNCHDARKLY_INSTANCE`` from the environment, or
            else ``"default"``. ``base_url`` (or ``ABCLIENT_LAUNCHDARKLY_BASE_URL``) overrides it.
        events_url: the base URL of the import of metric events; by default the vendor's own of the instance, or that of
            ``base_url`` if you gave one (``ABCLIENT_LAUNCHDARKLY_EVENTS_URL``).
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
        events_url: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        chosen = self._setting("instance", instance, "default")
        if chosen not in INSTANCES:
            raise ConfigurationError(f"instance must be one of {', '.join(INSTANCES)}, not {chosen!r}")
        version = self._setting("api_version", api_version, API_VERSIONS[0])
        if version not in API_VERSIONS:
            raise ConfigurationError(f"api_version must be one of {', '.join(API_VERSIONS)}, not {version!r}")
        secret = self._credential("token", token, options)
        header, before = CREDENTIALS["ApiKey"]
        credentials = ((header, before + secret), ("ld-api-version", version))
        self._as_today = version != "beta"
        base = self._setting("base_url", options.get("base_url"), "")
        events = self._setting("events_url", events_url, base or events_address(INSTANCES[chosen]))
        self._open(
            default_url=INSTANCES[chosen],
            authorize=lambda method, url, body: credentials,
            secrets=(secret,),
            other_apis={_EVENTS: (events, None)},
            **options,
        )

    @needs_call
    def experiments(self, project_key: str, environment_key: str) -> Experiments:
        """The experiments of an environment."""
        return Experiments(self._session, project_key, environment_key, as_today=self._as_today)

    @needs_call
    def project_experiments(self, project_key: str) -> ProjectExperiments:
        """The experiments of all environments of a project."""
        from .project_experiments import ProjectExperiments

        return ProjectExperiments(self._session, project_key, as_today=self._as_today)

    @needs_call
    def experimentation_settings(self, project_key: str) -> ExperimentationSettings:
        """The randomization units of a project."""
        return ExperimentationSettings(self._session, project_key)

    @needs_call
    def legacy_results(self, project_key: str, environment_key: str) -> LegacyResults:
        """Results of experiments made before iterations existed."""
        return LegacyResults(self._session, project_key, environment_key)

    @needs_call
    def projects(self) -> Projects:
        """The projects of the account."""
        from .projects import Projects

        return Projects(self._session)

    @needs_call
    def environments(self, project_key: str) -> Environments:
        """The environments of a project."""
        from .projects import Environments

        return Environments(self._session, project_key)

    @needs_call
    def flags(self, project_key: str) -> Flags:
        """The feature flags of a project."""
        from .flags import Flags

        return Flags(self._session, project_key)

    @needs_call
    def metrics(self, project_key: str) -> Metrics:
        """The metrics of a project."""
        from .metrics import Metrics

        return Metrics(self._session, project_key)

    @needs_call
    def metric_groups(self, project_key: str) -> MetricGroups:
        """The groups of metrics of a project."""
        from .metrics import MetricGroups

        return MetricGroups(self._session, project_key)

    @needs_call
    def holdouts(self, project_key: str, environment_key: str) -> Holdouts:
        """The holdouts of an environment."""
        from .holdouts import Holdouts

        return Holdouts(self._session, project_key, environment_key)

    @needs_call
    def layers(self, project_key: str) -> Layers:
        """The layers of a project."""
        from .holdouts import Layers

        return Layers(self._session, project_key)

    @needs_call
    def releases(self, project_key: str, flag_key: str, environment_key: str) -> Releases:
        """The progressive and guarded rollouts of a flag in an environment."""
        from .releases import Releases

        return Releases(self._session, project_key, flag_key, environment_key)

    @needs_call
    def release_policies(self, project_key: str) -> ReleasePolicies:
        """The release policies of a project."""
        from .releases import ReleasePolicies

        return ReleasePolicies(self._session, project_key)

    @needs_call
    def context_kinds(self, project_key: str) -> ContextKinds:
        """The kinds of contexts of a project."""
        from .contexts import ContextKinds

        return ContextKinds(self._session, project_key)

    @needs_call
    def contexts(self, project_key: str, environment_key: str) -> Contexts:
        """The contexts of an environment."""
        from .contexts import Contexts

        return Contexts(self._session, project_key, environment_key)

    @needs_call
    def segments(self, project_key: str, environment_key: str) -> Segments:
        """The segments of an environment."""
        from .segments import Segments

        return Segments(self._session, project_key, environment_key)

    @needs_call
    def audit_log(self) -> AuditLog:
        """The audit log of the account."""
        from .account import AuditLog

        return AuditLog(self._session)

    @needs_call
    def usage(self) -> Usage:
        """What experiments used."""
        from .account import Usage

        return Usage(self._session)

    @needs_call
    def metric_events(self, project_key: str, environment_key: str, *, company: str = "abclient") -> MetricEvents:
        """The import of metric events into an environment.

        Args:
            project_key: the project's key.
            environment_key: the environment's key.
            company: who sends them, as the vendor asks for in the header ``User-Agent``: one word.

        Raises:
            ValueError: the company is not one word.
        """
        from .metric_events import MetricEvents, checked_company

        return MetricEvents(self._session_of(_EVENTS), project_key, environment_key, checked_company(company))

    async def caller_identity(self) -> models.CallerIdentityRep:
        """Whose token this is, and what it can see."""
        from abclient_api.launchdarkly.api.account import get_caller_identity

        return await self.send(get_caller_identity.request())

    async def versions(self) -> models.VersionsRep:
        """The versions that the API answers in."""
        from abclient_api.launchdarkly.api.account import get_versions

        return await self.send(get_versions.request())
