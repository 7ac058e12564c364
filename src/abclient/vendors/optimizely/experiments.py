"""Experiments with their sections: their life, and their results.

Weights, holdbacks and traffic allocations are in basis points: 10000 is all traffic.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, Callable, Iterable, Mapping
from functools import partial
from typing import Any, Literal, TypeVar, Unpack, cast

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import experiments as experiments_api
from abclient_api.optimizely.api import results as results_api
from abclient_api.optimizely.api import sections as sections_api

from ..._aio import Restartable
from ..._keywords import selected
from ..._session import Session
from ...bulk import Outcomes
from ...errors import InvalidRequestError
from ...paging import Pager
from ...polling import RESULT_TIMEOUT, checked_wait
from .._optimizely_bodies import body_of, change_of
from .._wanted import experiment_ids
from .._wrong_use import check_words
from ._base import Action, Archivable, ArchivingCollection, PageOptions, Startable, as_int, plain_pages
from ._results import Csv, ExperimentBulkOptions, ExperimentSlice, computed, parameters, send_lazily
from .projects import Projects

T = TypeVar("T")
V = TypeVar("V")
_FirstAction = Literal["publish", "start", "pause"]


class Experiment(Startable["Experiments"], models.Experiment):
    """An experiment; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()

    async def results(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentResults | None:
        """Results by metric and variation; see ``Experiments.results``."""
        return await self._collection.results(self._id, wait=wait, **part)

    async def timeseries(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentTimeseries | None:
        """Results over time; see ``Experiments.results``."""
        return await self._collection.timeseries(self._id, wait=wait, **part)

    async def report(
        self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentResultsReport | None:
        """The outcome that the vendor infers; see ``Experiments.report``."""
        return await self._collection.report(self._id, wait=wait, **part)

    async def results_share_link(self) -> models.ResultsShareLink:
        """A link with which anyone can read the results; see ``Experiments.results_share_link``."""
        return await self._collection.results_share_link(self._id)

    def results_csv(self, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]) -> Csv[str | None]:
        """Results as CSV; see ``Experiments.results_csv``."""
        return self._collection.results_csv(self._id, wait=wait, **part)

    @property
    def sections(self) -> Sections:
        """The sections of a multivariate experiment."""
        return self._collection.sections(self._id)


class Experiments(ArchivingCollection[Experiment]):
    """Experiments, by project or campaign, and their results. Made by ``Optimizely.experiments``."""

    model = Experiment

    def list(
        self,
        project_id: int | None = None,
        *,
        campaign_id: int | None = None,
        include_classic: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Experiment]:
        """The experiments of a project or of a campaign. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project; or
            campaign_id: which campaign.
            include_classic: also those of Optimizely Classic, which cannot be changed.
            **paging: as ``PageOptions`` describes.

        Raises:
            InvalidRequestError: neither project nor campaign is given, or both.
        """
        owners = {"project_id": project_id, "campaign_id": campaign_id}
        given = {name: as_int(name, owner) for name, owner in owners.items() if owner is not None}
        if len(given) != 1:
            raise InvalidRequestError("Optimizely lists the experiments of a project_id or of a campaign_id: give one")
        return self.pages(
            experiments_api.list_experiments.request,
            paging,
            project_id=given.get("project_id"),
            campaign_id=given.get("campaign_id"),
            include_classic=include_classic,
        )

    def summaries(
        self,
        project_id: int,
        *,
        sort: Literal["name", "last_modified"] | None = None,
        order: Literal["asc", "desc"] | None = None,
        archived: bool | None = None,
        status: Literal["running", "paused", "archived", "not_started"] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[models.ExperimentSummary]:
        """The experiments and campaigns of a project in brief. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project.
            sort: the field to sort by.
            order: of sorting; the vendor's default is ``asc``.
            archived: include archived ones, whatever ``status`` says; the vendor's default is not to.
            status: only those in this state.
            **paging: as ``PageOptions`` describes.
        """
        return plain_pages(
            self._session,
            experiments_api.get_experiment_summaries.request,
            paging,
            project_id=as_int("project_id", project_id),
            sort=sort,
            order=order,
            archived=archived,
            status=status,
            identity=_summed_up,
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return experiments_api.get_experiment.request(item_id)

    async def create(
        self, *, action: _FirstAction | None = None, **fields: Unpack[models.ExperimentCreateFields]
    ) -> Experiment:
        """Create an experiment, and publish, start or pause it at once where ``action`` says so."""
        check_words("action", action, _FirstAction)
        checked = body_of(models.ExperimentCreate, fields)
        return await self.one(experiments_api.create_experiment.request(body=checked, action=action))

    async def update(
        self, experiment_id: int, /, *, action: Action | None = None, **fields: Unpack[models.ExperimentUpdateFields]
    ) -> Experiment:
        """Change the given fields, if any, and do what ``action`` says.

        ``variations`` is all variations; one that exists carries its ``variation_id``.

        Raises:
            ConflictError: there are drafted changes, which must be published first.
            ValueError: there is neither a field nor an action.
        """
        check_words("action", action, Action)
        return await self.one(self._update_request(experiment_id, fields, action))

    def _update_request(
        self, item_id: int, fields: Mapping[str, Any], action: Action | None = None
    ) -> Request[Any, Any]:
        checked = (body_of if action else change_of)(models.ExperimentUpdate, fields)
        return experiments_api.update_experiment.request(item_id, body=checked, action=action)

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return experiments_api.delete_experiment.request(item_id)

    def sections(self, experiment_id: int) -> Sections:
        """The sections of a multivariate experiment."""
        return Sections(self._session, experiment_id)

    async def results(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentResults | None:
        """Results by metric and variation, with the visitors reached; ``by_variation`` reads their rows.

        Args:
            experiment_id: which experiment.
            wait: seconds to wait for while the vendor is computing them; 0 requests them once.
            **part: as ``ExperimentSlice`` describes.

        Returns:
            The results; None when there are none yet.

        Raises:
            ResultsPendingError: the vendor was still computing when the wait was over.
            InvalidRequestError: segments that exclude each other.
        """
        request = results_api.get_experiment_results.request(experiment_id, **parameters(part))
        return await computed(self._session, request, wait=wait)

    async def timeseries(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentTimeseries | None:
        """Results over time; arguments, None and errors as for ``results``."""
        request = results_api.get_experiment_timeseries.request(experiment_id, **parameters(part))
        return await computed(self._session, request, wait=wait)

    async def report(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> models.ExperimentResultsReport | None:
        """The outcome that the vendor infers from the variations, whether or not they have reached significance.

        Arguments, None and errors as for ``results``.
        """
        request = results_api.get_experiment_report.request(experiment_id, **parameters(part))
        return await computed(self._session, request, wait=wait)

    async def results_share_link(self, experiment_id: int) -> models.ResultsShareLink:
        """A link to the vendor's page of results, with which anyone can read them; no repr shows it."""
        return await self._session.send(results_api.get_experiment_results_share_link.request(experiment_id))

    def results_csv(
        self, experiment_id: int, *, wait: float = RESULT_TIMEOUT, **part: Unpack[ExperimentSlice]
    ) -> Csv[str | None]:
        """Results as CSV, awaited as text or streamed to a file; arguments, None and errors as for ``results``."""
        request = results_api.get_experiment_results_csv.request(experiment_id, **parameters(part))
        return Csv(self._session, request, wait=wait)

    def fetch_results(
        self,
        wanted: _Wanted | None = None,
        *,
        project_id: int | None = None,
        wait: float = RESULT_TIMEOUT,
        **options: Unpack[ExperimentBulkOptions],
    ) -> Outcomes[int, models.ExperimentResults | None]:
        """The results of many experiments, concurrently; one outcome for each, by the experiment's id.

        Args:
            wanted: ids or experiments, also from a pager. None means all of the account; a project whose experiments
                cannot be listed is then an outcome of its own, whose key is ``"project 12"``.
            project_id: in place of ``wanted``: all experiments of this project, paged through as results are taken.
            wait: seconds to wait for each while the vendor is computing.
            **options: as ``BulkOptions`` and ``ExperimentSlice`` describe, the same for all.

        Raises:
            TypeError: both experiments and a project are given, or there is no such option.
            InvalidRequestError: segments that exclude each other.
        """
        return self._fetched(results_api.get_experiment_results.request, wanted, project_id, wait, options)

    def fetch_timeseries(
        self,
        wanted: _Wanted | None = None,
        *,
        project_id: int | None = None,
        wait: float = RESULT_TIMEOUT,
        **options: Unpack[ExperimentBulkOptions],
    ) -> Outcomes[int, models.ExperimentTimeseries | None]:
        """The results over time of many experiments; everything else as ``fetch_results``."""
        return self._fetched(results_api.get_experiment_timeseries.request, wanted, project_id, wait, options)

    def _fetched(
        self,
        ask: Callable[..., Request[T, Any]],
        wanted: _Wanted | None,
        project_id: int | None,
        wait: float,
        options: ExperimentBulkOptions,
    ) -> Outcomes[int, T]:
        """The bulk fetch of what ``ask`` asks for."""
        part = parameters(cast("ExperimentSlice", selected(options, ExperimentSlice)))
        checked_wait(wait)
        ask(0, **part)  # what is wrong with the slice is known before the first outcome

        async def fetch(experiment_id: int) -> Callable[[], T]:
            return await send_lazily(self._session, ask(experiment_id, **part), wait=wait)

        return self._bulk(fetch, self._wanted_ids(wanted, project_id), options, ExperimentBulkOptions)

    def _wanted_ids(self, wanted: _Wanted | None, project_id: int | None) -> Restartable[int]:
        return experiment_ids(
            wanted,
            project_id,
            projects=partial(Projects(self._session).list, page_size=100),
            experiments=partial(self.list, page_size=100, prefetch=True),
        )


def _summed_up(summary: models.ExperimentSummary) -> str:
    """Experiments and campaigns stand in one list."""
    return repr((summary.type, summary.id))


_Wanted = Iterable[Experiment | int] | AsyncIterable[Experiment] | AsyncIterable[Experiment | int]


class Section(Archivable["Sections"], models.Section):
    """A part of a multivariate experiment, with the variations that are combined with those of the other parts."""

    __slots__ = ()


class Sections(ArchivingCollection[Section]):
    """The sections of a multivariate experiment. Made by ``Optimizely.sections`` and ``Experiment.sections``."""

    model = Section

    def __init__(self, session: Session, experiment_id: int) -> None:
        super().__init__(session)
        self.experiment_id = experiment_id

    def list(self, **paging: Unpack[PageOptions]) -> Pager[Section]:
        """The sections. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(sections_api.get_experiment_sections.request, paging, self.experiment_id)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return sections_api.get_section.request(self.experiment_id, item_id)

    async def create(self, **fields: Unpack[models.SectionCreateFields]) -> Section:
        """Create a section."""
        checked = body_of(models.SectionCreate, fields)
        return await self.one(sections_api.create_section.request(self.experiment_id, body=checked))

    async def update(self, section_id: int, /, **fields: Unpack[models.SectionUpdateFields]) -> Section:
        """Change the given fields."""
        return await self.one(self._update_request(section_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return sections_api.update_section.request(
            self.experiment_id, item_id, body=change_of(models.SectionUpdate, fields)
        )

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return sections_api.delete_section.request(self.experiment_id, item_id)
