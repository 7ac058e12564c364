"""What the collections and resources of Convert v1 have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from abclient_api._runtime import Body, from_fields

from ...resource import Collection, Resource
from .._types import objects_of
from .._wrong_use import checked
from . import _checks
from ._paging import BY_NUMBER

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session
    from ...paging import Pagination

ID = TypeVar("ID")
R = TypeVar("R", bound=Resource[Any])


class ConvertCollection(Collection[R, ID], ABC):
    """The resources of one kind.

    Attributes:
        body: the class of what is sent.
    """

    pagination: Pagination = BY_NUMBER
    body: type[Body]

    def id_of(self, item: R) -> Any:
        """The id as the vendor wrote it, also where that is a number and its page has text."""
        found: Any = super().id_of(item)
        return str(found) if found.__class__ is int else found

    async def _save(self, item: R, changes: dict[str, Any]) -> R:
        return await self._change(self.id_of(item), changes)

    async def _add(self, fields: Mapping[str, Any]) -> R:
        return await self.one(self._add_request(self._body(fields, creating=True)))

    async def _change(self, item_id: Any, fields: Mapping[str, Any]) -> R:
        if not fields:
            raise ValueError("nothing to change: give at least one field")
        return await self.one(self._update_request(item_id, self._body(fields)))

    def _body(self, fields: Mapping[str, Any], *, creating: bool = False) -> Body:
        body = from_fields(self.body, fields, creating=creating)
        for name in objects_of(self.body):
            _checks.check_object(name, getattr(body, name))
        self._check(body.to_dict())
        return checked(body)

    def _check(self, fields: Mapping[str, Any]) -> None:
        """Refuse fields, given as JSON, that the vendor's page rules out."""

    @abstractmethod
    def _add_request(self, body: Any) -> Request[Any, Any]:
        """What adds one."""

    @abstractmethod
    def _update_request(self, item_id: Any, body: Any) -> Request[Any, Any]:
        """What changes one."""


class ProjectCollection(ConvertCollection[R, ID]):
    """The resources of one kind in a project."""

    def __init__(self, session: Session, project_id: str) -> None:
        super().__init__(session)
        self.project_id: str = project_id
