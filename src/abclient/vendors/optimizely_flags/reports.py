"""The reports of an environment: which results there are, and which time they cover."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import reports as api

from ..._session import Session
from ...paging import PageOptions, Pager
from ...polling import RESULT_TIMEOUT
from ...resource import Resource
from .. import _optimizely_v2 as v2
from .._optimizely_v2 import ExperimentSlice
from ._base import ProjectCollection, SessionOf, keys_sent
from .rules import Rules, experiment_id_of


class Report(Resource["Reports"], models.Report):
    """The report on a rule; the generated model describes its attributes.

    It has no figures: ``results`` asks for them, by its ``layer_experiment_id``. The address of results that it names
    is one inside the vendor's network; nothing is ever sent there.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def results(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentResults | None:
        """Results of its rule by metric and variation; see ``Rules.results``."""
        return await self._collection.rules.results(experiment_id_of(self), wait=wait, **part)

    async def timeseries(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> v2.models.ExperimentTimeseries | None:
        """Results of its rule over time; see ``Rules.results``."""
        return await self._collection.rules.timeseries(experiment_id_of(self), wait=wait, **part)

    async def reset_results(self) -> Report:
        """Throw away what was counted so far, for good; counting begins anew."""
        return await self._change(lambda: self._collection.reset_results(self.key))

    async def archive(self) -> Report:
        """Hide it."""
        return await self._change(lambda: self._collection.archived(self.key), "archived")

    async def unarchive(self) -> Report:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.unarchived(self.key), "archived")

    async def delete(self) -> None:
        """Delete it for good, with all it counted."""
        await self._collection.delete(self.key)


class Reports(ProjectCollection[Report, str]):
    """The reports of an environment. Made by ``Project.reports``."""

    model = Report

    def __init__(self, session: Session, project_id: int, session_of: SessionOf, environment_key: str) -> None:
        super().__init__(session, project_id, session_of)
        self.environment_key = environment_key

    @property
    def rules(self) -> Rules:
        """The rules of the project."""
        return Rules(self._session, self.project_id, self._session_of)

    def list(
        self,
        *,
        archived: bool | None = None,
        query: str | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Report]:
        """The reports that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            query: only those whose name, key or description contains this text.
            sort: fields and directions, the most important first, such as ``name:asc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(
            api.list_reports.request, paging, self.environment_key, archived=archived, query=query, sort=sort
        )

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.fetch_report.request(self.project_id, self.environment_key, item_id)

    async def reset_results(self, report_key: str) -> Report:
        """Throw away what was counted so far, for good; counting begins anew."""
        return await self.one(api.reset_results.request(self.project_id, self.environment_key, report_key))

    async def archive(self, report_keys: str | Iterable[str], /) -> Keys:
        """Archive one or several; the keys of those that are archived now."""
        return await self._entries(self._archiving(keys_sent("report_keys", report_keys)))

    async def unarchive(self, report_keys: str | Iterable[str], /) -> Keys:
        """Undo ``archive``."""
        return await self._entries(self._unarchiving(keys_sent("report_keys", report_keys)))

    async def archived(self, report_key: str) -> Report:
        """Archive one, and return it."""
        return await self._entry(self._archiving([report_key]), report_key)

    async def unarchived(self, report_key: str) -> Report:
        """Bring one back from the archive, and return it."""
        return await self._entry(self._unarchiving([report_key]), report_key)

    def _archiving(self, keys: Keys) -> Request[Any, Any]:
        body = models.BulkOperationsRequestBody(keys=keys)
        return api.archive_reports.request(self.project_id, self.environment_key, body=body)

    def _unarchiving(self, keys: Keys) -> Request[Any, Any]:
        body = models.BulkOperationsRequestBody(keys=keys)
        return api.unarchive_reports.request(self.project_id, self.environment_key, body=body)

    async def delete(self, report_key: str, /) -> None:
        """Delete one for good, with all it counted."""
        await self._session.send(api.delete_report.request(self.project_id, self.environment_key, report_key))


Keys = list[str]
