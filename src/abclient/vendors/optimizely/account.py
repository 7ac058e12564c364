"""What belongs to an account: billing, recommendations, subject access requests, collaborators, scheduled jobs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import billing as billing_api
from abclient_api.optimizely.api import collaborators as collaborators_api
from abclient_api.optimizely.api import recommendations as recommendations_api
from abclient_api.optimizely.api import scheduled_jobs as jobs_api
from abclient_api.optimizely.api import subject_access_requests as requests_api

from ..._session import Session
from ...paging import Pager
from ...resource import Resource
from .._optimizely_bodies import bodies_of, body_of, change_of
from ._base import Archivable, ArchivingCollection, OptimizelyCollection, PageOptions, plain_list, plain_pages
from ._results import Csv


class Billing:
    """Impressions that were used, by account. Made by ``Optimizely.billing``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def usage(
        self,
        account_id: int,
        usage_date_from: datetime.date | str,
        usage_date_to: datetime.date | str,
        *,
        platforms: Sequence[str] | None = None,
        query: str | None = None,
        sort: str | None = None,
        order: str | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[models.ImpressionsUsage]:
        """Impressions by experiment in a time. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            account_id: which account.
            usage_date_from: the first day, as a date or as ``2026-11-21``.
            usage_date_to: the last day.
            platforms: only of these; the vendor's default is ``edge``, ``fullstack`` and ``web``.
            query: only experiments whose names match.
            sort: the field to sort by; the vendor's default is ``impression_count``.
            order: ``asc`` or ``desc``, which is the vendor's default.
            **paging: as ``PageOptions`` describes.
        """
        return plain_pages(
            self._session,
            billing_api.get_impressions_usage_request.request,
            paging,
            account_id,
            usage_date_from=_day(usage_date_from),
            usage_date_to=_day(usage_date_to),
            platforms=platforms,
            query=query,
            sort=sort,
            order=order,
            identity=_used_by,
        )

    async def summary(self, account_id: int) -> models.ImpressionsUsageSummary:
        """Impressions used and allowed in the current time of billing."""
        return await self._session.send(billing_api.get_impressions_usage_summary_request.request(account_id))


def _used_by(usage: models.ImpressionsUsage) -> str:
    """A line is of one experiment on one platform."""
    return repr((usage.experiment_id, usage.platform))


class Recommendations:
    """Files of Optimizely Recommendations, one for each day. Made by ``Optimizely.recommendations``.

    Days are dates, or text as ``2026-11-21``; ids of catalogs and recommenders are text.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def catalog_csv(self, catalog_id: str, date: datetime.date | str) -> Csv[str]:
        """The items of a catalog on a day."""
        request = recommendations_api.get_recs_catalog_csv.request(catalog_id, _day(date))
        return Csv(self._session, request, wait=0)

    def output_csv(self, catalog_id: str, recommender_id: str, date: datetime.date | str) -> Csv[str]:
        """What a recommender recommended on a day."""
        request = recommendations_api.get_recs_output_csv.request(catalog_id, recommender_id, _day(date))
        return Csv(self._session, request, wait=0)

    def stats_csv(self, catalog_id: str, date: datetime.date | str) -> Csv[str]:
        """The statistics of a catalog on a day."""
        request = recommendations_api.get_recs_stats_csv.request(catalog_id, _day(date))
        return Csv(self._session, request, wait=0)


def _day(date: datetime.date | str) -> str:
    """The day as the vendor writes it; a moment is not a day: which day it is depends on the time zone.

    Raises:
        TypeError: it is neither a date nor text.
        ValueError: the text is not a day such as ``2026-11-21``.
    """
    if isinstance(date, datetime.datetime):
        raise TypeError("a day must be a date or text, not a datetime: which day it is depends on the time zone")
    if isinstance(date, datetime.date):
        return date.isoformat()
    if not isinstance(date, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
        raise TypeError(f"a day must be a date or text, not {type(date).__name__}")
    try:
        return str(datetime.date.fromisoformat(date))
    except ValueError:
        raise ValueError(f"a day must be such as 2026-11-21, not {date!r}") from None


class SubjectAccessRequest(Resource["SubjectAccessRequests"], models.SubjectAccessRequest):
    """A request of a person; ``refresh`` loads how far it has come."""

    __slots__ = ()


class SubjectAccessRequests(OptimizelyCollection[SubjectAccessRequest]):
    """Requests of persons to see or delete their data. Made by ``Optimizely.subject_access_requests``."""

    model = SubjectAccessRequest

    def list(self, **paging: Unpack[PageOptions]) -> Pager[SubjectAccessRequest]:
        """The requests of the account. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(requests_api.list_sar_requests_by_account.request, paging)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return requests_api.get_sar_request.request(item_id)

    async def create(self, **fields: Unpack[models.SubjectAccessRequestCreateFields]) -> SubjectAccessRequest:
        """Hand in a request; one of type ``delete`` cannot be taken back."""
        checked = body_of(models.SubjectAccessRequestCreate, fields)
        return await self.one(requests_api.create_sar_request.request(body=checked))


class Collaborators:
    """The people who work in the account, and those who are invited. Made by ``Optimizely.collaborators``."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, project_id: Sequence[int] | int | None = None) -> Pager[models.CollaboratorEntry]:
        """Everyone, or those who have a role in all of these projects; the vendor returns all at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return plain_list(
            self._session, collaborators_api.list_collaborators.request(project_id=_several(project_id)), _person
        )

    def invitations(self, project_id: Sequence[int] | int | None = None) -> Pager[models.CollaboratorEntry]:
        """Those who have not accepted yet, of all or who are invited to all of these projects.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return plain_list(
            self._session, collaborators_api.list_invitations.request(project_id=_several(project_id)), _person
        )

    async def invite(
        self, people: Iterable[models.CollaboratorEntryInput | Mapping[str, Any]]
    ) -> Sequence[models.CollaboratorEntry]:
        """Invite people to projects.

        ::

            await optimizely.collaborators.invite(
                [{"profile": {"email": "ada@example.com"}, "project_roles": [{"project_id": 12, "role": "editor"}]}]
            )

        Args:
            people: bodies, or mappings with the vendor's own JSON names.

        Raises:
            TypeError: a field is unknown or of another type; nothing was sent.
            ValueError: there are none.
        """
        body = bodies_of(models.CollaboratorEntryInput, "people", people)
        return await self._session.send(collaborators_api.create_collaborators.request(body=body))


def _several(project_id: Sequence[int] | int | None) -> Sequence[int] | None:
    return [project_id] if isinstance(project_id, int) else project_id


def _person(entry: models.CollaboratorEntry) -> str:
    """A person who has not accepted an invitation may have no id yet."""
    return repr((entry.id, entry.profile.email if entry.profile else None))


class ScheduledJob(Archivable["ScheduledJobs"], models.ScheduledJob):
    """A job that runs every day or week, and sends results by e-mail."""

    __slots__ = ()


class ScheduledJobs(ArchivingCollection[ScheduledJob]):
    """Scheduled jobs of the account. Made by ``Optimizely.scheduled_jobs``."""

    model = ScheduledJob

    def list(self) -> Pager[ScheduledJob]:
        """All of them; the vendor returns all at once. For unreadable items, see ``Pager.on_unreadable``."""
        return self.many(jobs_api.list_scheduled_jobs.request())

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return jobs_api.get_scheduled_job.request(item_id)

    async def create(self, **fields: Unpack[models.ScheduledJobCreateFields]) -> ScheduledJob:
        """Create a job; ``output_channels`` is such as ``{"email": ["ada@example.com"]}``."""
        checked = body_of(models.ScheduledJobCreate, fields)
        return await self.one(jobs_api.create_scheduled_job.request(body=checked))

    async def update(self, job_id: int, /, **fields: Unpack[models.ScheduledJobUpdateFields]) -> ScheduledJob:
        """Change the given fields."""
        return await self.one(self._update_request(job_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return jobs_api.update_scheduled_job.request(item_id, body=change_of(models.ScheduledJobUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return jobs_api.delete_scheduled_job.request(item_id)
