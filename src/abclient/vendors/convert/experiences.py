"""Experiences: tests, deploys and rollouts, with their variations."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Literal, Self, Unpack, cast

from abclient_api._runtime import Request
from abclient_api.convert import models
from abclient_api.convert.api import experiences as experiences_api

from ...bulk import BulkOptions, Outcomes
from ...errors import ABClientError
from ...events import LOGGER
from ...paging import PageOptions, Pager
from ...resource import written
from .._wrong_use import body_of
from . import history, variations
from ._base import ConvertCollection, editable_in
from ._checks import not_empty
from ._conflicts import explained
from ._experience_actions import ExperienceActions
from ._experience_calls import ExperienceCalls
from ._reading import can_query, read_id
from .reports import AggregatedOptions, ReportKey, Reports, fetcher, report_keys
from .variations import OF_IDS

Status = Literal["draft", "active", "paused", "completed", "scheduled", "archived"]
BulkStatus = Literal["active", "paused", "archived"]


class ExperienceFilters(models.GetExperiencesListRequestDataFields, PageOptions, total=False):
    """Filters of experiences."""


class Experience(ExperienceActions["Experiences"], models.Experience):
    """An experience; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()

    async def save(self) -> Self:
        """Send only what changed, with the ``concurrency_key`` that was loaded; see ``Resource.save``.

        Raises:
            InvalidRequestError: ``variations`` lacks one that was loaded, which would remove it with its data;
                ``experiences.update(..., replace=True)`` does that.
            ConflictError: the experience has changed since it was loaded. Nothing of this object is lost:
                ``refresh`` loads what is there now.
        """
        changed = self.changes().get("variations")
        if changed is not None:
            variations.check_complete(changed, self._as_loaded().variations or (), of=self.id)
        return await super().save()

    @property
    def variation_ids(self) -> list[int]:
        """The ids of its variations, whether they are expanded or not."""
        return [read_id(one) for one in self.variations or ()]

    @property
    def expanded_variations(self) -> list[models.ExperienceVariation]:
        """Its variations as objects; one that the response has as an id has nothing but the id."""
        return [
            one if isinstance(one, models.ExperienceVariation) else models.ExperienceVariation(id=one)
            for one in self.variations or ()
        ]

    @property
    def goal_ids(self) -> list[int]:
        """The ids of its goals, whether they are expanded or not."""
        return [read_id(one) for one in self.goals or ()]


