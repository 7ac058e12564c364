"""Experiences and reports of Convert's accounts and projects, as a source of rows."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any, cast

from ..._aio import flat_map
from ...bulk import Outcomes, fetch_many
from ...errors import ABClientError, ConfigurationError, NotFoundError
from ...resource import written
from ...results import ResultRow
from ...source import Group, ListedExperiment, Source
from .._int_ids import parse_int_ids, parse_project
from . import rows
from ._parts import PartKey, part_fetcher, part_keys, segment_filters
from .client import Convert
from .experiences import Experience
from .projects import ProjectContents, Projects
from .reports import ReportKey


class ConvertSource(Source):
    """The projects of the accounts that the credentials reach.

    A key is of an account, a project and an experience; of a segment, also of that; of a series, also of a goal and a
    metric.
    """

    client: Convert

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._currencies: dict[tuple[int, str], str | None] = {}

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        """A group for each project, as experiences are found in their project only."""
        if ids and self.scope.project is None:
            variable = self.vendor.variable("project")
            raise ConfigurationError(
                f"Convert needs project= (--project) with the ids of experiences, or {variable} set"
            )
        filters = {text: segment_filters(self.vendor.segment(text)) for text in self.scope.segments}
        accounts = await self._accounts()
        for account in accounts:
            async with aclosing(self._projects_of(account, is_one_of_many=len(accounts) > 1)) as projects:
                async for project in projects:
                    yield self._group(self.client.account(account).project(project), ids, filters)

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

    async def _projects_of(self, account: int, *, is_one_of_many: bool) -> AsyncGenerator[int]:
        """The given project, or each of an account; one of several that cannot be listed is a failure."""
        projects = self.client.account(account).projects
        if self.scope.project is not None:
            number = parse_project(self.scope.project)
            await self._learn_currency(projects, number)
            yield number
            return
        try:
            async with aclosing(self._listed(projects.brief)) as listed:
                async for project in listed:
                    self._currencies[account, str(project.id)] = rows.currency_of(project)
                    yield written(project.id)
        except ABClientError as error:
            if isinstance(error, NotFoundError):
                error.message = f"{error.message}; `abclient doctor convert` names the accounts that there are"
            if not is_one_of_many:
                raise
            self.failures[f"account {account}"] = error

    async def _learn_currency(self, projects: Projects, number: int) -> None:
        """What a project's revenue is in; where that cannot be read, rows do without it."""
        if type(number) is not int:  # one that only its path can hold
            return
        try:
            for project in await projects.list(only=[number], include=[]):
                self._currencies[projects.account_id, str(project.id)] = rows.currency_of(project)
        except ABClientError:
            return

    def _group(self, contents: ProjectContents, ids: Sequence[str], filters: Mapping[str, Mapping[str, Any]]) -> Group:
        experiences, project = contents.experiences, str(contents.project_id)
        numbers = parse_int_ids(ids)
        get = experiences.getter(numbers)
        found = self._looked_up(get, numbers) if ids else self._listed(experiences.list, project)

        def as_listed(one: Experience) -> ListedExperiment:
            info = rows.experiment_info(one, project=project)
            key = ReportKey(written(one.id), contents.project_id, contents.account_id)
            place = (str(contents.account_id), project, str(one.id))
            if not self._has_parts:
                return ListedExperiment(info, one, {key: place})
            if self.scope.series and info.status == "not_started":
                return ListedExperiment(info, one, {})  # it has no days, and each of its reports would be a request
            parts = part_keys(one, key, self.scope.segments, series=self.scope.series)
            return ListedExperiment(info, one, {part: _name(place, part) for part in parts})

        def fetch(keys: AsyncIterator[Any]) -> Outcomes[Any, Any]:
            if self._has_parts:
                return fetch_many(part_fetcher(experiences, filters), keys, **self.bulk_options)
            return experiences.fetch_reports(flat_map(keys, lambda key: [key.experience_id]), **self.bulk)

        return Group(self._readable(found, as_listed), fetch)

    @property
    def _has_parts(self) -> bool:
        """Whether other results are asked for than the current ones of all visitors."""
        return bool(self.scope.segments or self.scope.series)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        """The rows of an experience's aggregated report, or of a daily one."""
        part = key if isinstance(key, PartKey) else PartKey(key, None)
        told: dict[str, Any] = {
            "project": listed.info.project,
            "account_id": part.report.account_id,
            **self.context,
            **({} if part.segment is None else {"segment": part.segment}),
        }
        if currency := self._currencies.get((part.report.account_id, str(listed.info.project))):
            told["currency"] = currency
        if part.goal is None or part.metric is None:
            return rows.from_report(response, listed.experiment, **told)
        return rows.from_daily_report(response, listed.experiment, goal=part.goal, metric=part.metric, **told)

    async def allocation(self, listed: ListedExperiment) -> dict[str, float]:
        """Of the variations; nothing is sent."""
        return rows.allocation(listed.experiment)

    async def probe(self) -> object:
        """List the accounts."""
        return await self.client.accounts.list()

    async def notes(self) -> Sequence[str]:
        """Whether the credentials reach the account that was given; by the list of accounts."""
        if not self.client.has_account:
            return ()
        reached = [str(account.id) async for account in self.client.accounts.list()]
        if str(self.client.account_id) in reached:
            return ()
        named = f"they reach {', '.join(reached)}" if reached else "they reach none"
        return (f"account {self.client.account_id} is none of those that the credentials reach: {named}",)


def _name(place: tuple[str, ...], part: PartKey) -> tuple[str, ...]:
    """What an export calls a report."""
    named = (None if part.goal is None else str(part.goal), part.metric, part.segment)
    return (*place, *(one for one in named if one is not None))
