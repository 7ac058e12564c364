"""Segments: contexts that are targeted together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack

from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import segments as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from .._wrong_use import body_of
from ._paging import BY_LINK
from ._patches import instruction, operations_sent, semantic_patch, tag_changes, with_texts
from ._segment_verbs import SegmentVerbs

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination


class Segment(Resource["Segments"], models.UserSegment, SegmentVerbs):
    """A segment: contexts by key and by rule. ``save`` sends a changed ``name`` or ``tags``; verbs do the rest."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def delete(self) -> None:
        """Delete it; the vendor refuses that while a flag targets it."""
        await self._collection.delete(self.key)

    async def patch(self, instructions: Sequence[Mapping[str, Any]], *, comment: str | None = None) -> Self:
        """Apply semantic-patch instructions, all or none; see ``Segments.patch``."""
        return await self._change(lambda: self._collection.patch(self.key, instructions, comment=comment))

    def tag_instructions(self) -> Sequence[dict[str, Any]]:
        """The instructions that ``save`` sends for changed tags."""
        return tag_changes(self._as_loaded().tags, self.tags)

    async def _apply(self, one: Mapping[str, Any]) -> Self:
        return await self.patch([one])


class Segments(_Collection[Segment, str]):
    """The segments of an environment. Made by ``LaunchDarkly.segments``."""

    model = Segment
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("name", "tags")

    def __init__(self, session: Session, project_key: str, environment_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key
        self.environment_key = environment_key

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Segment]:
        """The segments of the environment. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``"query:beta,tags:web"``.
            sort: such as ``"name"`` or ``"-creationDate"``.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        request = api.get_segments.request(
            self.project_key,
            self.environment_key,
            filter=filter,
            sort=sort,
            limit=checked_page_size(paging),
            offset=offset,
        )
        return self.many(request, paging)

    async def create(self, **fields: Unpack[models.SegmentBodyFields]) -> Segment:
        """Create a segment, with nothing in it.

        Raises:
            ConflictError: there is a segment with this key.
        """
        body = body_of(models.SegmentBody, fields, creating=True)
        return await self.one(api.post_segment.request(self.project_key, self.environment_key, body=body))

    async def patch(
        self,
        segment_key: str,
        instructions: Sequence[Mapping[str, Any]],
        *,
        comment: str | None = None,
        dry_run: bool | None = None,
    ) -> Segment:
        """Apply semantic-patch instructions, all or none. The verbs of ``Segment`` cover every documented kind."""
        body = semantic_patch(instructions, comment=comment, environment_key=self.environment_key)
        request = api.patch_segment.request(
            self.project_key, self.environment_key, segment_key, body=body, dry_run=dry_run
        )
        return await self.one(request)

    async def patch_json(
        self,
        segment_key: str,
        operations: Sequence[Mapping[str, Any] | models.PatchOperation],
        *,
        comment: str | None = None,
    ) -> Segment:
        """Apply the operations of a JSON patch, all or none; the vendor advises ``patch``."""
        body = with_texts(models.PatchWithComment(patch=operations_sent(operations)), comment=comment)
        return await self.one(api.patch_segment.request(self.project_key, self.environment_key, segment_key, body=body))

    async def delete(self, segment_key: str, /) -> None:
        """Delete a segment.

        Raises:
            ConflictError: a flag targets it.
        """
        await self._session.send(api.delete_segment.request(self.project_key, self.environment_key, segment_key))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_segment.request(self.project_key, self.environment_key, item_id)

    async def _save(self, item: Segment, changes: dict[str, Any]) -> Segment:
        instructions = [instruction("updateName", value=changes["name"] or "")] if "name" in changes else []
        if "tags" in changes:
            instructions += item.tag_instructions()
        return await self.patch(item.key, instructions)
