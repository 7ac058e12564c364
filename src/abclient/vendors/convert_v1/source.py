"""Experiences and reports of Convert's projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import Any

from ..._aio import flat_map
from ...bulk import Outcomes
from ...errors import ConfigurationError
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source
from . import rows
from .client import ConvertV1
from .experiences import Experience
from .projects import ProjectContents
from .reports import ReportKey


class ConvertV1Source(Source):
    """The projects of a Convert application; a key is of a project and an experience."""

    client: ConvertV1

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """A group for each project, as experience ids are of one project."""
        if ids and self.scope.project is None:
            variable = self.vendor.variable("project")
            raise ConfigurationError(
                f"Convert v1 needs project= (--project) with the ids of experiences, or {variable} set"
            )
        async with aclosing(self._projects(self.client.projects.list)) as projects:
            async for project in projects:
                yield self._group(self.client.project(str(project)), ids)

    def _group(self, contents: ProjectContents, ids: Sequence[str]) -> Group:
        experiences, project = contents.experiences, contents.project_id
        found = self._looked_up(experiences.get, ids) if ids else self._listed(experiences.list, project)

        def as_listed(one: Experience) -> ListedExperiment:
            keys = {ReportKey(str(one.id)): (project, str(one.id))}
            return ListedExperiment(rows.experiment_info(one, project=project), one, keys)

        def fetch(keys: AsyncIterator[ReportKey]) -> Outcomes[ReportKey, Any]:
            return experiences.fetch_reports(flat_map(keys, lambda key: [key.experience_id]), **self.bulk)

        return Group(self._readable(found, as_listed), fetch)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experience's report."""
        return rows.from_report(response, listed.experiment, project=listed.info.project, **self.context)

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List one project."""
        return await self.client.projects.list(page_size=1)
