"""Audiences: groups of visitors. The vendor's page shows no way to delete one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, Unpack

from abclient_api._runtime import Body
from abclient_api.convert_v1 import models
from abclient_api.convert_v1.api import audiences as audiences_api

from ...paging import PageOptions
from ...resource import Resource
from .._wrong_use import checked
from . import _checks
from ._base import ProjectCollection
from ._paging import first_page

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager

AudienceType = Literal["permanent", "segmentation", "transient"]


class Audience(Resource["Audiences"], models.Audience):
    """An audience; the generated model describes its attributes."""

    __slots__ = ()


class Audiences(ProjectCollection[Audience, str]):
    """The audiences of a project. At ``audiences`` of a project."""

    model = Audience
    body: type[Body] = models.AudienceInput
    editable: Iterable[str] = models.AudienceInput.FIELDS.keys() - models.AudienceInput.READ_ONLY

    def list(
        self,
        *,
        search: str | None = None,
        is_segment: bool | None = None,
        is_used: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Audience]:
        """The project's audiences that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            search: only audiences with this text in name or description.
            is_segment: only those that are marked as segments, or are not.
            is_used: only those that experiences use, or that none uses.
            **paging: as ``PageOptions`` describes; the vendor's default is 50 per request.
        """
        body = models.AudienceFilter(
            **first_page(paging),
            search=_checks.optional(search),
            is_segment=_checks.optional(is_segment),
            is_used=_checks.optional(is_used),
        )
        return self.many(audiences_api.list_audiences.request(self.project_id, body=checked(body)), paging)

    async def create(self, **fields: Unpack[models.AudienceCreateFields]) -> Audience:
        """Add an audience to the project.

        ``abclient.vendors.convert_v1.rules`` builds the firing rule; mappings have the vendor's own JSON names.

        Raises:
            InvalidRequestError: the rule is not a tree of OR, AND and OR_WHEN.
        """
        return await self._add(fields)

    async def update(self, audience_id: str, /, **fields: Unpack[models.AudienceUpdateFields]) -> Audience:
        """Change the given fields of an audience; see ``create``."""
        return await self._change(audience_id, fields)

    def _check(self, fields: Mapping[str, Any]) -> None:
        _checks.rule_tree(fields, "firing_rule")

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return audiences_api.get_audience.request(self.project_id, item_id)

    def _add_request(self, body: Any) -> Request[Any, Any]:
        return audiences_api.add_audience.request(self.project_id, body=body)

    def _update_request(self, item_id: str, body: Any) -> Request[Any, Any]:
        body.id = item_id  # the vendor's page shows it here as well as in the path
        return audiences_api.update_audience.request(self.project_id, item_id, body=body)
