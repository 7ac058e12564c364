"""Calls about one experience beside reading and saving it: variations, reports, history, tokens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Unpack, cast

from abclient_api._arguments import flag, text
from abclient_api._runtime import Request
from abclient_api.convert import models
from abclient_api.convert.api import experience_variations as variations_api
from abclient_api.convert.api import experiences as experiences_api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._wrong_use import body_of, check_several
from . import history, variations
from ._checks import not_empty
from ._conflicts import explained
from ._reading import fetched, id_of, ids_of
from .reports import AggregatedOptions, DailyMetric, EventType, FileType, ReportOptions, Reports, TokenAction

if TYPE_CHECKING:
    from ..._session import Session
    from .sections import Sections

R = TypeVar("R", bound=Resource[Any])
ConvertibleType = Literal["a/b", "deploy"]


class ExperienceHistoryFilters(models.GetExperienceHistoryRequestDataFields, PageOptions, total=False):
    """Filters of an experience's history."""


class ExperienceCalls(ABC, Generic[R]):
    """Calls about one of a project's experiences, by its id."""

    _session: Session
    _place: tuple[int, ...]

    @property
    @abstractmethod
    def _reports(self) -> Reports: ...

    @abstractmethod
    def changes_of(self, experience_id: int, filters: Mapping[str, Any]) -> Pager[models.ChangeHistory]:
        """What was changed in an experience; see ``history``."""

    @abstractmethod
    async def one(self, request: Request[Any, R]) -> R:
        """The resource in the response to a request."""

    def _of(self, operation: Any, experience_id: int, *given: Any, **named: Any) -> Request[Any, Any]:
        return cast("Request[Any, Any]", operation.request(*self._place, experience_id, *given, **named))

    async def report(
        self, experience_id: int, **options: Unpack[AggregatedOptions]
    ) -> models.ExperienceAggregatedReport:
        """How the variations of an experience perform, for each of its goals.

        Args:
            experience_id: which experience.
            **options: as ``AggregatedOptions`` describes.
        """
        return await self._reports.aggregated(experience_id, options)

    async def daily_report(
        self,
        experience_id: int,
        *,
        goal: models.Goal | int,
        metric: DailyMetric = "conversion_rate",
        cumulative: bool = False,
        **options: Unpack[ReportOptions],
    ) -> models.ExperienceDailyReport:
        """How the variations of an experience perform from day to day, on one goal and metric.

        Args:
            experience_id: which experience.
            goal: which goal.
            metric: which metric.
            cumulative: whether each day has the figures of all days until then.
            **options: as ``ReportOptions`` describes.
        """
        return await self._reports.daily(
            experience_id, id_of(goal, models.Goal), text("metric", metric), _by_day(cumulative), options
        )

    async def traffic_allocation(
        self, experience_id: int, **options: Unpack[ReportOptions]
    ) -> models.ExperienceDailyTrafficAllocationReport:
        """The share of traffic, in percent, that each variation got from day to day."""
        return await self._reports.traffic_allocation(experience_id, options)

    async def report_settings(self, experience_id: int) -> models.ReportSettings:
        """The campaigns and segments that reports can be narrowed down to."""
        return await self._reports.settings(experience_id)

    async def export_report(
        self,
        experience_id: int,
        *,
        report_type: FileType = "csv_aggregated",
        cumulative: bool = False,
        goals: Sequence[models.Goal | int] = (),
        **options: Unpack[ReportOptions],
    ) -> models.ReportExport:
        """A file of a report; the response says where it can be loaded from, and until when.

        Args:
            experience_id: which experience.
            report_type: the kind of file.
            cumulative: whether each day has the figures of all days until then.
            goals: only these goals; of a daily report the vendor takes at most 10.
            **options: as ``ReportOptions`` describes.
        """
        more: dict[str, Any] = {
            "report_type": text("report_type", report_type),
            "data_type": _by_day(cumulative),
        }
        if goals:
            more["goals"] = ids_of(goals, models.Goal)
        return await self._reports.export(experience_id, options, more)

    async def export_raw_data(
        self,
        experience_id: int,
        *,
        events: Sequence[EventType],
        goals: Sequence[models.Goal | int] = (),
        **options: Unpack[ReportOptions],
    ) -> models.RawDataExport:
        """Begin an export of events. Where the file is, the vendor says by mail: no call tells it."""
        check_several("events", events, "kinds of events")
        more: dict[str, Any] = {"events": events, **({"goals": ids_of(goals, models.Goal)} if goals else {})}
        return await self._reports.export_raw_data(experience_id, options, more)

    async def reset_report(self, experience_id: int) -> None:
        """Remove all figures of an experience, for good."""
        await self._reports.reset(experience_id)

    async def remove_report_data(
        self,
        experience_id: int,
        *,
        events: Sequence[models.RemoveReportEvent | Mapping[str, Any]],
        simulate: bool = True,
        **options: Unpack[ReportOptions],
    ) -> list[models.RemoveExperienceReportResponseDataItem]:
        """Count the events of a period, or remove them for good.

        Args:
            experience_id: which experience.
            events: which events, such as ``[{"type": "view_experience"}]``.
            simulate: whether they are only counted. Only ``simulate=False`` removes anything.
            **options: as ``ReportOptions`` describes; ``start`` and ``end`` are needed.

        Raises:
            TypeError: ``start`` or ``end`` is missing.
        """
        if options.get("start") is None or options.get("end") is None:
            raise TypeError("remove_report_data needs start= and end=")
        more = {"events": events, "simulate": simulate is not False}
        return await self._reports.remove_data(experience_id, options, more)

    async def report_token(
        self, experience_id: int, *, hours: int | None = None, action: TokenAction = "regenerate"
    ) -> models.ExperienceReportToken:
        """A token by which the reports of an experience can be read without credentials.

        Args:
            experience_id: which experience.
            hours: for how many hours it is valid, from 1 to 48.
            action: whether to make a new one, or to remove it.
        """
        given: dict[str, Any] = {"token_action": text("action", action)}
        body = body_of(
            models.ExperienceReportTokenRequestData, given if hours is None else {**given, "token_expiration": hours}
        )
        request = self._of(experiences_api.get_report_token, experience_id, body=body)
        return await fetched(self._session, request, models.ExperienceReportToken)

    async def live_data(
        self, experience_id: int, **filters: Unpack[models.GetExperienceLiveDataRequestDataFields]
    ) -> list[models.LiveDataEvent]:
        """The last events of its visitors, at most 100."""

        def request(body: Any) -> Request[Any, Any]:
            return self._of(experiences_api.get_experience_live_data, experience_id, body=body)

        return await history.live_data(self._session, request, models.GetExperienceLiveDataRequestData, filters)

    def history(self, experience_id: int, **filters: Unpack[ExperienceHistoryFilters]) -> Pager[models.ChangeHistory]:
        """What was changed in it, and by whom.

        Args:
            experience_id: which experience.
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self.changes_of(experience_id, filters)

    async def take_screenshots(
        self, experience_id: int, *, variation_ids: Iterable[int] = (), regenerate: bool = False
    ) -> None:
        """Have screenshots of its variations taken, or only of these."""
        flag("regenerate", regenerate)
        chosen = ids_of(variation_ids, models.ExperienceVariation)
        given = {"force_regenerate": regenerate, **({"variations": chosen} if chosen else {})}
        body = body_of(models.TriggerExperienceScreenshotsRequestData, given)
        await self._session.send_raw(self._of(experiences_api.trigger_experience_screenshots, experience_id, body=body))

    async def update_variation(
        self,
        experience_id: int,
        variation_id: int,
        /,
        **fields: Unpack[models.UpdateExperienceVariationRequestDataFields],
    ) -> models.ExperienceVariation:
        """Change the given fields of a variation. If ``code_changes`` is given, it replaces the changes that are there.

        Raises:
            ConflictError: a ``concurrency_key`` was given, and the variation has changed since.
        """
        sent: dict[str, Any] = dict(not_empty(fields))
        if sent.get("code_changes") is not None:
            sent["code_changes"] = variations.changes(sent["code_changes"])
        body = body_of(models.UpdateExperienceVariationRequestData, sent)
        request = self._of(variations_api.update_experience_variation, experience_id, variation_id, body=body)
        with explained():
            return await fetched(self._session, request, models.ExperienceVariation)

    async def delete_variation(self, experience_id: int, variation_id: int) -> None:
        """Remove a variation with its data."""
        request = self._of(variations_api.delete_experience_variation, experience_id, variation_id)
        await self._session.send_raw(request)

    async def convert_variation(self, experience_id: int, variation_id: int, experience_type: ConvertibleType) -> R:
        """Make a new experience of a variation."""
        given = {"experience_type": text("experience_type", experience_type)}
        body = body_of(models.ConvertExperienceVariationRequestData, given)
        return await self.one(
            self._of(variations_api.convert_experience_variation, experience_id, variation_id, body=body)
        )

    def sections(self, experience_id: int) -> Sections:
        """The parts of the page that a multivariate test varies, and what its variations change."""
        from .sections import Sections

        account, project = self._place
        return Sections(self._session, account, project, experience_id)


def _by_day(cumulative: object) -> Literal["cumulative", "non_cumulative"]:
    """What each day of a report has, once it is certain that the choice is a switch."""
    return "cumulative" if flag("cumulative", cumulative) == "true" else "non_cumulative"
