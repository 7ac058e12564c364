"""The client of Optimizely Feature Experimentation: four APIs, which take the same token.

Each generated package is sent to its own API: ``optimizely_flags`` to the client's ``base_url``, ``optimizely``
(results) to REST API v2, ``optimizely_flags_scheduling`` and ``optimizely_flags_permissions`` to theirs. The token goes
nowhere else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Unpack

from abclient_api.optimizely_flags import CREDENTIALS

from ..._session import Session
from ...client import Client, ClientOptions
from ...errors import ConfigurationError
from .._optimizely import as_int, bearer
from .._wrong_use import needs_call
from .project import Project
from .vendor import VENDOR

if TYPE_CHECKING:
    from .._optimizely_v2 import Attributes, Audiences, Events, Projects
    from .permissions import Teams


class OptimizelyFlags(Client):
    """Optimizely Feature Experimentation: flags, their rules and results.

    Args:
        token: a personal access token, or an OAuth access token; by default ``ABCLIENT_OPTIMIZELY_FLAGS_TOKEN`` from
            the environment. It is the same as for ``Optimizely``.
        results_url: the base URL of REST API v2; by default beside ``base_url``: ``…/v2`` in place of ``…/flags/v1``.
        scheduling_url: the base URL of the Flags Scheduling API; by default the vendor's own, or ``…/flags-scheduling``
            beside another ``base_url``.
        permissions_url: the base URL of the Permission Service; by default ``…/permissions``, likewise.
        **options: as ``ClientOptions`` describes. ``base_url`` is that of the flags API, which ends in ``/flags/v1``.

    Raises:
        ConfigurationError: the token is missing or cannot be sent in a header, or an option is invalid.
    """

    description = VENDOR

    def __init__(
        self,
        token: str | None = None,
        *,
        results_url: str | None = None,
        scheduling_url: str | None = None,
        permissions_url: str | None = None,
        **options: Unpack[ClientOptions],
    ) -> None:
        secret = self._credential("token", token, options)
        credentials = bearer(CREDENTIALS, secret)
        base = self._setting("base_url", options.get("base_url"), VENDOR.url)
        given = {"results_url": results_url, "scheduling_url": scheduling_url, "permissions_url": permissions_url}
        self._addresses = {
            package: (setting, self._setting(setting, given[setting], _beside(base, package, path)))
            for package, (setting, path, _) in _APIS.items()
        }
        self._open(
            authorize=lambda method, url, body: credentials,
            secrets=(secret,),
            other_apis={package: (url, _APIS[package][2]) for package, (_, url) in self._addresses.items() if url},
            **options,
        )

    @needs_call
    def project(self, project_id: int) -> Project:
        """The contents of a project."""
        return Project(self._session, as_int("project_id", project_id), self._session_of)

    @needs_call
    def teams(self, account_id: int) -> Teams:
        """The teams of users of an account."""
        from .permissions import Teams

        return Teams(self._session_of, as_int("account_id", account_id))

    @property
    def projects(self) -> Projects:
        """The account's projects, from REST API v2, as ``Optimizely.projects``."""
        from .. import _optimizely_v2 as v2

        return v2.Projects(self._session_of(v2.PACKAGE))

    @property
    def audiences(self) -> Audiences:
        """Audiences, by project, from REST API v2, as ``Optimizely.audiences``."""
        from .. import _optimizely_v2 as v2

        return v2.Audiences(self._session_of(v2.PACKAGE))

    @property
    def attributes(self) -> Attributes:
        """Attributes of visitors, by project, from REST API v2, as ``Optimizely.attributes``."""
        from .. import _optimizely_v2 as v2

        return v2.Attributes(self._session_of(v2.PACKAGE))

    @property
    def events(self) -> Events:
        """Events, by project, from REST API v2, as ``Optimizely.events``."""
        from .. import _optimizely_v2 as v2

        return v2.Events(self._session_of(v2.PACKAGE))

    def _session_of(self, package: str) -> Session:
        setting, url = self._addresses.get(package, ("", VENDOR.url))
        if not url:
            raise ConfigurationError(
                f"base_url does not end in {_FLAGS}, so that {setting} is unknown: pass {setting}=... or set"
                f" {VENDOR.variable(setting)}"
            )
        return super()._session_of(package)


_FLAGS = "/flags/v1"

_APIS: dict[str, tuple[str, str, float | None]] = {
    # As advised for v2. No document has limits of the other two: they count as the flags API's.
    "optimizely": ("results_url", "/v2", 40.0),
    "optimizely_flags_scheduling": ("scheduling_url", "/flags-scheduling", None),
    "optimizely_flags_permissions": ("permissions_url", "/permissions", None),
}
"""The setting, the usual end of the base URL, and the advised rate of the other APIs, by generated package."""


def _beside(base: str, package: str, path: str) -> str:
    """The base URL of another API, from that of the flags API; empty where it cannot be told."""
    if base == VENDOR.url:
        return str(import_module(f"abclient_api.{package}").SERVERS[0])
    root = base.rstrip("/").removesuffix(_FLAGS)
    return "" if root == base.rstrip("/") else root + path
