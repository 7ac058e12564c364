"""What the collections and resources of Optimizely Classic have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from abclient_api._runtime import Body, WrittenId, from_fields

from ...resource import Collection, Resource
from .._wrong_use import checked

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session

B = TypeVar("B", bound=Body)
C = TypeVar("C")
R = TypeVar("R", bound=Resource[Any])

Rule = Callable[[Mapping[str, Any]], None]
"""Looks at the fields about to be sent, in JSON; raises InvalidRequestError for what the documentation rules out."""


class ClassicCollection(Collection[R, int], ABC):
    """The resources of one kind. Made by the client.

    Args:
        session: sends its requests.
        check_rules: whether requests that the vendor's documentation rules out are refused before they are sent.
    """

    def __init__(self, session: Session, *, check_rules: bool = True) -> None:
        super().__init__(session)
        self._check_rules = check_rules

    def sibling(self, kind: Callable[..., C]) -> C:
        """Another collection of the same client, given its class."""
        return kind(self._session, check_rules=self._check_rules)

    async def save_changes(self, item: R, changes: dict[str, Any]) -> R:
        """Send the changed fields of a resource; see ``check_rules`` for what is refused."""
        if not self._check_rules:
            return await self._save(item, changes)
        self._check_item(item)
        return await super().save_changes(item, changes)

    async def _save(self, item: R, changes: dict[str, Any]) -> R:
        document = item.to_dict()
        return await self._put(self.id_of(item), {name: document[name] for name in changes})

    async def _put(self, item_id: int, fields: dict[str, Any], given: Body | None = None) -> R:
        """Change the fields, as JSON; the vendor's response. What a caller gave is looked at, and not what was read."""
        if not fields:
            raise ValueError("nothing to change: give at least one field")
        prepared = self._prepared(fields)
        self._obey(self._check_update, prepared)
        if given is not None:
            self._check_types(given)
        return await self.one(self._put_request(item_id, prepared))

    async def _change(self, item_id: int, kind: type[Body], fields: Mapping[str, Any]) -> R:
        body = from_fields(kind, fields)
        return await self._put(item_id, body.to_dict(), body)

    def _new(self, kind: type[B], fields: Mapping[str, Any], rule: Rule) -> B:
        """The body that creates one, once it obeys the rule."""
        body = from_fields(kind, fields, creating=True)
        self._obey(rule, body.to_dict())
        self._check_types(body)
        return body

    def _check_types(self, body: Body) -> None:
        if self._check_rules:
            checked(body)

    def _obey(self, rule: Rule, fields: Mapping[str, Any]) -> None:
        for name in _ID_LISTS & fields.keys():
            checked_ids(fields[name], name)
        if self._check_rules:
            rule(fields)

    def _prepared(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields as the vendor wants them, where that is not how it sends them."""
        return fields

    def _check_item(self, item: R) -> None:
        """Refuse to change a resource that as a whole cannot be changed."""

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        """Refuse changes that the documentation rules out."""

    @abstractmethod
    def _put_request(self, item_id: int, body: Any) -> Request[Any, Any]:
        """How one is changed."""


_ID_LISTS = {"audience_ids", "experiment_ids"}


def checked_ids(ids: object, name: str = "ids") -> list[int]:
    """The ids, once it is certain that all are integers.

    Raises:
        TypeError: they are not several, or one is something else, such as a string.
    """
    if isinstance(ids, str | bytes) or not isinstance(ids, Iterable):
        raise TypeError(f"{name} must be integers, not one {type(ids).__name__}: {ids!r}")
    return [checked_id(value, name) for value in cast("Iterable[object]", ids)]


def checked_id(value: object, name: str) -> int:
    """The id, once it is certain that it is an integer."""
    if not isinstance(value, int | WrittenId) or isinstance(value, bool):
        raise TypeError(f"{name} must be of type int, not {type(value).__name__}: {value!r}")
    return cast("int", value)
