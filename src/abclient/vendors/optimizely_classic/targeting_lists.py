"""Targeting lists, also called uploaded audiences: lists of visitors, for Enterprise accounts."""

from __future__ import annotations

from collections.abc import Awaitable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from abclient_api._runtime import UNSET, Unset
from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import targeting_lists as lists_api

from ...errors import InvalidRequestError
from ...resource import Resource
from . import _rules
from ._base import ClassicCollection

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

ListType = Literal[1, 2, 3]
"""What a list holds: 1 cookie values, 2 query parameter values, 3 zip codes."""


class TargetingList(Resource["TargetingLists"], models.TargetingList):
    """A targeting list, without its content; the generated model describes its attributes."""

    __slots__ = ()

    async def replace(self, list_content: str) -> TargetingList:
        """Upload new content, and with it ``description``, ``list_type`` and ``key_fields`` as they are here now.

        Returns:
            The same object.
        """

        def upload() -> Awaitable[TargetingList]:
            return self._collection.update(
                self._id,
                name=cast("str", self.name),
                list_type=cast("ListType", self.list_type),
                key_fields=cast("str", self.key_fields),
                list_content=list_content,
                description=UNSET if self.description is None else self.description,
            )

        return await self._change(upload, *self.FIELDS)

    async def delete(self) -> None:
        """Delete it, permanently."""
        await self._collection.delete(self._id)


class TargetingLists(ClassicCollection[TargetingList]):
    """The targeting lists of all projects. At ``OptimizelyClassic.targeting_lists``."""

    model = TargetingList
    editable: Iterable[str] = models.TargetingListUpdate.FIELDS

    def list(self, project_id: int) -> Pager[TargetingList]:
        """All targeting lists of a project; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(lists_api.list_targeting_lists.request(project_id))

    async def create(
        self,
        project_id: int,
        *,
        name: str,
        list_type: ListType,
        key_fields: str,
        list_content: str,
        description: str | Unset = UNSET,
    ) -> TargetingList:
        """Upload a list of visitors.

        Args:
            project_id: of the project.
            name: unique in the project, of letters, digits, hyphens and underscores; it cannot be changed.
            list_type: 1 for cookie values, 2 for query parameter values, 3 for zip codes.
            key_fields: comma-separated names of the cookies or query parameters to look at.
            list_content: the values, comma-separated, at most 5 MB in rows of at most 100 characters.
            description: human-readable.
        """
        body = models.TargetingListCreate(
            name=name,
            list_type=list_type,
            key_fields=key_fields,
            list_content=list_content,
            format="csv",
            description=description,
        )
        self._obey(_rules.targeting_list, body.to_dict())
        return await self.one(lists_api.create_targeting_list.request(project_id, body=body))

    async def update(
        self,
        targeting_list_id: int,
        /,
        *,
        name: str,
        list_type: ListType,
        key_fields: str,
        list_content: str,
        description: str | Unset = UNSET,
    ) -> TargetingList:
        """Replace a list as a whole: the vendor wants every field again, ``name`` as it is. See ``create``."""
        body = models.TargetingListUpdate(
            name=name,
            list_type=list_type,
            key_fields=key_fields,
            list_content=list_content,
            format="csv",
            description=description,
        )
        return await self._put(targeting_list_id, body.to_dict())

    async def delete(self, targeting_list_id: int, /) -> None:
        """Delete a list, permanently."""
        await self._session.send(lists_api.delete_targeting_list.request(targeting_list_id))

    async def save_changes(self, item: TargetingList, changes: dict[str, Any]) -> TargetingList:
        """Refused while rules are checked: a list is replaced together with its content, which cannot be read."""
        if self._check_rules:
            raise InvalidRequestError(
                "a targeting list is only replaced as a whole, with its content: call replace(list_content=...)"
                f" instead of saving {', '.join(sorted(changes))}"
            )
        return await super().save_changes(item, changes)

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        _rules.targeting_list(fields)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return lists_api.get_targeting_list.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return lists_api.update_targeting_list.request(item_id, body=body)
