"""The variations of a flag: sets of values for its variables."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import variations as api

from ..._session import Session
from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely_bodies import body_of
from ._base import ProjectCollection, SessionOf, keys_sent
from ._patch import Step, pointer, steps_sent


class Variation(Resource["Variations"], models.Variation):
    """A variation; the generated model describes its attributes.

    ``variation.variables["amount"].value = "7"`` and ``save`` change a value, which is text whatever its type.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def archive(self) -> Variation:
        """Hide it; the vendor refuses that while a rule uses it."""
        return await self._change(lambda: self._collection.archived(self.key), "archived")

    async def unarchive(self) -> Variation:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.unarchived(self.key), "archived")

    async def delete(self) -> None:
        """Delete it for good."""
        await self._collection.delete(self.key)


class Variations(ProjectCollection[Variation, str]):
    """The variations of a flag. Made by ``Project.variations`` and ``Flag.variations``."""

    model = Variation
    editable: Iterable[str] = ("name", "description", "variables")

    def __init__(self, session: Session, project_id: int, session_of: SessionOf, flag_key: str) -> None:
        super().__init__(session, project_id, session_of)
        self.flag_key = flag_key

    def list(
        self,
        *,
        archived: bool | None = None,
        enabled: bool | None = None,
        in_use: bool | None = None,
        query: str | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Variation]:
        """The variations that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            enabled: only those that can be served, or only others.
            in_use: only those that a rule uses, or only others.
            query: only those whose name, key or description contains this text.
            sort: fields and directions, the most important first, such as ``name:asc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(
            api.list_variations.request,
            paging,
            self.flag_key,
            archived=archived,
            enabled=enabled,
            in_use=in_use,
            query=query,
            sort=sort,
        )

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.fetch_variation.request(self.project_id, self.flag_key, item_id)

    async def create(self, **fields: Unpack[models.VariationRequestBodyFields]) -> Variation:
        """Create a variation.

        ``variables`` are by key, as mappings: ``{"amount": {"value": "7"}}``. Values are text, also of numbers and of
        JSON.
        """
        body = body_of(models.VariationRequestBody, fields)
        return await self.one(api.create_variation.request(self.project_id, self.flag_key, body=body))

    async def archive(self, variation_keys: str | Iterable[str], /) -> Keys:
        """Archive one or several; the keys of those that are archived now."""
        return await self._entries(self._archiving(keys_sent("variation_keys", variation_keys)))

    async def unarchive(self, variation_keys: str | Iterable[str], /) -> Keys:
        """Undo ``archive``."""
        return await self._entries(self._unarchiving(keys_sent("variation_keys", variation_keys)))

    async def archived(self, variation_key: str) -> Variation:
        """Archive one, and return it."""
        return await self._entry(self._archiving([variation_key]), variation_key)

    async def unarchived(self, variation_key: str) -> Variation:
        """Bring one back from the archive, and return it."""
        return await self._entry(self._unarchiving([variation_key]), variation_key)

    def _archiving(self, keys: Keys) -> Request[Any, Any]:
        body = models.BulkOperationsRequestBody(keys=keys)
        return api.archive_variations.request(self.project_id, self.flag_key, body=body)

    def _unarchiving(self, keys: Keys) -> Request[Any, Any]:
        body = models.BulkOperationsRequestBody(keys=keys)
        return api.unarchive_variations.request(self.project_id, self.flag_key, body=body)

    async def patch(self, steps: Sequence[Step]) -> dict[str, models.Variation]:
        """Apply a JSON patch, all steps or none; its paths begin with the key of a variation."""
        request = api.update_variations.request(self.project_id, self.flag_key, body=steps_sent(steps))
        return await self._session.send(request)

    async def _save(self, item: Variation, changes: dict[str, Any]) -> Variation:
        def send(steps: list[models.PatchRequestBody]) -> Awaitable[Variation]:
            request = api.update_variations.request(self.project_id, self.flag_key, body=steps)
            return self._entry(request, item.key)

        return await self._saved(item, changes, pointer(item.key), send)

    async def delete(self, variation_key: str, /) -> None:
        """Delete one for good."""
        await self._session.send(api.delete_variation.request(self.project_id, self.flag_key, variation_key))

    async def brainstorm(self, *interactions: Mapping[str, Any]) -> models.BrainstormVariationsChat:
        """Let the vendor's model propose variations, going on from the turns of a conversation.

        Args:
            *interactions: such as ``{"type": "user_chat", "user_chat": "three discounts"}``, the oldest first.
        """
        chat = models.BrainstormVariationsChat.from_dict({"interactions": [dict(one) for one in interactions]})
        return await self._session.send(api.brainstorm_variations.request(self.project_id, self.flag_key, body=chat))


Keys = list[str]
