"""Projects, and what every project holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, cast

from abclient_api._arguments import text
from abclient_api._runtime import Body, Request
from abclient_api.convert import models
from abclient_api.convert.api import audiences as audiences_api
from abclient_api.convert.api import locations as locations_api
from abclient_api.convert.api import projects as projects_api

from ...paging import PageOptions, Pager
from . import history
from ._base import ConvertCollection, Deletable, editable_in
from ._reading import fetched, id_of

if TYPE_CHECKING:
    from ..._session import Session
    from .audiences import Audiences
    from .domains import Domains, SdkKeys
    from .experiences import Experiences
    from .features import Features
    from .goals import Goals
    from .hypotheses import Hypotheses, KnowledgeBases
    from .locations import Locations
    from .observations import Observations
    from .tags import Tags


class ProjectHistoryFilters(models.ProjectHistoryRequestDataFields, PageOptions, total=False):
    """Filters of a project's history."""


class ProjectFilters(models.GetProjectsListRequestDataFields, PageOptions, total=False):
    """Filters of projects."""


class ProjectContents:
    """What a project holds. Made by ``Convert.project``, which does not load the project itself."""

    def __init__(self, session: Session, account_id: int, project_id: int) -> None:
        self._session = session
        self.account_id: int = account_id
        self.project_id: int = project_id

    def __repr__(self) -> str:
        return f"<ProjectContents {self.project_id!r} of account {self.account_id!r}>"

    @property
    def experiences(self) -> Experiences:
        """Its tests, deploys and rollouts."""
        from .experiences import Experiences

        return Experiences(self._session, self.account_id, self.project_id)

    @property
    def goals(self) -> Goals:
        """What counts as a conversion."""
        from .goals import Goals

        return Goals(self._session, self.account_id, self.project_id)

    @property
    def audiences(self) -> Audiences:
        """Groups of visitors."""
        from .audiences import Audiences

        return Audiences(self._session, self.account_id, self.project_id)

    @property
    def locations(self) -> Locations:
        """Pages on which experiences run."""
        from .locations import Locations

        return Locations(self._session, self.account_id, self.project_id)

    @property
    def hypotheses(self) -> Hypotheses:
        """Assumptions that experiences are meant to check."""
        from .hypotheses import Hypotheses

        return Hypotheses(self._session, self.account_id, self.project_id)

    @property
    def knowledge_bases(self) -> KnowledgeBases:
        """What was learned."""
        from .hypotheses import KnowledgeBases

        return KnowledgeBases(self._session, self.account_id, self.project_id)

    @property
    def observations(self) -> Observations:
        """What was noticed."""
        from .observations import Observations

        return Observations(self._session, self.account_id, self.project_id)

    @property
    def tags(self) -> Tags:
        """Labels of experiences and hypotheses."""
        from .tags import Tags

        return Tags(self._session, self.account_id, self.project_id)

    @property
    def domains(self) -> Domains:
        """Domains on which it runs."""
        from .domains import Domains

        return Domains(self._session, self.account_id, self.project_id)

    @property
    def features(self) -> Features:
        """Features of full-stack experiences."""
        from .features import Features

        return Features(self._session, self.account_id, self.project_id)

    @property
    def sdk_keys(self) -> SdkKeys:
        """Keys of the vendor's SDKs."""
        from .domains import SdkKeys

        return SdkKeys(self._session, self.account_id, self.project_id)

    async def live_data(
        self, **filters: Unpack[models.GetProjectLiveDataRequestDataFields]
    ) -> list[models.LiveDataEvent]:
        """The last events of its visitors, at most 100."""

        def request(body: Any) -> Request[Any, Any]:
            return projects_api.get_project_live_data.request(self.account_id, self.project_id, body=body)

        return await history.live_data(self._session, request, models.GetProjectLiveDataRequestData, filters)

    def history(self, **filters: Unpack[ProjectHistoryFilters]) -> Pager[models.ChangeHistory]:
        """What was changed in it, and by whom.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """

        def request(body: Any) -> Request[Any, Any]:
            return projects_api.get_project_history.request(self.account_id, self.project_id, body=body)

        return history.changes(self._session, request, models.ProjectHistoryRequestData, filters)

    async def audience_presets(self) -> list[models.AudiencePreset]:
        """Audiences that come from the vendor."""
        request = audiences_api.get_audiences_presets.request(self.account_id, self.project_id)
        return (await self._session.send(request)).data or []

    async def location_presets(self) -> list[models.LocationPreset]:
        """Locations that come from the vendor."""
        request = locations_api.get_locations_presets.request(self.account_id, self.project_id)
        return (await self._session.send(request)).data or []


