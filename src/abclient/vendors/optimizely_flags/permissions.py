"""Who may do what with flags, environments and audiences, and teams of users.

Vendor document: *Permission Service*, at an address of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Literal, TypeVar, Unpack, cast

from abclient_api._arguments import text
from abclient_api._runtime import Request, Response, Unreadable, each_item, read
from abclient_api.optimizely_flags_permissions import models
from abclient_api.optimizely_flags_permissions.api import entity as entity_api
from abclient_api.optimizely_flags_permissions.api import team_management as teams_api

from ..._session import Session
from ...errors import DecodeError
from ...paging import PageOptions, Pager
from ...resource import Collection, Resource, rows
from .._optimizely_bodies import bodies_of, body_of
from .._paging import checked_page_size
from .._wrong_use import check_words
from ._base import SessionOf, key_sent, read_again
from ._paging import BY_TOKEN
from ._patch import pointer

T = TypeVar("T")

PACKAGE = "optimizely_flags_permissions"
EntityType = Literal["flags", "environments", "audiences"]
Role = Literal["admin", "publish", "toggle", "edit", "view", "none"]


class Permissions:
    """Roles for the flags, environments and audiences of a project. Made by ``Project.permissions``."""

    def __init__(self, session_of: SessionOf, project_id: int) -> None:
        self._session = session_of(PACKAGE)
        self.project_id = project_id

    def of_user(
        self, user_id: str, entity_type: EntityType, **paging: Unpack[PageOptions]
    ) -> Pager[models.UserPermissionItem]:
        """The roles of a user for the entities of a kind. For unreadable items, see ``Pager.on_unreadable``."""
        check_words("entity_type", entity_type, EntityType)
        ask = entity_api.list_user_permissions.request
        return _pages(self._session, ask, models.UserPermissionItem, paging, user_id, self.project_id, entity_type)

    def of_team(
        self, team_id: str, entity_type: EntityType, **paging: Unpack[PageOptions]
    ) -> Pager[models.TeamPermissionItem]:
        """The roles of a team for the entities of a kind. For unreadable items, see ``Pager.on_unreadable``."""
        check_words("entity_type", entity_type, EntityType)
        ask = entity_api.list_team_permissions.request
        return _pages(self._session, ask, models.TeamPermissionItem, paging, team_id, self.project_id, entity_type)

    async def of_entity(self, entity_type: EntityType, entity_id: str | int) -> models.EntityPermissionsResponse:
        """The roles of users and teams for one entity."""
        check_words("entity_type", entity_type, EntityType)
        entity = key_sent("entity_id", entity_id)
        request = entity_api.get_entity_permissions.request(self.project_id, entity_type, entity)
        return await self._session.send(request)

    async def set_role(
        self,
        entity_type: EntityType,
        entity_id: str | int,
        role: Role,
        *,
        user_id: str | None = None,
        team_id: str | None = None,
    ) -> None:
        """Give a user or a team a role for one entity, in place of the role before."""
        check_words("role", text("role", role), Role)
        step = models.PatchOperation(op="replace", path=_whose(user_id, team_id), value=role)
        await self.change(entity_type, entity_id, [step])

    async def remove_role(
        self,
        entity_type: EntityType,
        entity_id: str | int,
        *,
        user_id: str | None = None,
        team_id: str | None = None,
    ) -> None:
        """Take the role for one entity away from a user or a team; what they inherit stays."""
        step = models.PatchOperation(op="remove", path=_whose(user_id, team_id))
        await self.change(entity_type, entity_id, [step])

    async def change(
        self, entity_type: EntityType, entity_id: str | int, steps: Sequence[models.PatchOperation]
    ) -> None:
        """Several of these steps in one request."""
        check_words("entity_type", entity_type, EntityType)
        entity, sent = key_sent("entity_id", entity_id), bodies_of(models.PatchOperation, "steps", steps)
        request = entity_api.change_permissions.request(self.project_id, entity_type, entity, body=sent)
        await self._session.send(request)


def _whose(user_id: str | None, team_id: str | None) -> str:
    if (user_id is None) == (team_id is None):
        raise TypeError("give a user_id or a team_id")
    kind, name = ("users", user_id) if user_id is not None else ("teams", team_id)
    return pointer(kind, key_sent(f"{kind.removesuffix('s')}_id", name), "role")


def _pages(
    session: Session,
    ask: Callable[..., Request[Any, Any]],
    model: type[T],
    paging: PageOptions,
    *path: Any,
) -> Pager[T]:
    """A list of records that can be read and nothing else."""
    request = ask(*path, per_page=checked_page_size(paging))

    def decode(request: Request[Any, Any], response: Response) -> list[T | DecodeError]:
        kind: Any = model

        def items(data: Any) -> list[Any]:
            return each_item(kind, rows(data, request.items, request.page))

        found = session.decode(request, response, lambda response: read(response, kind.__name__, items))
        return [session.item_error(request, response, one) if isinstance(one, Unreadable) else one for one in found]

    return Pager(session, request, decode, BY_TOKEN, prefetch=bool(paging.get("prefetch")), identity=_number_of)


def _number_of(item: Any) -> Hashable | None:
    return cast("Hashable | None", item.id)


class Team(Resource["Teams"], models.TeamInfoResponse):
    """A team of users; the generated model describes its attributes. Lists leave ``members`` out."""

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it for good."""
        await self._collection.delete(self._id)


class Teams(Collection[Team, str]):
    """The teams of an account. Made by ``OptimizelyFlags.teams``."""

    model = Team
    editable: Iterable[str] = ("name", "description", "external_ref")

    def __init__(self, session_of: SessionOf, account_id: int) -> None:
        super().__init__(session_of(PACKAGE))
        self.account_id = account_id

    def list(self) -> Pager[Team]:
        """The teams; the vendor returns all at once. For unreadable items, see ``Pager.on_unreadable``."""
        request: Request[Any, Any] = teams_api.list_teams.request(self.account_id)
        return self.many(request)

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return teams_api.get_team.request(self.account_id, item_id)

    async def create(self, **fields: Unpack[models.TeamCreateRequestFields]) -> models.TeamCreateResponse:
        """Create a team; the response has its ``team_id`` and nothing else of it."""
        body = body_of(models.TeamCreateRequest, fields)
        return await self._session.send(teams_api.create_team.request(self.account_id, body=body))

    async def update(self, team_id: str, /, **fields: Unpack[models.TeamUpdateRequestFields]) -> None:
        """Change the given fields; the vendor wants the ``name`` in any case. Members are added and removed by id."""
        body = body_of(models.TeamUpdateRequest, fields)
        await self._session.send(teams_api.update_team.request(self.account_id, team_id, body=body))

    async def _save(self, item: Team, changes: dict[str, Any]) -> Team:
        fields: Any = {"name": item.name, **changes}
        await self.update(self.id_of(item), **fields)
        return await read_again(self, item, item.to_dict())

    async def delete(self, team_id: str, /) -> None:
        """Delete one for good."""
        await self._session.send(teams_api.delete_team.request(self.account_id, team_id))
