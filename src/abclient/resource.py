"""Resources: generated models that know where they came from, so that they can be saved and refreshed.

A vendor's module declares a resource in two lines, and every field is typed by the generated model; a collection
declares only what differs from other collections::

    class Experiment(Resource["Experiments"], models.Experiment):
        __slots__ = ()

    class Experiments(Collection[Experiment, int]):
        model = Experiment

        def _get_request(self, item_id: int) -> Request[Any, Any]:
            return get_experiment.request(item_id)

Changes are found when ``save`` needs them, by parsing the response's bytes again and comparing: changes at any depth
are detected, and loading costs nothing extra if an object is never saved.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterable, Awaitable, Callable, Iterable, Mapping
from copy import copy, deepcopy
from operator import call
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NoReturn, Self, TypeVar, cast

from abclient_api._runtime import (
    Model,
    Request,
    Response,
    Undecodable,
    Unreadable,
    WrittenId,
    answered,
    each_item,
    read,
    recognise,
)

from ._keywords import check_options, selected
from ._merge import fingerprint, merged
from .bulk import BulkOptions, Outcomes, fetch_all, fetch_many
from .errors import DecodeError, InvalidRequestError
from .paging import PageOptions, Pager, Pagination, SinglePage

if TYPE_CHECKING:
    from ._session import Session

C = TypeVar("C", bound="Collection[Any, Any]")
ID = TypeVar("ID")
K = TypeVar("K")
R = TypeVar("R", bound="Resource[Any]")
T = TypeVar("T")


class Snapshot:
    """The response that resources were read from, kept as bytes until changes of one of them are needed.

    Attributes:
        collection: what the resources save and refresh themselves through.
        content: the response's body.
        items: where the list of resources is: a JSON key, "" for the body itself, None for a single resource.
        envelope: the JSON key under which a single resource is; None for the body itself.
    """

    __slots__ = ("_loads", "_rows", "collection", "content", "envelope", "items")

    def __init__(
        self,
        collection: Collection[Any, Any],
        content: bytes,
        items: str | None,
        loads: Callable[[bytes], Any] = json.loads,
        envelope: str | None = None,
    ) -> None:
        self.collection: Collection[Any, Any] = collection
        self.content: bytes = content
        self.items: str | None = items
        self.envelope: str | None = envelope
        # The parser that read the response: another one may read a number differently, which would look like a change.
        self._loads = loads
        self._rows: list[Any] | None = None

    def row(self, index: int) -> Any:
        """The resource's JSON as it arrived."""
        if self._rows is None:
            self._rows = rows(_inside(self._loads(self.content), self.envelope), self.items)
        return self._rows[index]


def rows(document: Any, items: str | None, page: type[Model] | None = None) -> list[Any]:
    """The JSON objects of the resources in a response; a list that a page leaves out is empty.

    Raises:
        Undecodable: there is no list where there should be one, or this is not a ``page`` at all.
    """
    if items is None:
        return [document]
    if items and document.__class__ is not dict:
        raise Undecodable("object", "", f"expected an object, got {type(document).__name__}")
    if page is not None:
        recognise(page, document)
    found = document.get(items, []) if items else document
    if found.__class__ is not list:
        raise Undecodable("list", items, f"expected a list, got {type(found).__name__}")
    return found


def _inside(document: Any, envelope: str | None) -> Any:
    if envelope is None:
        return document
    if document.__class__ is not dict or envelope not in document:
        raise Undecodable("object", envelope, "there is nothing under this key")
    return document[envelope]


