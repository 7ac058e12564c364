"""Feature flags: what experiments and releases are about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, Unpack

from abclient_api._arguments import segment
from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import feature_flags as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from .._wrong_use import body_of
from ._arguments import commas
from ._flag_verbs import FlagVerbs
from ._paging import BY_LINK
from ._patches import instruction, operations_sent, semantic_patch, tag_changes, with_texts

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

FlagExpand = Literal["codeReferences", "evaluation", "migrationSettings"]


class Flag(Resource["Flags"], models.FeatureFlag, FlagVerbs):
    """A feature flag, with its variations and its configuration by environment.

    ``environments["production"].version`` is what an iteration of an experiment takes as ``flagConfigVersion``.
    ``save`` sends a changed ``name``, ``description``, ``tags``, ``temporary`` or ``maintainer_id``; verbs do the rest.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def delete(self) -> None:
        """Delete it in all environments. It cannot be undone; ``archive`` can."""
        await self._collection.delete(self.key)

    async def patch(
        self,
        instructions: Sequence[Mapping[str, Any]],
        *,
        environment_key: str | None = None,
        comment: str | None = None,
    ) -> Self:
        """Apply semantic-patch instructions, all or none; see ``Flags.patch``."""
        return await self._change(
            lambda: self._collection.patch(self.key, instructions, environment_key=environment_key, comment=comment)
        )

    def tag_instructions(self) -> Sequence[dict[str, Any]]:
        """The instructions that ``save`` sends for changed tags."""
        return tag_changes(self._as_loaded().tags, self.tags)

    async def _apply(self, one: Mapping[str, Any], *environment_key: str) -> Self:
        for key in environment_key:
            segment("environment_key", key)
        return await self.patch([one], environment_key=next(iter(environment_key), None))


class Flags(_Collection[Flag, str]):
    """The feature flags of a project. Made by ``LaunchDarkly.flags``."""

    model = Flag
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("name", "description", "tags", "temporary", "maintainer_id")

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        tag: str | None = None,
        environment_keys: str | Collection[str] = (),
        summary: bool | None = None,
        sort: str | None = None,
        expand: FlagExpand | Collection[FlagExpand] = (),
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Flag]:
        """The flags of the project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``"query:checkout,hasExperiment:true,state:live"``. Only with
                ``filterEnv:KEY`` do flags have their configuration in an environment.
            tag: only flags with this tag.
            environment_keys: whose configuration is wanted.
            summary: False with ``environment_keys`` for rules and targets too.
            sort: such as ``"name"``, ``"creationDate"`` or ``"-creationDate"``.
            expand: what to include besides.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        request = api.get_feature_flags.request(
            self.project_key,
            filter=filter,
            tag=tag,
            env=commas("environment_keys", environment_keys, None),
            summary=summary,
            sort=sort,
            expand=commas("expand", expand, FlagExpand),
            limit=checked_page_size(paging),
            offset=offset,
        )
        return self.many(request, paging)

    async def get(
        self,
        flag_key: str,
        /,
        *,
        environment_keys: str | Collection[str] = (),
        expand: FlagExpand | Collection[FlagExpand] = (),
    ) -> Flag:
        """One flag, with its configuration in the environments that are named, or in all."""
        request = api.get_feature_flag.request(
            self.project_key,
            flag_key,
            env=commas("environment_keys", environment_keys, None),
            expand=commas("expand", expand, FlagExpand),
        )
        return await self.one(request)

    async def create(self, *, clone: str | None = None, **fields: Unpack[models.FeatureFlagBodyFields]) -> Flag:
        """Create a flag in all environments of the project.

        Args:
            clone: the key of a flag whose settings are copied.
            **fields: ``key`` and ``name``, and what else the flag has; by default it has true and false.

        Raises:
            ConflictError: there is a flag with this key.
        """
        body = body_of(models.FeatureFlagBody, fields, creating=True)
        return await self.one(api.post_feature_flag.request(self.project_key, body=body, clone=clone))

    async def patch(
        self,
        flag_key: str,
        instructions: Sequence[Mapping[str, Any]],
        *,
        environment_key: str | None = None,
        comment: str | None = None,
        ignore_conflicts: bool | None = None,
        dry_run: bool | None = None,
    ) -> Flag:
        """Apply semantic-patch instructions, all or none. The verbs of ``Flag`` cover every kind that is documented.

        Args:
            flag_key: which flag.
            instructions: such as ``[{"kind": "turnFlagOn"}]``.
            environment_key: for instructions that change targeting.
            comment: for the audit log.
            ignore_conflicts: change it although another change is scheduled or pending approval.
            dry_run: only check; nothing is changed.

        Raises:
            MethodNotAllowedError: changes in this environment need approval.
        """
        body = semantic_patch(instructions, comment=comment, environment_key=environment_key)
        request = api.patch_feature_flag.request(
            self.project_key, flag_key, body=body, ignore_conflicts=ignore_conflicts, dry_run=dry_run
        )
        return await self.one(request)

    async def patch_json(
        self,
        flag_key: str,
        operations: Sequence[Mapping[str, Any] | models.PatchOperation],
        *,
        comment: str | None = None,
    ) -> Flag:
        """Apply the operations of a JSON patch, all or none; the vendor advises ``patch``."""
        body = with_texts(models.PatchWithComment(patch=operations_sent(operations)), comment=comment)
        return await self.one(api.patch_feature_flag.request(self.project_key, flag_key, body=body))

    async def copy(self, flag_key: str, **fields: Unpack[models.FlagCopyConfigPostFields]) -> Flag:
        """Copy a flag's configuration from one environment (``source``) to another (``target``).

        Raises:
            ConflictError: an environment has another version by now than ``current_version`` says.
        """
        body = body_of(models.FlagCopyConfigPost, fields)
        return await self.one(api.copy_feature_flag.request(self.project_key, flag_key, body=body))

    async def delete(self, flag_key: str, /) -> None:
        """Delete a flag in all environments. It cannot be undone."""
        await self._session.send(api.delete_feature_flag.request(self.project_key, flag_key))

    async def status(self, flag_key: str, environment_key: str) -> models.FlagStatusRep:
        """Whether a flag is in use in an environment."""
        request = api.get_feature_flag_status.request(self.project_key, environment_key, flag_key)
        return await self._session.send(request)

    async def statuses(self, environment_key: str) -> models.FeatureFlagStatuses:
        """Whether the flags of the project are in use in an environment; all at once."""
        return await self._session.send(api.get_feature_flag_statuses.request(self.project_key, environment_key))

    async def status_everywhere(
        self, flag_key: str, environment_keys: str | Collection[str] = ()
    ) -> models.FeatureFlagStatusAcrossEnvironments:
        """Whether a flag is in use, by environment."""
        words = commas("environment_keys", environment_keys, None)
        request = api.get_feature_flag_status_across_environments.request(self.project_key, flag_key, env=words)
        return await self._session.send(request)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_feature_flag.request(self.project_key, item_id)

    async def _save(self, item: Flag, changes: dict[str, Any]) -> Flag:
        instructions = [
            instruction(f"update{name.title()}", value=changes[name] or "")
            for name in ("name", "description")
            if name in changes
        ]
        if "tags" in changes:
            instructions += item.tag_instructions()
        if "temporary" in changes:
            instructions.append(instruction("makeFlagTemporary" if changes["temporary"] else "makeFlagPermanent"))
        if "maintainer_id" in changes:
            member = changes["maintainer_id"]
            instructions.append(
                instruction("updateMaintainerMember", value=member) if member else instruction("removeMaintainer")
            )
        return await self.patch(item.key, instructions)
