"""Holdouts: visitors who get none of a project's experiments, to measure what all of them bring."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Sequence
from typing import Any, Literal, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import holdouts as api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely_bodies import body_of
from .._wrong_use import check_words
from ._base import ProjectCollection, as_loaded
from ._patch import Step, put, steps_sent
from ._rules import check_share

Status = Literal["draft", "running", "concluded"]


class Holdout(Resource["Holdouts"], models.Holdout):
    """A holdout; the generated model describes its attributes.

    It goes from draft to running to concluded. While it runs, its metrics and what it covers are fixed; once it is
    concluded, its name can be changed, and it can be archived. ``holdout_results_api_token`` is a secret of the
    vendor's own pages, made anew by each response; nothing here uses it.
    """

    __slots__ = ()

    async def start(self) -> Holdout:
        """Let a draft run."""
        return await self._set("status", "running")

    async def conclude(self) -> Holdout:
        """End it for good."""
        return await self._set("status", "concluded")

    async def archive(self) -> Holdout:
        """Hide it; the vendor wants it to be concluded."""
        return await self._set("archived", True)

    async def unarchive(self) -> Holdout:
        """Undo ``archive``."""
        return await self._set("archived", False)

    async def patch(self, steps: Sequence[Step]) -> Holdout:
        """Apply a JSON patch, all steps or none; its paths begin inside of the holdout: ``/traffic_allocation``."""
        sent = steps_sent(steps)
        return await self._change(lambda: self._collection.patch(self._id, sent))

    async def experiments(self) -> list[models.HoldoutExperiment]:
        """The experiments that it affects."""
        return await self._collection.experiments(self._id)

    async def delete(self) -> None:
        """Delete it for good, with what it measured."""
        await self._collection.delete(self._id)

    async def _set(self, name: str, value: object) -> Holdout:
        def change() -> Awaitable[Holdout]:
            return self._collection.patch(self._id, [*put(as_loaded(self), name, value, "")])

        return await self._change(change, name)


class Holdouts(ProjectCollection[Holdout, int]):
    """The holdouts of a project. Made by ``Project.holdouts``."""

    model = Holdout
    editable: Iterable[str] = (
        *("name", "description", "status", "archived", "traffic_allocation", "audience_conditions", "audience_ids"),
        *("metrics", "environment_key", "scope", "scope_type", "start_time"),
    )

    def list(
        self,
        *,
        archived: bool | None = None,
        status: Sequence[Status | str] | None = None,
        query: str | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Holdout]:
        """The holdouts that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            status: only those in one of these states.
            query: only those whose name, key or description contains this text.
            sort: fields and directions, the most important first, such as ``name:asc``.
            **paging: as ``PageOptions`` describes.
        """
        check_words("status", status, Status)
        words: Any = status
        return self._pages(api.list_holdouts.request, paging, archived=archived, status=words, query=query, sort=sort)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return api.fetch_holdout.request(self.project_id, item_id)

    async def create(self, **fields: Unpack[models.HoldoutRequestBodyFields]) -> Holdout:
        """Create a holdout, as a draft; ``start`` lets it run.

        Raises:
            ValueError: ``traffic_allocation`` is not from 0 to 10000; nothing was sent.
        """
        if (share := fields.get("traffic_allocation")) is not None:
            check_share(share, "traffic_allocation")
        body = body_of(models.HoldoutRequestBody, fields)
        return await self.one(api.create_holdout.request(self.project_id, body=body))

    async def patch(self, holdout_id: int, steps: Sequence[Step]) -> Holdout:
        """Apply a JSON patch, all steps or none; its paths begin inside of the holdout: ``/traffic_allocation``."""
        request = api.update_holdouts.request(self.project_id, holdout_id, body=steps_sent(steps))
        return await self._entry(request, holdout_id)

    async def _save(self, item: Holdout, changes: dict[str, Any]) -> Holdout:
        return await self._saved(item, changes, "", lambda steps: self.patch(self.id_of(item), steps))

    async def experiments(self, holdout_id: int) -> Affected:
        """The experiments that a holdout affects."""
        return await self._session.send(api.fetch_holdout_experiments.request(self.project_id, holdout_id))

    async def delete(self, holdout_id: int, /) -> None:
        """Delete one for good, with what it measured."""
        await self._session.send(api.delete_holdout.request(self.project_id, holdout_id))


Affected = list[models.HoldoutExperiment]
