"""The flags of a project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import changes as changes_api
from abclient_api.optimizely_flags.api import flags as api

from ...paging import PageOptions, Pager
from ...resource import Resource
from .._optimizely import as_int
from .._optimizely_bodies import body_of
from ._base import ProjectCollection, keys_sent, known
from ._patch import Step, pointer, steps_sent
from .rulesets import Ruleset, Rulesets
from .scheduling import Schedules
from .variables import VariableDefinitions
from .variations import Variations


class Flag(Resource["Flags"], models.Flag):
    """A flag, with its state in each environment; the generated model describes its attributes.

    Its methods change it at the vendor and update the object from the response; unsaved changes are kept.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    @property
    def rulesets(self) -> Rulesets:
        """What it does in each environment."""
        return self._collection.rulesets(self.key)

    @property
    def variations(self) -> Variations:
        """Its variations."""
        return self._collection.variations(self.key)

    @property
    def variables(self) -> VariableDefinitions:
        """Its variables, to be listed and changed; ``variable_definitions`` is what the response has of them."""
        return self._collection.variables(self.key)

    @property
    def schedules(self) -> Schedules:
        """Changes of it that are due later."""
        return self._collection.schedules(self.key)

    async def ruleset(self, environment_key: str) -> Ruleset:
        """What it does in an environment."""
        return await self.rulesets.get(environment_key)

    async def enable(self, environment_key: str) -> Ruleset:
        """Turn its ruleset in an environment on: the upper of two switches; see ``Ruleset.enable``."""
        return await self.rulesets.enable(environment_key)

    async def disable(self, environment_key: str) -> Ruleset:
        """Turn its ruleset in an environment off, and with it all of its rules there."""
        return await self.rulesets.disable(environment_key)

    async def archive(self) -> Flag:
        """Hide it, and turn it off in all environments."""
        return await self._change(lambda: self._collection.archived(self.key), "archived")

    async def unarchive(self) -> Flag:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.unarchived(self.key), "archived")

    async def patch(self, steps: Sequence[Step]) -> Flag:
        """Apply a JSON patch, all steps or none; the paths of its steps begin inside of the flag: ``/description``."""
        prefix = pointer(self.key)
        inside = [_below(prefix, step) for step in steps_sent(steps)]
        return await self._change(lambda: self._collection.patched(self.key, inside))

    async def entities(self) -> list[models.ChangeHistoryEntry]:
        """What belongs to it, by kind, such as rules and variations."""
        known("the number of the flag", self.id)
        return await self._collection.entities(self.id or 0)

    async def delete(self) -> None:
        """Delete it for good; ``archive`` hides it."""
        await self._collection.delete(self.key)


def _below(prefix: str, step: models.PatchRequestBody) -> models.PatchRequestBody:
    whole = models.PatchRequestBody(op=step.op, path=prefix + step.path, value=step.value)
    if isinstance(step.from_, str):
        whole.from_ = prefix + step.from_
    return whole


