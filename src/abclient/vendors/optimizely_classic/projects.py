"""Projects: experiments, goals, audiences and dimensions that share one snippet. The vendor cannot delete them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import projects as projects_api

from ...resource import Resource
from . import _rules
from ._base import ClassicCollection
from .audiences import Audience, Audiences
from .dimensions import Dimension, Dimensions
from .experiments import Experiment, Experiments
from .goals import Goal, Goals
from .targeting_lists import TargetingList, TargetingLists

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager


class Project(Resource["Projects"], models.Project):
    """A project; the generated model describes its attributes."""

    __slots__ = ()

    def experiments(self) -> Pager[Experiment]:
        """All its experiments. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Experiments).list(self._id)

    def goals(self) -> Pager[Goal]:
        """All its goals. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Goals).list(self._id)

    def audiences(self) -> Pager[Audience]:
        """All its audiences, archived ones too. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Audiences).list(self._id)

    def dimensions(self) -> Pager[Dimension]:
        """All its dimensions. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(Dimensions).list(self._id)

    def targeting_lists(self) -> Pager[TargetingList]:
        """All its targeting lists. For unreadable items, see ``Pager.on_unreadable``."""
        return self._collection.sibling(TargetingLists).list(self._id)


class Projects(ClassicCollection[Project]):
    """The projects of the account. At ``OptimizelyClassic.projects``."""

    model = Project
    editable: Iterable[str] = models.ProjectUpdate.FIELDS

    def list(self) -> Pager[Project]:
        """All projects of the account; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(projects_api.list_projects.request())

    async def create(self, **fields: Unpack[models.ProjectCreateFields]) -> Project:
        """Add a project to the account."""
        body = self._new(models.ProjectCreate, fields, _rules.project)
        return await self.one(projects_api.create_project.request(body=body))

    async def update(self, project_id: int, /, **fields: Unpack[models.ProjectUpdateFields]) -> Project:
        """Change the given fields of a project; see ``create``. None is sent as null."""
        return await self._change(project_id, models.ProjectUpdate, fields)

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.project(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return projects_api.get_project.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return projects_api.update_project.request(item_id, body=body)