class Experiences(ConvertCollection[Experience], ExperienceCalls[Experience]):
    """The experiences of a project. At ``experiences`` of a project.

    Lists and ``get`` have variations, goals, audiences and locations whole, unless ``include`` and ``expand`` say
    otherwise.
    """

    model = Experience
    _api = experiences_api
    _named = ("experience", "experiences")
    _bodies = (
        models.GetExperiencesListRequestData,
        models.CreateExperienceRequestData,
        models.UpdateExperienceRequestData,
    )
    editable: Iterable[str] = editable_in(models.UpdateExperienceRequestData)
    optional: ClassVar[Mapping[str, Sequence[str]]] = {
        "include": ("variations", "goals", "audiences", "locations"),
        "expand": ("variations", "goals", "audiences", "locations"),
    }
    has_keys = True
    _also = (models.BaseSimpleExperience,)

    def list(self, **filters: Unpack[ExperienceFilters]) -> Pager[Experience]:
        """The project's experiences that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetExperiencesListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateExperienceRequestDataFields]) -> Experience:
        """Add an experience to the project. Mappings have the vendor's own JSON names."""
        body = self._body(1, fields)
        return await self._whole("create_experience", body=body)

    async def update(
        self,
        experience_id: int,
        /,
        *,
        replace: bool = False,
        **fields: Unpack[models.UpdateExperienceRequestDataFields],
    ) -> Experience:
        """Change the given fields. Lists replace those that are there.

        Args:
            experience_id: which experience.
            replace: whether ``variations`` may lack some that there are: the vendor removes these with their data.
                Without it, the experience is loaded first if ``variations`` are given.
            **fields: what to change.

        Raises:
            InvalidRequestError: ``variations`` lacks one that there is; nothing was sent.
            ConflictError: a ``concurrency_key`` was given, and the experience has changed since; or it has changed
                since it was loaded for its ``variations``.
        """
        given = fields.get("variations")
        if given is not None and not replace:
            known = await self.get(experience_id)
            variations.check_complete(given, known.variations or (), of=experience_id)
            # One that is added from now on would be removed, too.
            return await self._change(experience_id, self._with_key(known, fields))
        return await self._change(experience_id, fields)

    async def clone(self, experience_id: int, /, name: str | None = None) -> Experience:
        """Make a draft with the same contents, and another name if one is given."""
        body = body_of(models.CloneExperienceRequestData, {} if name is None else {"name": name})
        return await self._whole("clone_experience", experience_id, body=body)

    async def update_many(
        self, experience_ids: Iterable[Experience | int], status: BulkStatus
    ) -> models.BulkSuccessData:
        """Give up to 100 experiences a status; the response names those that failed."""
        return await self._in_bulk("update", experience_ids, status=status)

    async def delete_many(self, experience_ids: Iterable[Experience | int]) -> models.BulkSuccessData:
        """Remove up to 100 experiences; the response names those that failed."""
        return await self._in_bulk("delete", experience_ids)

    def fetch_reports(
        self,
        wanted: Iterable[Experience | int] | AsyncIterable[Experience | int] | AsyncIterable[Experience] | None = None,
        *,
        report: AggregatedOptions | None = None,
        **options: Unpack[BulkOptions],
    ) -> Outcomes[ReportKey, models.ExperienceAggregatedReport]:
        """The aggregated reports of many experiences, concurrently; one outcome for each, as they arrive.

        Args:
            wanted: experiences or their ids, such as a list or what ``list()`` returns. None means all experiences of
                the project.
            report: what all reports count, as ``AggregatedOptions`` describes.
            **options: as ``BulkOptions`` describes.
        """
        keys = report_keys(self.brief() if wanted is None else wanted, cast("tuple[int, int]", self._place))
        return self._bulk(fetcher(self._session, report or {}), keys, options)

    def brief(self) -> Pager[Experience]:
        """All experiences without any optional field."""
        return self._list({"include": [], "expand": []})

    @property
    def _reports(self) -> Reports:
        return Reports(self._session, *cast("tuple[int, int]", self._place))

    def changes_of(self, experience_id: int, filters: Mapping[str, Any]) -> Pager[models.ChangeHistory]:
        """What was changed in an experience; see ``history``."""
        kind = models.GetExperienceHistoryRequestData

        def request(body: Any) -> Request[Any, Any]:
            return self._request("get_experience_history", experience_id, body=body)

        return history.changes(self._session, request, kind, filters)

    async def _save(self, item: Experience, changes: dict[str, Any]) -> Experience:
        # An id that is text came so from the vendor.
        kept = {name: [*map(written, changes[name])] for name in OF_IDS if isinstance(changes.get(name), list)}
        return await super()._save(item, {**changes, **kept})

    async def _change(self, item_id: Any, fields: Mapping[str, Any]) -> Experience:
        body = self._body(2, not_empty(fields))
        with explained():
            return await self._whole("update_experience", item_id, body=body)

    async def _whole(self, operation: str, *given: Any, body: Any = None) -> Experience:
        """Make a call that changes an experience, and return it as ``get`` does.

        Where the URL can have no query, the response has ids in place of objects, so the experience is read once more.
        """
        if can_query(self._session):
            return await self.one(self._request(operation, *given, body=body, **self.optional))
        written = await self.one(self._request(operation, *given, body=body))
        try:
            return await self._listed_one(self.id_of(written)) or written
        except ABClientError as error:
            # It is done: what is known of it is worth more than why the rest is not.
            LOGGER.warning("%s was done, but the experience could not be read again: %s", operation, error)
            return written

    def _sendable(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        return variations.sendable(fields)
