"""Audiences: groups of visitors that match conditions. The vendor cannot delete them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Unpack

from abclient_api.optimizely_classic import models
from abclient_api.optimizely_classic.api import audiences as audiences_api

from ...resource import Resource
from . import _conditions
from ._base import ClassicCollection

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ...paging import Pager


class Audience(Resource["Audiences"], models.Audience):
    """An audience; the generated model describes its attributes.

    ``conditions`` are nested lists, which may be changed in place; a JSON text may be assigned as well.
    """

    __slots__ = ()

    @property
    def conditions_text(self) -> str | None:
        """The conditions as the JSON text that the vendor sent; once they were changed, as it will be sent."""
        text: str | None = self.to_dict().get("conditions")
        return text


class Audiences(ClassicCollection[Audience]):
    """The audiences of all projects. At ``OptimizelyClassic.audiences``."""

    model = Audience
    editable: Iterable[str] = models.AudienceUpdate.FIELDS

    def list(self, project_id: int) -> Pager[Audience]:
        """All audiences of a project, archived ones too; the vendor returns the whole list at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(audiences_api.list_audiences.request(project_id))

    async def create(self, project_id: int, **fields: Unpack[models.AudienceCreateFields]) -> Audience:
        """Add an audience to a project.

        Raises:
            InvalidRequestError: the conditions break the vendor's grammar; the message says where.
        """
        body = self._new(models.AudienceCreate, fields, self._check_update)
        return await self.one(audiences_api.create_audience.request(project_id, body=body))

    async def update(self, audience_id: int, /, **fields: Unpack[models.AudienceUpdateFields]) -> Audience:
        """Change the given fields of an audience; see ``create``.

        Raises:
            InvalidRequestError: the conditions break the vendor's grammar; the message says where.
        """
        return await self._change(audience_id, models.AudienceUpdate, fields)

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        if "conditions" in fields:
            _conditions.check(fields["conditions"])

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return audiences_api.get_audience.request(item_id)

    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        return audiences_api.update_audience.request(item_id, body=body)
