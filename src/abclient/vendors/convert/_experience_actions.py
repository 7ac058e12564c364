"""What an experience that was loaded can do with itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, Unpack

from abclient_api.convert import models

from ...paging import Pager
from ._base import Deletable
from .reports import AggregatedOptions, DailyMetric, EventType, FileType, ReportOptions, TokenAction

if TYPE_CHECKING:
    from ._experience_calls import ExperienceHistoryFilters
    from .sections import Sections

C = TypeVar("C", bound=Any)


class ExperienceActions(Deletable[C], Generic[C]):
    """The calls about an experience, on the experience."""

    __slots__ = ()

    async def start(self) -> Self:
        """Give it the status active."""
        return await self._set_status("active")

    async def pause(self) -> Self:
        """Give it the status paused."""
        return await self._set_status("paused")

    async def complete(self) -> Self:
        """Give it the status completed."""
        return await self._set_status("completed")

    async def archive(self) -> Self:
        """Give it the status archived."""
        return await self._set_status("archived")

    async def clone(self, name: str | None = None) -> Any:
        """Make a draft with the same contents, and another name if one is given."""
        return await self._collection.clone(self._id, name)

    async def report(self, **options: Unpack[AggregatedOptions]) -> models.ExperienceAggregatedReport:
        """How its variations perform, for each goal; see ``Experiences.report``."""
        report: models.ExperienceAggregatedReport = await self._collection.report(self._id, **options)
        return report

    async def daily_report(
        self,
        *,
        goal: models.Goal | int,
        metric: DailyMetric = "conversion_rate",
        cumulative: bool = False,
        **options: Unpack[ReportOptions],
    ) -> models.ExperienceDailyReport:
        """How its variations perform from day to day; see ``Experiences.daily_report``."""
        report: models.ExperienceDailyReport = await self._collection.daily_report(
            self._id, goal=goal, metric=metric, cumulative=cumulative, **options
        )
        return report

    async def traffic_allocation(
        self, **options: Unpack[ReportOptions]
    ) -> models.ExperienceDailyTrafficAllocationReport:
        """The share of traffic that each variation got from day to day."""
        report: models.ExperienceDailyTrafficAllocationReport = await self._collection.traffic_allocation(
            self._id, **options
        )
        return report

    async def report_settings(self) -> models.ReportSettings:
        """The campaigns and segments that its reports can be narrowed down to."""
        settings: models.ReportSettings = await self._collection.report_settings(self._id)
        return settings

    async def export_report(
        self,
        *,
        report_type: FileType = "csv_aggregated",
        cumulative: bool = False,
        goals: Sequence[models.Goal | int] = (),
        **options: Unpack[ReportOptions],
    ) -> models.ReportExport:
        """A file of its report; see ``Experiences.export_report``."""
        export: models.ReportExport = await self._collection.export_report(
            self._id, report_type=report_type, cumulative=cumulative, goals=goals, **options
        )
        return export

    async def export_raw_data(
        self,
        *,
        events: Sequence[EventType],
        goals: Sequence[models.Goal | int] = (),
        **options: Unpack[ReportOptions],
    ) -> models.RawDataExport:
        """Begin an export of its events; see ``Experiences.export_raw_data``."""
        job: models.RawDataExport = await self._collection.export_raw_data(
            self._id, events=events, goals=goals, **options
        )
        return job

    async def reset_report(self) -> None:
        """Remove all of its figures, for good."""
        await self._collection.reset_report(self._id)

    async def report_token(
        self, *, hours: int | None = None, action: TokenAction = "regenerate"
    ) -> models.ExperienceReportToken:
        """A token by which its reports can be read without credentials; see ``Experiences.report_token``."""
        token: models.ExperienceReportToken = await self._collection.report_token(self._id, hours=hours, action=action)
        return token

    async def remove_report_data(
        self,
        *,
        events: Sequence[models.RemoveReportEvent | Mapping[str, Any]],
        simulate: bool = True,
        **options: Unpack[ReportOptions],
    ) -> list[models.RemoveExperienceReportResponseDataItem]:
        """Count the events of a period or, with ``simulate=False``, remove them; see ``Experiences``."""
        found: list[models.RemoveExperienceReportResponseDataItem] = await self._collection.remove_report_data(
            self._id, events=events, simulate=simulate, **options
        )
        return found

    async def live_data(
        self, **filters: Unpack[models.GetExperienceLiveDataRequestDataFields]
    ) -> list[models.LiveDataEvent]:
        """The last events of its visitors, at most 100."""
        found: list[models.LiveDataEvent] = await self._collection.live_data(self._id, **filters)
        return found

    def history(self, **filters: Unpack[ExperienceHistoryFilters]) -> Pager[models.ChangeHistory]:
        """What was changed in it, and by whom."""
        found: Pager[models.ChangeHistory] = self._collection.history(self._id, **filters)
        return found

    def sections(self) -> Sections:
        """The parts of the page that a multivariate test varies."""
        found: Sections = self._collection.sections(self._id)
        return found

    async def _set_status(self, status: str) -> Self:
        return await self._change(lambda: self._collection.update(self._id, status=status), "status")
