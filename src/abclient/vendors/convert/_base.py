"""What the collections and resources of Convert have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from abclient_api._runtime import Body

from ...errors import InvalidRequestError
from ...resource import Collection as _Collection
from ...resource import Resource
from .._wrong_use import check_fields

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session


class Entity(Resource):
    """A resource with the id that the vendor gave it."""

    __slots__ = ()

    if TYPE_CHECKING:
        id: Any


E = TypeVar("E", bound=Entity)


def identifier(item: Entity) -> str:
    """The resource's id as the vendor wrote it, also where that is a number and its page has text."""
    found = item.id
    return str(found) if found.__class__ is int else found


class Collection(_Collection[E], ABC):
    """The resources of one kind.

    Attributes:
        body: the class of what is sent.
        fixed: its fields that only the vendor sets.
    """

    body: type[Body]
    fixed: frozenset[str] = frozenset({"id"})

    def __init__(self, session: Session, model: type[E]) -> None:
        super().__init__(session)
        self.model: type[E] = model

    async def reload(self, item: E) -> E:
        """The resource, loaded anew."""
        return await self.one(self._get_request(self._id_of(item)))

    async def save_changes(self, item: E, changes: dict[str, Any]) -> E:
        """Send the changed fields of a resource; what the vendor does not let anybody change is refused."""
        if read_only := sorted(changes.keys() - (self.body.FIELDS.keys() - self.fixed)):
            raise InvalidRequestError(f"{self.model.__name__}: read-only and cannot be saved: {', '.join(read_only)}")
        return await self._change(self._id_of(item), changes)

    def _id_of(self, item: E) -> Any:
        """What names it in a path."""
        return identifier(item)

    async def _add(self, body: Body) -> E:
        check_fields(type(body), body, type(body).__name__, closed=False)
        self._check(body.to_dict())
        return await self.one(self._add_request(body))

    async def _change(self, entity_id: Any, fields: dict[str, Any]) -> E:
        body = self.body(**fields)
        check_fields(self.body, body, self.body.__name__, closed=False)
        self._check(body.to_dict())
        return await self.one(self._update_request(entity_id, body))

    def _check(self, fields: Mapping[str, Any]) -> None:
        """Refuse fields, given as JSON, that the vendor's page rules out."""

    @abstractmethod
    def _get_request(self, entity_id: Any) -> Request[Any, Any]:
        """What reads one of them."""

    @abstractmethod
    def _add_request(self, body: Any) -> Request[Any, Any]:
        """What adds one."""

    @abstractmethod
    def _update_request(self, entity_id: Any, body: Any) -> Request[Any, Any]:
        """What changes one."""
