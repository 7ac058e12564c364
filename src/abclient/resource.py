"""Resources: the generated models, bound to where they came from, so that they can save and refresh themselves.

A vendor file declares a resource in two lines and gets every field typed from the generated model::

    class Experiment(Resource, models.Experiment):
        __slots__ = ()

What was changed is found when ``save`` asks for it, by reading the answer's bytes again and comparing: changes deep
inside lists and nested objects are seen, and loading costs nothing for those who never save.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast

from abclient_api._runtime import Model, Request, Response, Undecodable, read

from .paging import OnePage, Pager, Turn

if TYPE_CHECKING:
    from ._session import Session

R = TypeVar("R", bound="Resource")

_ONE_PAGE = OnePage()


class Origin:
    """The answer that resources were read from, kept as bytes until one of them is asked what changed.

    Attributes:
        collection: what the resources save and refresh themselves through.
        content: the answer's body.
        items: where the answer's list of resources is: a JSON key, "" for the answer itself, None for one resource.
    """

    __slots__ = ("_loads", "_rows", "collection", "content", "items")

    def __init__(
        self,
        collection: Resources[Any],
        content: bytes,
        items: str | None,
        loads: Callable[[bytes], Any] = json.loads,
    ) -> None:
        self.collection: Resources[Any] = collection
        self.content: bytes = content
        self.items: str | None = items
        # The parser that read the answer: another one may read a number differently, which would look like a change.
        self._loads = loads
        self._rows: list[Any] | None = None

    def row(self, index: int) -> Any:
        """The resource's JSON as it arrived."""
        if self._rows is None:
            self._rows = rows(self._loads(self.content), self.items)
        return self._rows[index]


def rows(document: Any, items: str | None) -> list[Any]:
    """The JSON objects of the resources in an answer; a list that is left out is an empty one.

    Raises:
        Undecodable: there is no list where there should be one.
    """
    if items is None:
        return [document]
    if items and document.__class__ is not dict:
        raise Undecodable("object", "", f"expected an object, got {type(document).__name__}")
    found = document.get(items, []) if items else document
    if found.__class__ is not list:
        raise Undecodable("list", items, f"expected a list, got {type(found).__name__}")
    return found


class Resource(Model):
    """A model that knows where it came from.

    Copies and pickles are unbound: they hold the same data, and their ``save`` and ``refresh`` raise RuntimeError.
    """

    __slots__ = ()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "__slots__" not in cls.__dict__:
            # With a __dict__, a misspelt attribute would be accepted and never saved.
            raise TypeError(f"{cls.__name__} needs `__slots__ = ()`")

    def changes(self) -> dict[str, Any]:
        """What differs from the answer it came from, by attribute name; empty if nothing does."""
        fresh = self._as_loaded()
        mine = ((name, getattr(self, name)) for name in self.FIELDS)
        return {name: value for name, value in mine if _differs(value, getattr(fresh, name))}

    async def save(self) -> Self:
        """Send what changed, and nothing else; without changes nothing is sent.

        Takes over the vendor's answer, except for attributes that were changed again while it was under way: those stay
        as they are and count as changed.

        Returns:
            The same object.

        Raises:
            InvalidRequestError: an attribute was changed that the vendor does not let anybody change.
            RuntimeError: this object is a copy, or was made by hand.
        """
        changes = self.changes()
        if changes:
            sent = {name: _frozen(getattr(self, name)) for name in self.FIELDS}
            self._take(await self._origin.collection.save_changes(self, changes), sent)
        return self

    async def refresh(self) -> Self:
        """Load it again; changes that were not saved are lost. Returns the same object."""
        self._take(await self._origin.collection.reload(self))
        return self

    def bind(self, origin: Origin, index: int) -> Self:
        """Remember where it came from."""
        self._owner = (origin, index)
        return self

    @property
    def _origin(self) -> Origin:
        return self._binding[0]

    @property
    def _binding(self) -> tuple[Origin, int]:
        try:
            return cast("tuple[Origin, int]", self._owner)
        except AttributeError:
            raise RuntimeError(
                f"this {type(self).__name__} is a copy, or made by hand: it has no client to save or load it through;"
                " get it from a client, and change that one"
            ) from None

    def _as_loaded(self) -> Self:
        origin, index = self._binding
        return type(self).from_dict(origin.row(index))

    def _take_over(self, fresh: Resource, *settled: str) -> None:
        """Become what `fresh` is, but for attributes that were changed and not saved: those stay, and stay changed.

        What the call itself has `settled` is taken over in any case.
        """
        loaded = self._as_loaded()
        known = {name: self if name in settled else loaded for name in self.FIELDS}
        self._take(fresh, {name: _frozen(getattr(one, name)) for name, one in known.items()})

    def _take(self, fresh: Resource, sent: dict[str, Any] | None = None) -> None:
        """Become what `fresh` is, but for attributes that no longer are what was sent."""
        for name in self.FIELDS:
            if sent is None or _frozen(getattr(self, name)) == sent[name]:
                setattr(self, name, getattr(fresh, name))
        self._raw = fresh._raw
        self._owner = fresh._owner


def _differs(value: Any, loaded: Any) -> bool:
    # By their text too, because NaN is never equal to itself.
    return type(value) is not type(loaded) or (value != loaded and _frozen(value) != _frozen(loaded))


def _frozen(value: Any) -> str:
    """The value as text: unlike a reference, it shows a change inside."""
    return repr(value)


class Resources(Generic[R]):
    """What all collections of resources have in common.

    Attributes:
        into: the class that answers are read into.
    """

    into: type[R]

    def __init__(self, session: Session) -> None:
        self._session = session

    async def reload(self, item: R) -> R:
        """The resource, loaded anew."""
        raise NotImplementedError(f"{type(self).__name__} cannot load one resource again")

    async def save_changes(self, item: R, changes: dict[str, Any]) -> R:
        """Send the changed attributes of a resource; the vendor's answer."""
        raise NotImplementedError(f"{type(self).__name__} cannot be changed")

    async def one(self, request: Request[Any, R]) -> R:
        """The resource that answers the request."""
        response = await self._session.answer(request)
        return self._session.decode(request, response, self._bound(None))[0]

    def many(self, request: Request[Any, R], turn: Turn = _ONE_PAGE, *, prefetch: bool = False) -> Pager[R]:
        """The list of resources that answers the request."""
        return Pager(self._session, request, self._decode_list, turn, prefetch=prefetch)

    def _decode_list(self, request: Request[Any, Any], response: Response) -> list[R]:
        return self._session.decode(request, response, self._bound(request.items))

    def _bound(self, items: str | None) -> Callable[[Response], list[R]]:
        """A parser that reads an answer's resources and binds them to it."""

        def parse(response: Response) -> list[R]:
            origin = Origin(self, response.content, items, response.loads)
            from_dict = self.into.from_dict

            def bind(document: Any) -> list[R]:
                found = enumerate(rows(document, items))
                return [from_dict(row).bind(origin, index) for index, row in found if row is not None]

            return read(response, self.into.__name__, bind)

        return parse
