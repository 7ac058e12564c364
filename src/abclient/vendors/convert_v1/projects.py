"""Projects, and what every project holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api._runtime import Body
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import projects as projects_api

from ...paging import PageOptions
from ...resource import Resource
from . import _checks
from ._base import ConvertCollection
from ._paging import first_page
from .audiences import Audiences
from .experiences import Experiences
from .goals import Goals
from .hypotheses import Hypotheses

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session
    from ...paging import Pager


class ProjectContents:
    """What a project holds. Made by ``ConvertV1.project``, which does not load the project itself."""

    def __init__(self, session: Session, project_id: str) -> None:
        self._session = session
        self.project_id: str = project_id

    def __repr__(self) -> str:
        return f"<ProjectContents {self.project_id!r}>"

    @property
    def experiences(self) -> Experiences:
        """Its tests and personalizations."""
        return Experiences(self._session, self.project_id)

    @property
    def goals(self) -> Goals:
        """What counts as a conversion."""
        return Goals(self._session, self.project_id)

    @property
    def hypotheses(self) -> Hypotheses:
        """Assumptions that experiences are meant to check."""
        return Hypotheses(self._session, self.project_id)

    @property
    def audiences(self) -> Audiences:
        """Groups of visitors."""
        return Audiences(self._session, self.project_id)


class Project(Resource["Projects"], models.Project):
    """A project; the generated model describes its attributes."""

    __slots__ = ()

    @property
    def experiences(self) -> Experiences:
        """Its tests and personalizations."""
        return self._contents.experiences

    @property
    def goals(self) -> Goals:
        """What counts as a conversion."""
        return self._contents.goals

    @property
    def hypotheses(self) -> Hypotheses:
        """Assumptions that experiences are meant to check."""
        return self._contents.hypotheses

    @property
    def audiences(self) -> Audiences:
        """Groups of visitors."""
        return self._contents.audiences

    @property
    def _contents(self) -> ProjectContents:
        return self._collection.contents(self._id)


class Projects(ConvertCollection[Project, str]):
    """The projects that the application can reach. At ``ConvertV1.projects``."""

    model = Project
    body: type[Body] = models.ProjectInput
    editable: Iterable[str] = models.ProjectInput.FIELDS.keys() - models.ProjectInput.READ_ONLY

    def list(self, **paging: Unpack[PageOptions]) -> Pager[Project]:
        """All projects. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.
        """
        # Those who are known to call it send no body with the first page.
        asked = models.ProjectFilter(**first_page(paging))
        body = None if paging.get("page_size") is None else asked
        return self.many(projects_api.list_projects.request(body=body), paging)

    def contents(self, project_id: str) -> ProjectContents:
        """What a project holds; nothing is loaded."""
        return ProjectContents(self._session, project_id)

    async def create(self, **fields: Unpack[models.ProjectCreateFields]) -> Project:
        """Add a project to the application's account. Mappings have the vendor's own JSON names.

        Raises:
            InvalidRequestError: a switch is neither 0 nor 1.
        """
        return await self._add(fields)

    async def update(self, project_id: str, /, **fields: Unpack[models.ProjectUpdateFields]) -> Project:
        """Change the given fields of a project; see ``create``."""
        return await self._change(project_id, fields)

    def _check(self, fields: Mapping[str, Any]) -> None:
        _checks.project(fields)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return projects_api.get_project.request(item_id)

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return projects_api.add_project.request(body=body)

    def _update_request(self, item_id: str, body: Any) -> Request[Any, Any]:
        return projects_api.update_project.request(item_id, body=body)