class Project(Deletable["Projects"], models.Project):
    """A project; the generated model describes its attributes."""

    __slots__ = ()

    @property
    def contents(self) -> ProjectContents:
        """What it holds."""
        return self._collection.contents(self._id)


class Projects(ConvertCollection[Project]):
    """The projects of an account. At ``projects`` of the client and of an account."""

    model = Project
    _api = projects_api
    _named = ("project", "projects")
    _bodies = (models.GetProjectsListRequestData, models.CreateProjectRequestData, models.UpdateProjectRequestData)
    editable: Iterable[str] = editable_in(models.UpdateProjectRequestData) - {"include", "expand"}
    optional: ClassVar[Mapping[str, Sequence[str]]] = {
        "include": ("global_javascript", "domains", "default_goals", "default_audiences", "default_locations"),
    }

    @property
    def account_id(self) -> int:
        """The account that they are in."""
        return self._place[0]

    def list(self, **filters: Unpack[ProjectFilters]) -> Pager[Project]:
        """The account's projects that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetProjectsListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateProjectRequestDataFields]) -> Project:
        """Add a project to the account. Mappings have the vendor's own JSON names."""
        return await self._add(fields)

    async def update(self, project_id: int, /, **fields: Unpack[models.UpdateProjectRequestDataFields]) -> Project:
        """Change the given fields. A list of domains replaces the one that is there."""
        return await self._change(project_id, fields)

    async def update_many(self, project_ids: Iterable[Project | int], *, script_version: str) -> models.BulkSuccessData:
        """Give up to 100 projects a version of the tracking script; the response names those that failed."""
        settings = {"tracking_script": {"current_version": text("script_version", script_version)}}
        return await self._in_bulk("update", project_ids, settings=settings)

    async def debug_token(self, project_id: int) -> models.GenerateDebugTokenData:
        """Make a token with which the debugger shows a project."""
        return await fetched(
            self._session, self._request("generate_debug_token", project_id), models.GenerateDebugTokenData
        )

    def brief(self) -> Pager[Project]:
        """All projects without any optional field."""
        return self._list({"include": []})

    def contents(self, project_id: int) -> ProjectContents:
        """What a project holds; nothing is loaded."""
        return ProjectContents(self._session, self._place[0], project_id)

    def _request(self, operation: str, *given: Any, **named: Any) -> Request[Any, Any]:
        return super()._request(_BULK if operation == "bulk_projects_update" else operation, *given, **named)

    def _sendable(self, fields: Any) -> dict[str, Any]:
        sent = dict(fields)
        if isinstance(sent.get("domains"), Sequence) and not isinstance(sent["domains"], str):
            sent["domains"] = [_domain(one) for one in cast("Sequence[Any]", sent["domains"])]
        return {**self.optional, **sent} if "include" not in sent else sent


_BULK = "bulk_update_projects"


def _domain(one: Any) -> Any:
    """A domain as the vendor takes it: its id, or a new one with its address.

    Raises:
        TypeError: it is neither.
    """
    try:
        return id_of(one, models.Domain)
    except TypeError:
        if not isinstance(one, Body) and not (isinstance(one, Mapping) and "url" in one):
            known = 'ids, or mappings with a url, such as {"url": "https://shop.example.com"}'
            raise TypeError(f"domains must hold {known}, not {one!r}") from None
        return cast("Any", one)
