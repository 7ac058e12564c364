"""Reports: how the variations of experiences perform."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict, TypeVar, cast

from abclient_api._runtime import UNSET, Body, Model, Response, answered, from_fields, read
from abclient_api.convert import models
from abclient_api.convert.api import experiences_reports as reports_api

from ..._aio import Restartable
from ...paging import keys_in
from .._wrong_use import check_item, check_several, checked
from . import _checks
from ._reading import bare, fetched, ids_of

if TYPE_CHECKING:
    from ..._session import Session

M = TypeVar("M", bound=Model)

Metric = Literal[
    "conversion_rate",
    "avg_revenue_visitor",
    "avg_products_ordered_visitor",
    "average_order_value",
    "average_products_per_order",
]
DailyMetric = Literal[
    "conversion_rate",
    "avg_revenue_per_visitor",
    "avg_products_ordered_per_visitor",
    "average_order_value",
    "average_products_per_order",
]
"""Daily reports call two of the metrics otherwise."""
EventType = Literal["view_experience", "conversion", "transaction"]
FileType = Literal["csv_aggregated", "csv_aggregated_tabular", "csv_daily", "csv_daily_tabular"]
TokenAction = Literal["regenerate", "delete"]


class ReportKey(NamedTuple):
    """Which report: of an experience, by its place."""

    experience_id: int
    project_id: int
    account_id: int


class ReportOptions(TypedDict, total=False):
    """What a report counts."""

    start: datetime | None
    """From when on data counts, with a time zone; by default for the whole run."""
    end: datetime | None
    """Until when data counts, with a time zone; by default until now."""
    utc_offset: int
    """The offset of days from UTC, in seconds."""
    segments: models.ReportingSegmentsFilters | Mapping[str, Any]
    """Only visitors of these segments."""
    stats_engine_processing: models.StatsEngineSettings | Mapping[str, Any]
    """Settings of statistics, by which figures are computed anew; by default those of the experience."""


class AggregatedOptions(ReportOptions, total=False):
    """What an aggregated report counts."""

    goals: Sequence[models.Goal | int]
    """Only these goals."""
    metrics: Sequence[Metric]
    """Only these metrics."""


class Reports:
    """The reports on the experiences of a project. Used by ``Experiences``."""

    def __init__(self, session: Session, account_id: int, project_id: int) -> None:
        self._session = session
        self._place: tuple[int, int] = (account_id, project_id)

    async def aggregated(self, experience_id: int, options: AggregatedOptions) -> models.ExperienceAggregatedReport:
        """How the variations of an experience perform, goal by goal."""
        fetch = fetcher(self._session, options)
        return (await fetch(ReportKey(experience_id, *reversed(self._place))))()

    async def daily(
        self, experience_id: int, goal: int, metric: str, report_type: str, options: ReportOptions
    ) -> models.ExperienceDailyReport:
        """How the variations of an experience perform from day to day."""
        more = {"goal": goal, "metric": metric, "report_type": report_type}
        body = _body(models.GetExperienceDailyReportRequestData, options, more)
        request = reports_api.get_experience_daily_report.request(*self._place, experience_id, body=body)
        return await fetched(self._session, request, models.ExperienceDailyReport)

    async def traffic_allocation(
        self, experience_id: int, options: ReportOptions
    ) -> models.ExperienceDailyTrafficAllocationReport:
        """The share of traffic that each variation got from day to day."""
        body = _body(models.GetExperienceDailyTrafficAllocationRequestData, options, {})
        request = reports_api.get_experience_daily_traffic_allocation.request(*self._place, experience_id, body=body)
        return await fetched(self._session, request, models.ExperienceDailyTrafficAllocationReport)

    async def settings(self, experience_id: int) -> models.ReportSettings:
        """What reports can be narrowed down to."""
        request = reports_api.get_experience_report_settings.request(*self._place, experience_id)
        return await fetched(self._session, request, models.ReportSettings)

    async def export(self, experience_id: int, options: ReportOptions, more: Mapping[str, Any]) -> models.ReportExport:
        """A file of a report, and where it can be loaded from."""
        body = _body(models.ExportExperienceReportRequestData, options, more)
        request = reports_api.export_experience_report.request(*self._place, experience_id, body=body)
        return await fetched(self._session, request, models.ReportExport)

    async def export_raw_data(
        self, experience_id: int, options: ReportOptions, more: Mapping[str, Any]
    ) -> models.RawDataExport:
        """A job that exports events."""
        body = _body(models.ExportExperienceRawDataRequestData, options, more)
        request = reports_api.export_experience_raw_data.request(*self._place, experience_id, body=body)
        return await fetched(self._session, request, models.RawDataExport)

    async def reset(self, experience_id: int) -> None:
        """Remove all figures of an experience."""
        await self._session.send_raw(reports_api.reset_experience_report.request(*self._place, experience_id))

    async def remove_data(
        self, experience_id: int, options: ReportOptions, more: Mapping[str, Any]
    ) -> list[models.RemoveExperienceReportResponseDataItem]:
        """Count events, or remove them."""
        body = _body(models.RemoveExperienceReportRequestData, options, more)
        request = reports_api.remove_experience_report_data.request(*self._place, experience_id, body=body)
        return (await self._session.send(request)).data or []


def fetcher(
    session: Session, options: AggregatedOptions
) -> Callable[[ReportKey], Awaitable[Callable[[], models.ExperienceAggregatedReport]]]:
    """What fetches one of many aggregated reports, to be decoded by calling it."""
    given: dict[str, Any] = {**options}
    more = {"metrics": given.pop("metrics", UNSET), "goals": given.pop("goals", UNSET)}
    if more["goals"] is not UNSET:
        more["goals"] = ids_of(cast("Iterable[Any]", more["goals"]), models.Goal)
    body = _body(models.GetExperienceAggregatedReportRequestData, cast("ReportOptions", given), more)

    async def fetch(key: ReportKey) -> Callable[[], models.ExperienceAggregatedReport]:
        place = (key.account_id, key.project_id, key.experience_id)
        request = reports_api.get_experience_aggregated_report.request(*place, body=body)
        return partial(session.decode, request, await session.send_raw(request), _aggregated)

    return fetch


def _aggregated(response: Response) -> models.ExperienceAggregatedReport:
    model = models.ExperienceAggregatedReport
    return read(response, model.__name__, lambda document: answered(model, bare(document)))


def _body(kind: type[Body], options: ReportOptions, more: Mapping[str, Any]) -> Any:
    given: dict[str, Any] = {**options}
    period = _checks.period(given.pop("start", None), given.pop("end", None))
    body = from_fields(kind, {**given, **more, **period})
    for name in ("segments", "stats_engine_processing"):
        _checks.check_object(name, getattr(body, name, None))
    _checks.check_segments(given.get("segments"))
    return checked(body)


def report_keys(
    wanted: Iterable[models.Experience | int] | AsyncIterable[models.Experience | int], place: tuple[int, int]
) -> Restartable[ReportKey]:
    """A key for each experience of a project, whose place is its account and itself.

    Raises:
        TypeError: ``wanted`` is not several experiences or ids.
    """
    check_several("wanted", wanted, _WANTED, _is_wanted)
    account, project = place
    return keys_in(
        wanted,
        lambda item: [ReportKey(_id_of(item), project, account)],
        lambda experience: ReportKey(cast("int", experience), project, account),
    )


def _id_of(item: Any) -> int:
    check_item("wanted", item, _is_wanted, _WANTED)
    return cast("int", ids_of([item])[0])


def _is_wanted(item: object) -> bool:
    return isinstance(item, models.Experience) or (isinstance(item, int) and not isinstance(item, bool))


_WANTED = "experiences or their ids, which are whole numbers"
