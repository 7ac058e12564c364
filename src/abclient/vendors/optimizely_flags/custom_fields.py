"""Custom fields: fields that a project's flags have beside the vendor's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Unpack

from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import custom_fields as api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely_bodies import body_of, change_of
from .._wrong_use import check_words
from ._base import ProjectCollection

FieldType = Literal["text", "number", "boolean", "link", "label"]


class CustomField(Resource["CustomFields"], models.CustomField):
    """A custom field; the generated model describes its attributes. It cannot be loaded again one by one."""

    __slots__ = ()

    async def archive(self) -> CustomField:
        """Hide it; flags no longer need a value then."""
        return await self._change(lambda: self._collection.archive(self._id), "archived")

    async def unarchive(self) -> CustomField:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.unarchive(self._id), "archived")


class CustomFields(ProjectCollection[CustomField, int]):
    """The custom fields of a project. Made by ``Project.custom_fields``."""

    model = CustomField
    editable: Iterable[str] = ("name", "description", "required")

    def list(
        self,
        *,
        archived: bool | None = None,
        key: str | None = None,
        field_type: FieldType | str | None = None,
        entity_type: str | None = None,
        query: str | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[CustomField]:
        """The custom fields that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            key: only the one with this key.
            field_type: only those whose values are of this type.
            entity_type: only those of this kind of entity; the vendor has ``flag``.
            query: only those whose name, key or description contains this text.
            sort: fields and directions, the most important first, such as ``name:asc``.
            **paging: as ``PageOptions`` describes.
        """
        check_words("field_type", field_type, FieldType)
        return self._pages(
            api.list_custom_fields.request,
            paging,
            archived=archived,
            key=key,
            field_type=field_type,
            entity_type=entity_type,
            query=query,
            sort=sort,
        )

    async def create(self, **fields: Unpack[models.CustomFieldRequestBodyFields]) -> CustomField:
        """Create a custom field; its key and type cannot be changed later."""
        body = body_of(models.CustomFieldRequestBody, fields)
        return await self.one(api.create_custom_field.request(self.project_id, body=body))

    async def update(
        self, custom_field_id: int, /, **fields: Unpack[models.CustomFieldUpdateRequestBodyFields]
    ) -> CustomField:
        """Change the given fields."""
        return await self._updated(custom_field_id, fields)

    async def _updated(self, custom_field_id: int, fields: Mapping[str, Any]) -> CustomField:
        body = change_of(models.CustomFieldUpdateRequestBody, fields)
        return await self.one(api.update_custom_field.request(self.project_id, custom_field_id, body=body))

    async def _save(self, item: CustomField, changes: dict[str, Any]) -> CustomField:
        return await self._updated(self.id_of(item), changes)

    async def archive(self, custom_field_id: int, /) -> CustomField:
        """Hide one; flags no longer need a value then."""
        return await self.one(api.archive_custom_field.request(self.project_id, custom_field_id))

    async def unarchive(self, custom_field_id: int, /) -> CustomField:
        """Undo ``archive``."""
        return await self.one(api.unarchive_custom_field.request(self.project_id, custom_field_id))
