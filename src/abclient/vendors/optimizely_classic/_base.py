"""What the collections and resources of Optimizely Classic have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast, overload

from abclient_api._runtime import Unset, WrittenId

from ...bulk import fetch_all
from ...errors import InvalidRequestError
from ...resource import Collection as _Collection
from ...resource import Resource, written

if TYPE_CHECKING:
    from abclient_api._runtime import Request

    from ..._session import Session

C = TypeVar("C")
T = TypeVar("T")

Rule = Callable[[Mapping[str, Any]], None]
"""Looks at the fields about to be sent, in JSON; raises InvalidRequestError for what the documentation rules out."""


class Entity(Resource):
    """A resource with the id that the vendor gave it."""

    __slots__ = ()

    if TYPE_CHECKING:
        id: int


E = TypeVar("E", bound=Entity)


def identifier(item: Entity) -> int:
    """The resource's id as the vendor wrote it; text goes out as it is."""
    return cast("int", written(item.id))


class Collection(_Collection[E], ABC):
    """The resources of one kind. Made by the client.

    Args:
        session: sends its requests.
        model: the class that answers are read into.
        check_rules: whether requests that the vendor's documentation rules out are refused before they are sent.
    """

    editable: Iterable[str]

    def __init__(self, session: Session, model: type[E], *, check_rules: bool) -> None:
        super().__init__(session)
        self.model: type[E] = model
        self._check_rules = check_rules

    @overload
    async def get(self, wanted: int, /) -> E: ...
    @overload
    async def get(self, wanted: Iterable[int], /) -> list[E]: ...
    async def get(self, wanted: int | Iterable[int], /) -> E | list[E]:
        """One, by its id; or several, concurrently, in the order of the ids.

        Raises:
            NotFoundError: there is none with this id, or it is not visible to this token.
            PartialFailureError: of several some could not be read; the error names them and carries the others.
            ValueError: there are no ids in the list.
            TypeError: an id is not an integer; nothing was sent.
        """
        if isinstance(wanted, int | WrittenId):
            return await self._load(wanted)
        return await fetch_all(self._load, checked_ids(wanted))

    def sibling(self, kind: Callable[..., C]) -> C:
        """Another collection of the same client, given its class."""
        return kind(self._session, check_rules=self._check_rules)

    async def reload(self, item: E) -> E:
        """The resource, loaded anew."""
        return await self._load(identifier(item))

    async def save_changes(self, item: E, changes: dict[str, Any]) -> E:
        """Send the changed fields of a resource; what the vendor does not let anybody change is refused."""
        if self._check_rules:
            self._check_item(item)
            if fixed := sorted(changes.keys() - set(self.editable)):
                raise InvalidRequestError(f"{type(item).__name__}: read-only and cannot be saved: {', '.join(fixed)}")
        document = item.to_dict()
        return await self._put(identifier(item), {name: document[name] for name in changes})

    async def _load(self, entity_id: int) -> E:
        return await self.one(self._get_request(entity_id))

    async def _put(self, entity_id: int, fields: dict[str, Any]) -> E:
        """Change the fields, given as JSON; the vendor's answer."""
        if not fields:
            raise ValueError("nothing to change: give at least one field")
        prepared = self._prepared(fields)
        self._obey(self._check_update, prepared)
        return await self.one(self._put_request(entity_id, prepared))

    def _obey(self, rule: Rule, fields: Mapping[str, Any]) -> None:
        for name in _ID_LISTS & fields.keys():
            checked_ids(fields[name], name)
        if self._check_rules:
            rule(fields)

    def _prepared(self, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields as the vendor wants them, where that is not how it sends them."""
        return fields

    def _check_item(self, item: E) -> None:
        """Refuse to change a resource that as a whole cannot be changed."""

    def _check_update(self, fields: Mapping[str, Any]) -> None:
        """Refuse changes that the documentation rules out."""

    @abstractmethod
    def _get_request(self, entity_id: int) -> Request[Any, E]:
        """How one is read."""

    @abstractmethod
    def _put_request(self, entity_id: int, body: Any) -> Request[Any, E]:
        """How one is changed."""


_ID_LISTS = {"audience_ids", "experiment_ids"}


def as_list(name: str, values: Iterable[T] | Unset) -> list[T] | Unset:
    """The values as a list, if they are given.

    Raises:
        TypeError: they are one string, or not several.
    """
    if isinstance(values, Unset):
        return values
    if isinstance(values, str | bytes):
        raise TypeError(f"{name} must be a list, not one {type(values).__name__}")
    return list(values)


def checked_ids(ids: Iterable[object], name: str = "ids") -> list[int]:
    """The ids, once it is certain that all are integers.

    Raises:
        TypeError: they are not several, or one is something else, such as a string.
    """
    if isinstance(ids, str | bytes):
        raise TypeError(f"{name} must be integers, not one {type(ids).__name__}: {ids!r}")
    return [checked_id(value, name) for value in ids]


def checked_id(value: object, name: str) -> int:
    """The id, once it is certain that it is an integer."""
    if not isinstance(value, int | WrittenId) or isinstance(value, bool):
        raise TypeError(f"{name} must be of type int, not {type(value).__name__}: {value!r}")
    return cast("int", value)


def checked_text(value: object, name: str) -> str:
    """The value, once it is certain that it is text."""
    if not isinstance(value, str):
        raise TypeError(f"{name} must be of type str, not {type(value).__name__}")
    return value