class Flags(ProjectCollection[Flag, str]):
    """The flags of a project. Made by ``Project.flags``."""

    model = Flag
    editable: Iterable[str] = (
        *("name", "description", "custom_fields", "owner_user_id", "team_ids"),
        "outlier_filtering_enabled",
    )

    def list(
        self,
        *,
        archived: bool | None = None,
        enabled: bool | None = None,
        query: str | None = None,
        environment: Sequence[str] | None = None,
        environment_type: Sequence[str] | None = None,
        environment_status: Sequence[str] | None = None,
        rule_type: Sequence[str] | None = None,
        rule_status: Sequence[str] | None = None,
        key_list: Sequence[str] | None = None,
        owner_user_id: str | None = None,
        team_ids: Sequence[str] | None = None,
        sort: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Flag]:
        """The flags that match all conditions. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            enabled: only those that are on, or only others.
            query: only those whose name, key or description contains this text.
            environment: only those of these environments.
            environment_type: the same; ``!production`` means all others.
            environment_status: only those whose ruleset is in one of these states; ``!`` before each for the others.
            rule_type: only those with a rule of one of these types; ``!`` before each for those without.
            rule_status: only those with a rule in one of these states; ``!`` before each for those without.
            key_list: only those with these keys.
            owner_user_id: only those of this owner.
            team_ids: only those of these teams.
            sort: fields and directions, the most important first, such as ``updated_time:desc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(
            api.list_flags.request,
            paging,
            archived=archived,
            enabled=enabled,
            query=query,
            environment=environment,
            environment_type=environment_type,
            environment_status=environment_status,
            rule_type=rule_type,
            rule_status=rule_status,
            key_list=key_list,
            owner_user_id=owner_user_id,
            team_ids=team_ids,
            sort=sort,
        )

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.fetch_flag.request(self.project_id, item_id)

    async def create(self, **fields: Unpack[models.FlagRequestBodyFields]) -> Flag:
        """Create a flag, with its variables if wanted; it is off everywhere, and has the variations ``on`` and ``off``.

        Values of ``custom_fields`` are set by ``save`` afterwards. Variables are given by key, as mappings with the
        vendor's own JSON names; a ``key`` inside may be left out.

        Raises:
            BadRequestError: there is a flag with this key.
        """
        if definitions := fields.get("variable_definitions"):
            fields["variable_definitions"] = {
                key: {"key": key, **one} if isinstance(one, Mapping) else one for key, one in definitions.items()
            }
        body = body_of(models.FlagRequestBody, fields)
        return await self.one(api.create_flag.request(self.project_id, body=body))

    async def archive(self, flag_keys: str | Iterable[str], /) -> Keys:
        """Archive one or several; the keys of those that are archived now."""
        return await self._entries(self._archiving(keys_sent("flag_keys", flag_keys)))

    async def unarchive(self, flag_keys: str | Iterable[str], /) -> Keys:
        """Undo ``archive``."""
        return await self._entries(self._unarchiving(keys_sent("flag_keys", flag_keys)))

    async def archived(self, flag_key: str) -> Flag:
        """Archive one, and return it."""
        return await self._entry(self._archiving([flag_key]), flag_key)

    async def unarchived(self, flag_key: str) -> Flag:
        """Bring one back from the archive, and return it."""
        return await self._entry(self._unarchiving([flag_key]), flag_key)

    def _archiving(self, keys: Keys) -> Request[Any, Any]:
        return api.archive_flags.request(self.project_id, body=models.BulkOperationsRequestBody(keys=keys))

    def _unarchiving(self, keys: Keys) -> Request[Any, Any]:
        return api.unarchive_flags.request(self.project_id, body=models.BulkOperationsRequestBody(keys=keys))

    async def patch(self, steps: Sequence[Step]) -> dict[str, models.Flag]:
        """Apply a JSON patch, all steps or none; its paths begin with the key of a flag: ``/checkout/description``.

        Returns:
            The changed flags by key.

        Raises:
            BadRequestError: a step leads where nothing is, or adds what exists; nothing was changed.
            ConflictError: a ``test`` fails, or the state of a flag forbids it; nothing was changed.
            TypeError: ``steps`` is a single one, or one of them is not a step.
        """
        return await self._session.send(api.update_flags.request(self.project_id, body=steps_sent(steps)))

    async def patched(self, flag_key: str, steps: Sequence[Step]) -> Flag:
        """Apply a patch to one of them, and return it."""
        request = api.update_flags.request(self.project_id, body=steps_sent(steps))
        return await self._entry(request, flag_key)

    async def _save(self, item: Flag, changes: dict[str, Any]) -> Flag:
        return await self._saved(item, changes, pointer(item.key), lambda steps: self.patched(item.key, steps))

    async def delete(self, flag_key: str, /) -> None:
        """Delete one for good."""
        await self._session.send(api.delete_flag.request(self.project_id, flag_key))

    async def entities(self, flag_id: int) -> Entities:
        """What belongs to a flag, by kind; the vendor wants the flag's number here."""
        number = as_int("flag_id", flag_id)
        return await self._session.send(changes_api.entities.request(self.project_id, number))

    def rulesets(self, flag_key: str) -> Rulesets:
        """What a flag does in each environment."""
        return Rulesets(self._session, self.project_id, self._session_of, flag_key)

    def variations(self, flag_key: str) -> Variations:
        """The variations of a flag."""
        return Variations(self._session, self.project_id, self._session_of, flag_key)

    def variables(self, flag_key: str) -> VariableDefinitions:
        """The variables of a flag."""
        return VariableDefinitions(self._session, self.project_id, self._session_of, flag_key)

    def schedules(self, flag_key: str) -> Schedules:
        """Changes of a flag that are due later."""
        return Schedules(self._session_of, self.project_id, flag_key)


Keys = list[str]
Entities = list[models.ChangeHistoryEntry]
