"""Exclusion groups: rules that share traffic, so that a visitor is in one of them at most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import groups as api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely import as_int
from .._optimizely_bodies import body_of
from ._base import ProjectCollection, keys_sent
from ._patch import Step, add, pointer, remove, steps_sent
from ._rules import check_share


class Group(Resource["Groups"], models.Group):
    """An exclusion group; the generated model describes its attributes.

    Its ``rules`` are by the rule's number as text. ``group.rules["123"].traffic_allocation = 4_000`` and ``save``
    change a share of the group's traffic, in basis points.
    """

    __slots__ = ()

    async def add_rule(self, rule_id: int, *, traffic_allocation: int) -> Group:
        """Take a rule in, by its number, with a share of the group's traffic in basis points."""
        share = {"traffic_allocation": traffic_allocation}
        check_share(traffic_allocation, "traffic_allocation")
        place = pointer(self.id, "rules", as_int("rule_id", rule_id))
        return await self._change(lambda: self._collection.patched(self._id, [add(place, share)]))

    async def remove_rule(self, rule_id: int) -> Group:
        """Let a rule go, by its number; it gets all of its traffic again."""
        place = pointer(self.id, "rules", as_int("rule_id", rule_id))
        return await self._change(lambda: self._collection.patched(self._id, [remove(place)]))

    async def archive(self) -> Group:
        """Hide it."""
        return await self._change(lambda: self._collection.archived(self._id), "archived")

    async def unarchive(self) -> Group:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.unarchived(self._id), "archived")

    async def delete(self) -> None:
        """Delete it for good."""
        await self._collection.delete(self._id)


class Groups(ProjectCollection[Group, int]):
    """The exclusion groups of a project. Made by ``Project.groups``."""

    model = Group
    editable: Iterable[str] = ("name", "description", "rules")

    def list(
        self,
        *,
        archived: bool | None = None,
        enabled: bool | None = None,
        environment: Sequence[str] | None = None,
        query: str | None = None,
        include: Sequence[str] | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Group]:
        """The groups that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            enabled: only those that are on, or only others.
            environment: only those of these environments.
            query: only those whose name or description contains this text.
            include: groups, by number, that come first.
            sort: fields and directions, the most important first, such as ``name:asc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(
            api.list_groups.request,
            paging,
            archived=archived,
            enabled=enabled,
            environment=environment,
            query=query,
            include=include,
            sort=sort,
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return api.fetch_group.request(self.project_id, item_id)

    async def create(self, **fields: Unpack[models.GroupRequestBodyFields]) -> Group:
        """Create a group in an environment; ``rules`` are shares (``traffic_allocation``) by rule number as text."""
        body = body_of(models.GroupRequestBody, fields)
        return await self.one(api.create_group.request(self.project_id, body=body))

    async def archive(self, group_ids: int | Iterable[int], /) -> Keys:
        """Archive one or several; the numbers of those that are archived now, as text."""
        return await self._entries(self._archiving(keys_sent("group_ids", group_ids)))

    async def unarchive(self, group_ids: int | Iterable[int], /) -> Keys:
        """Undo ``archive``."""
        return await self._entries(self._unarchiving(keys_sent("group_ids", group_ids)))

    async def archived(self, group_id: int) -> Group:
        """Archive one, and return it."""
        return await self._entry(self._archiving([str(group_id)]), group_id)

    async def unarchived(self, group_id: int) -> Group:
        """Bring one back from the archive, and return it."""
        return await self._entry(self._unarchiving([str(group_id)]), group_id)

    def _archiving(self, keys: Keys) -> Request[Any, Any]:
        return api.archive_groups.request(self.project_id, body=models.BulkOperationsRequestBody(keys=keys))

    def _unarchiving(self, keys: Keys) -> Request[Any, Any]:
        return api.unarchive_groups.request(self.project_id, body=models.BulkOperationsRequestBody(keys=keys))

    async def patch(self, steps: Sequence[Step]) -> dict[str, models.Group]:
        """Apply a JSON patch, all steps or none; its paths begin with the number of a group: ``/123/name``."""
        return await self._session.send(api.update_groups.request(self.project_id, body=steps_sent(steps)))

    async def patched(self, group_id: int, steps: Sequence[Step]) -> Group:
        """Apply a patch to one of them, and return it."""
        return await self._entry(api.update_groups.request(self.project_id, body=steps_sent(steps)), group_id)

    async def _save(self, item: Group, changes: dict[str, Any]) -> Group:
        number = self.id_of(item)
        return await self._saved(item, changes, pointer(item.id), lambda steps: self.patched(number, steps))

    async def delete(self, group_id: int, /) -> None:
        """Delete one for good."""
        await self._session.send(api.delete_group.request(self.project_id, group_id))


Keys = list[str]
