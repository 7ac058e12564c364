"""Projects: experiments, goals, audiences and dimensions that share one snippet. The vendor cannot delete them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from abclient_api._runtime import UNSET, Unset
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

ProjectStatus = Literal["Active", "Archived"]


class Project(Resource["Projects"], models.Project):
    """A project; what it holds is described at the generated model."""

    __slots__ = ()

    def experiments(self) -> Pager[Experiment]:
        """All its experiments. Items that cannot be read: see ``Pager.on_unreadable``."""
        return self._collection.sibling(Experiments).list(self._id)

    def goals(self) -> Pager[Goal]:
        """All its goals. Items that cannot be read: see ``Pager.on_unreadable``."""
        return self._collection.sibling(Goals).list(self._id)

    def audiences(self) -> Pager[Audience]:
        """All its audiences, archived ones too. Items that cannot be read: see ``Pager.on_unreadable``."""
        return self._collection.sibling(Audiences).list(self._id)

    def dimensions(self) -> Pager[Dimension]:
        """All its dimensions. Items that cannot be read: see ``Pager.on_unreadable``."""
        return self._collection.sibling(Dimensions).list(self._id)

    def targeting_lists(self) -> Pager[TargetingList]:
        """All its targeting lists. Items that cannot be read: see ``Pager.on_unreadable``."""
        return self._collection.sibling(TargetingLists).list(self._id)


class Projects(ClassicCollection[Project]):
    """The projects of the account. At ``OptimizelyClassic.projects``."""

    model = Project
    editable: Iterable[str] = models.ProjectUpdate.FIELDS

    def list(self) -> Pager[Project]:
        """All projects of the account; the vendor answers with the whole list at once.

        Items that cannot be read: see ``Pager.on_unreadable``.
        """
        return self.many(projects_api.list_projects.request())

    async def create(
        self,
        *,
        project_name: str,
        project_status: ProjectStatus | Unset = UNSET,
        include_jquery: bool | Unset = UNSET,
        project_javascript: str | Unset | None = UNSET,
        enable_force_variation: bool | Unset = UNSET,
        exclude_disabled_experiments: bool | Unset = UNSET,
        exclude_names: bool | Unset | None = UNSET,
        ip_anonymization: bool | Unset = UNSET,
        ip_filter: str | Unset | None = UNSET,
        dcp_service_id: int | Unset | None = UNSET,
    ) -> Project:
        """Add a project to the account.

        Args:
            project_name: for people.
            project_status: Active, which is the default, or Archived.
            include_jquery: whether the snippet carries jQuery.
            project_javascript: runs before Optimizely on every page.
            enable_force_variation: whether a URL parameter may force a variation.
            exclude_disabled_experiments: whether paused and draft experiments are left out of the snippet.
            exclude_names: whether descriptive names are masked in the snippet.
            ip_anonymization: whether visitors' IP addresses are anonymized.
            ip_filter: IP addresses to leave out of the results.
            dcp_service_id: Dynamic Customer Profile service of the project.
        """
        body = models.ProjectCreate(
            project_name=project_name,
            project_status=project_status,
            include_jquery=include_jquery,
            project_javascript=project_javascript,
            enable_force_variation=enable_force_variation,
            exclude_disabled_experiments=exclude_disabled_experiments,
            exclude_names=exclude_names,
            ip_anonymization=ip_anonymization,
            ip_filter=ip_filter,
            dcp_service_id=dcp_service_id,
        )
        self._obey(_rules.project, body.to_dict())
        return await self.one(projects_api.create_project.request(body=body))

    async def update(
        self,
        project_id: int,
        /,
        *,
        project_name: str | Unset = UNSET,
        project_status: ProjectStatus | Unset = UNSET,
        include_jquery: bool | Unset = UNSET,
        project_javascript: str | Unset | None = UNSET,
        enable_force_variation: bool | Unset = UNSET,
        exclude_disabled_experiments: bool | Unset = UNSET,
        exclude_names: bool | Unset | None = UNSET,
        ip_anonymization: bool | Unset = UNSET,
        ip_filter: str | Unset | None = UNSET,
        dcp_service_id: int | Unset | None = UNSET,
    ) -> Project:
        """Change what is given of a project; see ``create`` for what it means. None is sent as null."""
        body = models.ProjectUpdate(
            project_name=project_name,
            project_status=project_status,
            include_jquery=include_jquery,
            project_javascript=project_javascript,
            enable_force_variation=enable_force_variation,
            exclude_disabled_experiments=exclude_disabled_experiments,
            exclude_names=exclude_names,
            ip_anonymization=ip_anonymization,
            ip_filter=ip_filter,
            dcp_service_id=dcp_service_id,
        )
        return await self._put(project_id, body.to_dict())

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.project(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return projects_api.get_project.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return projects_api.update_project.request(item_id, body=body)
