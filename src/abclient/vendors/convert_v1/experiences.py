"""Experiences: tests and personalizations, with their variations and reports."""

from __future__ import annotations

from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Unpack

from abclient_api._runtime import Body, from_fields, segment
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import experiences as experiences_api

from ...bulk import BulkOptions, Outcomes
from ...errors import InvalidRequestError
from ...paging import PageOptions
from ...resource import Resource
from .._wrong_use import checked
from . import _checks
from ._base import ProjectCollection
from ._paging import first_page
from .reports import ReportKey, Reports, report_keys

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

ExperienceType = Literal["a/b", "a/a", "mvt", "split_url", "personalization"]
Status = Literal["draft", "active", "paused", "completed", "scheduled", "archived"]


class Experience(Resource["Experiences"], models.Experience):
    """An experience; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()

    async def start(self) -> Experience:
        """Give it the status active."""
        return await self._set_status("active")

    async def pause(self) -> Experience:
        """Give it the status paused."""
        return await self._set_status("paused")

    async def complete(self) -> Experience:
        """Give it the status completed."""
        return await self._set_status("completed")

    async def archive(self) -> Experience:
        """Give it the status archived."""
        return await self._set_status("archived")

    async def add_variation(self, **fields: Unpack[models.VariationCreateFields]) -> Experience:
        """Add a variation; see ``Experiences.add_variation``.

        Raises:
            InvalidRequestError: variations were changed and not saved.
        """
        return await self._change_variations(lambda: self._collection.add_variation(self._id, **fields))

    async def change_variation(
        self, variation_id: str, /, **fields: Unpack[models.VariationUpdateFields]
    ) -> Experience:
        """Change the given fields of a variation; see ``Experiences.add_variation``.

        Raises:
            InvalidRequestError: variations were changed and not saved.
        """
        return await self._change_variations(
            lambda: self._collection.change_variation(self._id, variation_id, **fields)
        )

    async def remove_variation(self, variation_id: str) -> Experience:
        """Remove a variation.

        Raises:
            InvalidRequestError: variations were changed and not saved.
        """
        return await self._change_variations(lambda: self._collection.remove_variation(self._id, variation_id))

    async def report(
        self, *, goal_id: str | None = None, start: datetime | None = None, end: datetime | None = None
    ) -> models.Report:
        """How its variations perform; see ``Reports.get``."""
        return await self._collection.report(self._id, goal_id=goal_id, start=start, end=end)

    async def _change_variations(self, call: Callable[[], Awaitable[Experience]]) -> Experience:
        async def unless_edited() -> Experience:
            # They are saved as a whole list: the one that was changed here would undo what is about to be done.
            if "variations" in self.changes():
                raise InvalidRequestError("variations were changed and not saved: save() first; nothing was sent")
            return await call()

        return await self._change(unless_edited)

    async def _set_status(self, status: Status) -> Experience:
        return await self._change(lambda: self._collection.update(self._id, status=status), "status")


class Experiences(ProjectCollection[Experience, str]):
    """The experiences of a project. At ``experiences`` of a project."""

    model = Experience
    body: type[Body] = models.ExperienceInput
    editable: Iterable[str] = models.ExperienceInput.FIELDS.keys() - models.ExperienceInput.READ_ONLY

    def list(
        self,
        *,
        types: ExperienceType | Sequence[ExperienceType] = (),
        statuses: Status | Sequence[Status] = (),
        search: str | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Experience]:
        """The project's experiences that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            types: only experiences of these types.
            statuses: only experiences in these statuses.
            search: only experiences with this text in name or description.
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.
        """
        body = models.ExperienceFilter(
            **first_page(paging),
            types=_checks.choices("types", types, ExperienceType),
            statuses=_checks.choices("statuses", statuses, Status),
            search=_checks.optional(search),
        )
        return self.many(experiences_api.list_experiences.request(self.project_id, body=checked(body)), paging)

    async def create(self, **fields: Unpack[models.ExperienceCreateFields]) -> Experience:
        """Add an experience to the project.

        ``rules.site_area`` builds the pages on which it fires; mappings have the vendor's own JSON names.

        Raises:
            InvalidRequestError: a personalization with goals, or a site area with rules that it does not know.
        """
        return await self._add(fields)

    async def update(self, experience_id: str, /, **fields: Unpack[models.ExperienceUpdateFields]) -> Experience:
        """Change the given fields of an experience; see ``create``."""
        return await self._change(experience_id, fields)

    async def add_variation(self, experience_id: str, /, **fields: Unpack[models.VariationCreateFields]) -> Experience:
        """Add a variation; the response is the whole experience.

        That a variation without an id is a new one is inferred: the vendor's page has a body and no title.
        """
        return await self._save_variation(experience_id, from_fields(models.VariationInput, fields, creating=True))

    async def change_variation(
        self, experience_id: str, variation_id: str, /, **fields: Unpack[models.VariationUpdateFields]
    ) -> Experience:
        """Change the given fields of a variation; see ``add_variation``. The response is the whole experience."""
        segment("variation_id", variation_id)  # because the vendor takes a variation without an id for a new one
        if not fields:
            raise ValueError("nothing to change: give at least one field")
        body = from_fields(models.VariationInput, fields)
        body.id = variation_id
        return await self._save_variation(experience_id, body)

    async def remove_variation(self, experience_id: str, variation_id: str) -> Experience:
        """Remove a variation; the response is the whole experience that is left. Method and path are inferred."""
        return await self.one(experiences_api.remove_variation.request(self.project_id, experience_id, variation_id))

    async def report(
        self,
        experience_id: str,
        *,
        goal_id: str | None = None,
        start: datetime | None = None,
        end: datetime | None = None,
    ) -> models.Report:
        """How the variations of an experience perform; see ``Reports.get``."""
        return await self._reports.get(experience_id, goal_id=goal_id, start=start, end=end)

    def fetch_reports(
        self,
        wanted: Iterable[Experience | str] | AsyncIterable[Experience | str] | AsyncIterable[Experience] | None = None,
        *,
        goal_ids: str | Sequence[str] = (),
        start: datetime | None = None,
        end: datetime | None = None,
        **options: Unpack[BulkOptions],
    ) -> Outcomes[ReportKey, models.Report]:
        """The reports of many experiences, concurrently; one outcome for each experience, or experience and goal.

        Args:
            wanted: experiences or their ids, such as a list or what ``list()`` returns. None means all experiences of
                the project.
            goal_ids: one report on each of these goals; without any, one report on all goals of the experience.
            start: from when on data counts, with a time zone; by default since the experience started.
            end: until when data counts, with a time zone; by default until now.
            **options: as ``BulkOptions`` describes.
        """
        keys = report_keys(self.list() if wanted is None else wanted, goal_ids)
        return self._bulk(self._reports.fetcher(start, end), keys, options)

    async def _save(self, item: Experience, changes: dict[str, Any]) -> Experience:
        if changes.get("goals") and item.type == "personalization":
            raise InvalidRequestError("an experience of type 'personalization' cannot have goals")
        return await super()._save(item, changes)

    @property
    def _reports(self) -> Reports:
        return Reports(self._session, self.project_id)

    async def _save_variation(self, experience_id: str, body: models.VariationInput) -> Experience:
        request = experiences_api.save_variation.request(self.project_id, experience_id, body=checked(body))
        return await self.one(request)

    def _check(self, fields: Mapping[str, Any]) -> None:
        _checks.experience(fields)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return experiences_api.get_experience.request(self.project_id, item_id)

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return experiences_api.add_experience.request(self.project_id, body=body)

    def _update_request(self, item_id: str, body: Any) -> Request[Any, Any]:
        return experiences_api.update_experience.request(self.project_id, item_id, body=body)
