"""Projects: what experiments, features and metrics belong to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Unpack

from abclient import Pager, Resource
from abclient_api._runtime import Request, from_fields

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import projects as api


class Project(Resource["Projects"], models.Project):
    """A project; ``save`` sends its name, description, public id and settings."""

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it; what belongs to it stays."""
        await self._collection.delete(self.id)


class Projects(GrowthBookCollection[Project]):
    """The projects of the organization."""

    model = Project
    envelope: str | None = "project"
    editable: Iterable[str] = ("name", "description", "public_id", "settings")

    def list(self, *, page_size: int | None = None, prefetch: bool = False) -> Pager[Project]:
        """All projects.

        Args:
            page_size: how many per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        return self._paged(api.list_projects.request(limit=page_size), prefetch=prefetch)

    async def create(self, **fields: Unpack[models.ProjectCreateFields]) -> Project:
        """Make a project."""
        return await self._answered(api.post_project.request(body=from_fields(models.ProjectCreate, fields)))

    async def update(self, project_id: str, **fields: Unpack[models.ProjectUpdateFields]) -> Project:
        """Change what is given, and nothing else."""
        body = from_fields(models.ProjectUpdate, fields)
        return await self._answered(api.put_project.request(project_id, body=body))

    async def delete(self, project_id: str) -> None:
        """Delete a project; what belongs to it stays."""
        await self._session.send(api.delete_project.request(project_id))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_project.request(item_id)

    async def _save(self, item: Project, changes: dict[str, Any]) -> Project:
        body = self._changed(models.ProjectUpdate, item, changes)
        return await self._answered(api.put_project.request(item.id, body=body))
