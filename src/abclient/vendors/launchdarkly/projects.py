"""Projects and environments, as far as experiments need them: they are read, not changed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack, get_args

from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import environments as environments_api
from abclient_api.launchdarkly.api import projects as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from ._arguments import commas
from ._expanded import Expandable
from ._paging import BY_LINK

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session
    from ...paging import Pagination

_Expand = Literal["environments"]


class Project(Expandable["Projects"], models.Project):
    """A project; the generated model describes its attributes."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"
    EXPANDED: ClassVar[tuple[str, ...]] = get_args(_Expand)


class Projects(_Collection[Project, str]):
    """The projects of the account. Made by ``LaunchDarkly.projects``."""

    model = Project
    pagination: Pagination = BY_LINK

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        expand: _Expand | Collection[_Expand] = (),
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Project]:
        """The projects. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``"query:web,tags:a+b,keys:one|two"``.
            sort: ``"name"`` or ``"createdOn"``; with a minus before it descending.
            expand: whether to include the environments.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        request = api.get_projects.request(
            filter=filter,
            sort=sort,
            expand=commas("expand", expand, _Expand),
            limit=checked_page_size(paging),
            offset=offset,
        )
        return self.many(request, paging)

    async def get(self, project_key: str, /, *, expand: _Expand | Collection[_Expand] = ()) -> Project:
        """One project, with its environments if ``expand`` asks for them."""
        return await self.one(api.get_project.request(project_key, expand=commas("expand", expand, _Expand)))

    async def reload(self, item: Project) -> Project:
        """The project, loaded anew with the parts that it was expanded by."""
        return await self.get(item.key, expand=item.expanded())

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_project.request(item_id)


class Environment(Resource["Environments"], models.Environment):
    """An environment; the generated model describes its attributes. ``api_key`` and ``mobile_key`` are secrets."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"


class Environments(_Collection[Environment, str]):
    """The environments of a project. Made by ``LaunchDarkly.environments``."""

    model = Environment
    pagination: Pagination = BY_LINK

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Environment]:
        """The environments of the project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``"query:prod,tags:a+b"``.
            sort: ``"name"`` or ``"createdOn"``; with a minus before it descending.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        request = environments_api.get_environments_by_project.request(
            self.project_key, filter=filter, sort=sort, limit=checked_page_size(paging), offset=offset
        )
        return self.many(request, paging)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return environments_api.get_environment.request(self.project_key, item_id)
