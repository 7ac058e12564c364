"""The variables of a flag."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import variable_definitions as api

from ..._session import Session
from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely_bodies import body_of
from ._base import ProjectCollection, SessionOf, read_again
from ._patch import Step, pointer, steps_sent


class VariableDefinition(Resource["VariableDefinitions"], models.VariableDefinition):
    """A variable of a flag; the generated model describes its attributes.

    Its default value is text, whatever its type.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def delete(self) -> None:
        """Delete it for good, with its values in all variations."""
        await self._collection.delete(self.key)


class VariableDefinitions(ProjectCollection[VariableDefinition, str]):
    """The variables of a flag. Made by ``Project.variable_definitions`` and ``Flag.variables``."""

    model = VariableDefinition
    editable: Iterable[str] = ("default_value", "description", "type")

    def __init__(self, session: Session, project_id: int, session_of: SessionOf, flag_key: str) -> None:
        super().__init__(session, project_id, session_of)
        self.flag_key = flag_key

    def list(self, *, sort: Sequence[str] | None = None, **paging: Unpack[PageOptions]) -> Pager[VariableDefinition]:
        """The variables. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            sort: fields and directions, the most important first: ``key:asc``, ``type:desc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(api.list_variable_definitions.request, paging, self.flag_key, sort=sort)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.fetch_variable_definition.request(self.project_id, self.flag_key, item_id)

    async def create(self, **fields: Unpack[models.VariableDefinitionInputFields]) -> VariableDefinition:
        """Create a variable; ``default_value`` is text, also for numbers and JSON."""
        body = body_of(models.VariableDefinitionInput, fields)
        return await self.one(api.create_variable_definition.request(self.project_id, self.flag_key, body=body))

    async def patch(self, steps: Sequence[Step]) -> models.VariableDefinitions:
        """Apply a JSON patch, all steps or none; its paths begin with the key of a variable."""
        request = api.update_variable_definitions.request(self.project_id, self.flag_key, body=steps_sent(steps))
        return await self._session.send(request)

    async def _save(self, item: VariableDefinition, changes: dict[str, Any]) -> VariableDefinition:
        async def send(steps: list[models.PatchRequestBody]) -> VariableDefinition:
            await self.patch(steps)
            return await read_again(self, item, item.to_dict())

        return await self._saved(item, changes, pointer(item.key), send)

    async def delete(self, variable_definition_key: str, /) -> None:
        """Delete one for good, with its values in all variations."""
        await self._session.send(
            api.delete_variable_definition.request(self.project_id, self.flag_key, variable_definition_key)
        )

    async def brainstorm(self, *interactions: Mapping[str, Any]) -> models.BrainstormVariablesChat:
        """Let the vendor's model propose variables, going on from the turns of a conversation.

        Args:
            *interactions: such as ``{"type": "user_chat", "user_chat": "a discount"}``, the oldest first.
        """
        chat = models.BrainstormVariablesChat.from_dict({"interactions": [dict(one) for one in interactions]})
        request = api.brainstorm_variable_definitions.request(self.project_id, self.flag_key, body=chat)
        return await self._session.send(request)
