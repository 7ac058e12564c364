"""Reports: how the variations of an experience perform, goal by goal."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from abclient_api._runtime import Response, Unset, answered, read, recognise
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import reports as reports_api

from ..._aio import Restartable
from ...paging import keys_in
from .._wrong_use import check_item, check_several
from . import _checks

if TYPE_CHECKING:
    from ..._session import Session


class ReportKey(NamedTuple):
    """Which report: of one experience, on one goal; None stands for all of its goals."""

    experience_id: str
    goal_id: str | None = None


class Reports:
    """The reports on the experiences of a project. Used by ``Experiences.report`` and ``fetch_reports``.

    The vendor's page documents requests, not responses. Methods, paths and the shape of the responses are
    inferred, the latter from v2.
    """

    def __init__(self, session: Session, project_id: str) -> None:
        self._session = session
        self.project_id: str = project_id

    async def get(
        self,
        experience_id: str,
        *,
        goal_id: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> models.Report:
        """How the variations of an experience perform.

        Args:
            experience_id: which experience.
            goal_id: on one goal; by default on all goals of the experience.
            start: from when on data counts, with a time zone; by default since the experience started.
            end: until when data counts, with a time zone; by default until now.

        Raises:
            DecodeError: the response has neither the shape of v2's aggregated report nor that of its daily one; v1
                promises neither. The error's ``body`` is the whole response.
        """
        fetch = self.fetcher(start, end)
        return (await fetch(ReportKey(experience_id, goal_id)))()

    def fetcher(
        self, start: datetime | None, end: datetime | None
    ) -> Callable[[ReportKey], Awaitable[Callable[[], models.Report]]]:
        """What fetches one of many reports of the same period, to be decoded by calling it."""
        body = _period(start, end)

        async def fetch(key: ReportKey) -> Callable[[], models.Report]:
            if key.goal_id is None:
                request = reports_api.get_report.request(self.project_id, key.experience_id, body=body)
            else:
                request = reports_api.get_goal_report.request(
                    self.project_id, key.experience_id, key.goal_id, body=body
                )
            return partial(self._session.decode, request, await self._session.send_raw(request), _parse)

        return fetch


def report_keys(
    wanted: Iterable[models.Experience | str] | AsyncIterable[models.Experience | str], goal_ids: str | Sequence[str]
) -> Restartable[ReportKey]:
    """A key for each experience and goal; without goals, one for each experience.

    Raises:
        TypeError: ``wanted`` is a single string, or a goal's id is invalid.
    """
    check_several("wanted", wanted, _WANTED, _is_wanted)
    goals = [None] if not goal_ids else _checks.choices("goal_ids", goal_ids)
    return keys_in(
        wanted,
        lambda item: [ReportKey(_id_of(item), goal_id) for goal_id in goals],
        lambda experience: ReportKey(str(experience)),
    )


def _id_of(item: models.Experience | str) -> str:
    check_item("wanted", item, _is_wanted, _WANTED)
    return str(item.id) if isinstance(item, models.Experience) else item  # the vendor may write a number


def _is_wanted(item: object) -> bool:
    return isinstance(item, models.Experience | str)


_WANTED = "experiences or their ids, which are text"


def _period(start: datetime | None, end: datetime | None) -> models.ReportPeriod:
    begin, finish = _checks.moment("start", start), _checks.moment("end", end)
    if not isinstance(begin, Unset) and not isinstance(finish, Unset) and begin > finish:
        raise ValueError("start must not be after end")
    return models.ReportPeriod(start_timestamp=begin, end_timestamp=finish)


def _parse(response: Response) -> models.Report:
    return read(response, "Report", lambda document: answered(models.Report, _plain(document)))


def _plain(document: Any) -> Any:
    """The report without what v2 puts around it, and with its figures as a list, as every report of v2 can be seen."""
    if isinstance(document, dict):
        report = cast("dict[str, Any]", document)
        inner = report.get("data")
        if isinstance(inner, dict):
            report = {**{key: value for key, value in report.items() if key != "data"}, **cast("dict[str, Any]", inner)}
        # A daily report has its one goal's figures without a list around them.
        if isinstance(report.get("reportData"), dict):
            report = {**report, "reportData": [report["reportData"]]}
        return report
    if document.__class__ is not list or not document:
        return document
    for goal in document:
        recognise(models.GoalReport, goal)
    return {"reportData": document}