class Resource(Model, Generic[C]):
    """A model that knows where it came from.

    Copies and pickles are unbound: they hold the same data, and their ``save`` and ``refresh`` raise RuntimeError.

    Two are equal if all their fields are. They can be members of sets and keys: they are hashed by the vendor's id, so
    that the hash stays the same while other fields change.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "id"

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "__slots__" not in cls.__dict__:
            # With a __dict__, a misspelled attribute would be accepted and never saved.
            raise TypeError(f"{cls.__name__} needs `__slots__ = ()`")

    def changes(self) -> dict[str, Any]:
        """What differs from the response it came from, by attribute name; empty if nothing does."""
        fresh = self._as_loaded()
        mine = ((name, getattr(self, name)) for name in self.FIELDS)
        return {name: value for name, value in mine if _differs(value, getattr(fresh, name))}

    async def save(self) -> Self:
        """Send only what changed; without changes nothing is sent.

        Merges the vendor's response into the object, except for what was changed again during the call: that is kept
        and counts as changed. Calls that change or load the same object run one after the other, so that no response
        overwrites newer data; each sends what differs when it starts.

        Returns:
            The same object.

        Raises:
            InvalidRequestError: an attribute was changed that the vendor's API cannot change.
            RuntimeError: this object is a copy, or was not made by a client.
        """
        async with self._lock():
            changes = self.changes()
            if changes:
                sent = deepcopy({name: getattr(self, name) for name in changes})
                self._merge(await self._collection.save_changes(self, changes), sent)
        return self

    async def refresh(self) -> Self:
        """Load it again; unsaved changes are lost, except those made after the call. Returns the same object.

        Raises:
            InvalidRequestError: the vendor's API cannot load an object of this kind.
            RuntimeError: this object is a copy, or was not made by a client.
        """
        called = {name: fingerprint(getattr(self, name)) for name in self.FIELDS}
        async with self._lock():
            since = {name for name, value in self.changes().items() if fingerprint(value) != called[name]}
            lost = deepcopy({name: getattr(self, name) for name in self.FIELDS if name not in since})
            self._merge(await self._collection.reload(self), lost)
        return self

    def __hash__(self) -> int:
        if (known := identity_of(self)) is None:
            raise TypeError(f"this {type(self).__name__} has no {self.IDENTITY}, so that it cannot be hashed")
        return hash((type(self), known))

    def bind(self, snapshot: Snapshot, index: int) -> Self:
        """Remember where it came from."""
        self._owner = (snapshot, index)
        return self

    @property
    def _collection(self) -> C:
        """The collection through which it is loaded and saved."""
        return cast("C", self._binding[0].collection)

    @property
    def _id(self) -> Any:
        """Its id, as the collection's methods take it."""
        return self._collection.id_of(self)

    @property
    def _binding(self) -> tuple[Any, ...]:
        """The snapshot, its index in it, and the lock if one was needed."""
        try:
            return cast("tuple[Any, ...]", self._owner)
        except AttributeError:
            raise RuntimeError(
                f"this {type(self).__name__} is a copy, or made by hand: it has no client to save or load it through;"
                " get it from a client, and change that one"
            ) from None

    def _as_loaded(self) -> Self:
        snapshot, index, *_ = self._binding
        return type(self).from_dict(snapshot.row(index))

    def _lock(self) -> asyncio.Lock:
        """Held while it is changed or loaded at the vendor; created on first use, as most objects are only read."""
        binding = self._binding
        if len(binding) == 2:  # not asked for before
            self._owner = binding = (*binding, asyncio.Lock())
        return cast("asyncio.Lock", binding[2])

    async def _change(self, call: Callable[[], Awaitable[Resource[Any]]], *confirmed: str) -> Self:
        """Make a call other than ``save``, when it is this object's turn, and merge the response.

        Attributes that were changed and not saved are kept, and remain changed.

        Args:
            call: makes it.
            *confirmed: attributes that the call itself sets: those are updated, unless they were changed meanwhile.

        Returns:
            The same object.
        """
        async with self._lock():
            before = deepcopy({name: getattr(self, name) for name in confirmed})
            self._merge(await call(), before)
        return self

    def _merge(self, fresh: Resource[Any], confirmed: Mapping[str, Any]) -> None:
        """Update this object from `fresh`, except for unsaved changes: those are kept, and remain changed.

        Args:
            fresh: the vendor's response.
            confirmed: the sent values of attributes that the response confirms; all others are compared with what was
                loaded.
        """
        loaded = self._as_loaded()
        for name in self.FIELDS:
            base = confirmed[name] if name in confirmed else getattr(loaded, name)
            setattr(self, name, merged(base, getattr(self, name), getattr(fresh, name)))
        self._raw = fresh._raw
        self._owner = (*fresh._binding[:2], self._lock())


def _differs(value: Any, loaded: Any) -> bool:
    # By their text too, because NaN is never equal to itself.
    return type(value) is not type(loaded) or (value != loaded and fingerprint(value) != fingerprint(loaded))


def identity_of(item: Resource[Any]) -> int | str | None:
    """The id as the vendor wrote it; None if the response has none."""
    found = getattr(item, item.IDENTITY, None)
    return found if found.__class__ in (int, str) else None


def written(found: Any) -> Any:
    """An id from a response, where the vendor's document has a number: text is sent as it was written."""
    return WrittenId(found) if found.__class__ is str else found


