"""Experiences and reports of Convert's accounts and projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from functools import partial
from typing import Any, cast

from ..._aio import flat_map
from ...bulk import Outcomes
from ...errors import ConfigurationError
from ...resource import written
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source
from .._int_ids import parse_int_ids
from . import rows
from .client import Convert
from .experiences import Experience
from .projects import ProjectContents
from .reports import ReportKey


class ConvertSource(Source):
    """The projects of the accounts that the credentials reach; a key is of an account, a project and an experience."""

    client: Convert

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """A group for each project, as experiences are found in their project only."""
        if ids and self.scope.project is None:
            variable = self.vendor.variable("project")
            raise ConfigurationError(
                f"Convert needs project= (--project) with the ids of experiences, or {variable} set"
            )
        for account in await self._accounts():
            async with aclosing(self._projects(partial(self._brief, account))) as projects:
                async for project in projects:
                    number = parse_int_ids([project])[0] if isinstance(project, str) else project
                    yield self._group(self.client.account(account).project(written(number)), ids)

    async def _accounts(self) -> list[int]:
        """The client's account, or all of them."""
        if self.client.has_account:
            return [self.client.account_id]
        found = [cast("int", written(account.id)) async for account in self.client.accounts.list()]
        if self.scope.project is not None and len(found) > 1:
            variable = self.vendor.variable("account_id")
            raise ConfigurationError(
                f"the credentials reach {len(found)} accounts: set {variable} to that of the project"
            )
        return found

    def _brief(self, account: int) -> Any:
        return self.client.account(account).projects.brief()

    def _group(self, contents: ProjectContents, ids: Sequence[str]) -> Group:
        experiences, project = contents.experiences, str(contents.project_id)
        found = self._looked_up(experiences.get, parse_int_ids(ids)) if ids else self._listed(experiences.list, project)

        def as_listed(one: Experience) -> ListedExperiment:
            key = ReportKey(written(one.id), contents.project_id, contents.account_id)
            name = (str(contents.account_id), project, str(one.id))
            return ListedExperiment(rows.experiment_info(one, project=project), one, {key: name})

        def fetch(keys: AsyncIterator[ReportKey]) -> Outcomes[ReportKey, Any]:
            return experiences.fetch_reports(flat_map(keys, lambda key: [key.experience_id]), **self.bulk)

        return Group(self._readable(found, as_listed), fetch)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experience's aggregated report."""
        place: dict[str, Any] = {"project": listed.info.project, "account_id": key.account_id}
        return rows.from_report(response, listed.experiment, **place, **self.context)

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List the accounts."""
        return await self.client.accounts.list()