class Collection(Generic[R, ID]):
    """What all collections of resources have in common; the second type is that of their ids.

    Attributes:
        model: the class that responses are parsed into.
        pagination: how the pages of its lists follow one another.
        envelope: the JSON key of it in a response about one, as in ``{"project": {"id": 1}}``; None if there is none.
        editable: the attributes that ``save`` can send.
    """

    model: type[R]
    pagination: Pagination = SinglePage()
    envelope: str | None = None
    editable: Iterable[str] = ()

    def __init__(self, session: Session) -> None:
        self._session = session

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return copy(self)  # it shares the client, as any copy does

    async def get(self, item_id: ID, /) -> R:
        """The resource with that id or key.

        Raises:
            NotFoundError: it does not exist, or is not visible to these credentials.
            TypeError: an id of another type; nothing was sent.
        """
        return await self.one(self._get_request(item_id))

    async def get_many(self, item_ids: Iterable[ID], /) -> list[R]:
        """Several, concurrently, in the order of their ids or keys.

        Raises:
            PartialFailureError: some of them could not be loaded; the error names them and carries the others.
            ValueError: there are no ids.
            TypeError: they are a single text, or one of them has another type; nothing was sent.
        """
        if isinstance(item_ids, str | bytes):
            raise TypeError(f"give several ids, not one {type(item_ids).__name__}: {item_ids!r}")
        several = list(item_ids)
        for item_id in several:
            self._get_request(item_id)
        return await fetch_all(self.get, several)

    async def reload(self, item: R) -> R:
        """The resource, loaded anew."""
        return await self.one(self._get_request(self.id_of(item)))

    async def save_changes(self, item: R, changes: dict[str, Any]) -> R:
        """Send the changed attributes of a resource; returns the vendor's response.

        Raises:
            InvalidRequestError: some of the attributes cannot be changed; nothing was sent.
        """
        if fixed := sorted(changes.keys() - set(self.editable)):
            raise InvalidRequestError(f"{self.model.__name__}: read-only and cannot be saved: {', '.join(fixed)}")
        return await self._save(item, changes)

    def id_of(self, item: R) -> ID:
        """The resource's id, as requests take it."""
        found: ID = written(getattr(item, item.IDENTITY))
        return found

    def _get_request(self, item_id: ID) -> Request[Any, Any]:
        """What loads one of them."""
        raise InvalidRequestError(f"{type(self).__name__} cannot be loaded again one by one: list them anew")

    async def _save(self, item: R, changes: dict[str, Any]) -> R:
        """Send changed attributes, all of them editable; returns the vendor's response."""
        raise InvalidRequestError(f"{type(self).__name__} cannot be saved")

    if not TYPE_CHECKING:  # for code that is not type-checked

        def __call__(self, *given: object, **named: object) -> NoReturn:
            """Raise an error that explains the use of collections."""
            raise TypeError(f"{type(self).__name__} is a collection, not a method: call list, get and others of it")

    async def one(self, request: Request[Any, Any]) -> R:
        """The resource in the response to a request; where ``envelope`` says."""
        response = await self._session.send_raw(request)

        def parse(response: Response) -> R:
            snapshot = Snapshot(self, response.content, None, response.loads, self.envelope)
            made = read(response, self.model.__name__, lambda data: answered(self.model, _inside(data, self.envelope)))
            return made.bind(snapshot, 0)

        return self._session.decode(request, response, parse)

    def many(self, request: Request[Any, R], paging: PageOptions | None = None) -> Pager[R]:
        """The list of resources in the response to a request, with the caller's paging options."""
        prefetch = bool(paging and paging.get("prefetch"))
        return Pager(
            self._session, request, self._decode_list, self.pagination, prefetch=prefetch, identity=identity_of
        )

    def _bulk(
        self,
        fetch: Callable[[K], Awaitable[Callable[[], T]]],
        keys: AsyncIterable[K],
        options: BulkOptions,
        kind: type[Any] = BulkOptions,
    ) -> Outcomes[K, T]:
        """Many calls at once; by default at the rate that the vendor sustains.

        Args:
            fetch: gets the response for a key, to be decoded by calling what it returns.
            keys: what to fetch.
            options: as the caller gave them.
            kind: the ``TypedDict`` of all options.

        Raises:
            TypeError: there is no such option.
        """
        check_options(options, kind, f"the bulk call of {type(self).__name__}")
        bulk: dict[str, Any] = {"concurrency": "auto", **selected(options, BulkOptions)}
        return fetch_many(fetch, keys, limiter=self._session.limiter, **bulk).map(call)

    def _decode_list(self, request: Request[Any, Any], response: Response) -> list[R | DecodeError]:
        def parse(response: Response) -> list[R | Unreadable]:
            def items(data: Any) -> list[R | Unreadable]:
                return each_item(self.model, rows(data, request.items, request.page))

            return read(response, self.model.__name__, items)

        source = Snapshot(self, response.content, request.items, response.loads)
        found = enumerate(self._session.decode(request, response, parse))
        return [
            self._session.item_error(request, response, one) if isinstance(one, Unreadable) else one.bind(source, index)
            for index, one in found
        ]
