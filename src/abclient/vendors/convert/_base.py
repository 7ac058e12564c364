"""What the collections and resources of Convert have in common.

The operations of most kinds have names that follow from the kind's: ``getGoalsList``, ``createGoal``,
``bulkGoalsUpdate``. So one class makes all of these requests, and each kind says what differs.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeGuard, TypeVar, cast

from abclient_api._arguments import text
from abclient_api._runtime import (
    UNSET,
    Body,
    Model,
    Request,
    Response,
    Undecodable,
    WrittenId,
    answered,
    from_fields,
    read,
    segment,
)
from abclient_api.convert import models

from ..._keywords import selected
from ...bulk import fetch_all
from ...errors import DecodeError
from ...paging import PageOptions, Pager
from ...resource import Collection, Resource, Snapshot
from .._types import objects_of
from .._wrong_use import checked
from . import _checks
from ._by_ids import ByIds
from ._conflicts import explained
from ._paging import BY_COUNT, first_page, item_count
from ._reading import can_query, ids_of, unwrapped, whole_id

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

C = TypeVar("C", bound="ConvertCollection[Any]")
R = TypeVar("R", bound=Resource[Any])
Fields = Mapping[str, Any]

_PAGING = ("page", "results_per_page", "only_count")


class Deletable(Resource[C], Generic[C]):
    """A resource that can be removed."""

    __slots__ = ()

    async def delete(self) -> None:
        """Remove it at the vendor; the object stays as it is."""
        await self._collection.delete(self._id)


class ConvertCollection(Collection[R, int]):
    """The resources of one kind in an account or a project.

    Attributes:
        optional: what lists and ``get`` ask for unless told otherwise: fields to include, and to expand.
        has_keys: whether the vendor finds one by its key, too.
    """

    pagination: Pagination = BY_COUNT
    _api: ModuleType  # the generated operations
    _named: ClassVar[tuple[str, str]]  # in names of operations, one and several
    _bodies: ClassVar[tuple[type[Body], type[Body] | None, type[Body] | None]]  # to list, create and change
    optional: ClassVar[Mapping[str, Sequence[str]]] = {}
    has_keys: ClassVar[bool] = False
    most_ids: ClassVar[int] = 100
    _also: ClassVar[tuple[type[Model], ...]] = ()  # models in which responses have some of a kind's fields

    def __init__(self, session: Session, *place: int) -> None:
        super().__init__(session)
        self._place: tuple[int, ...] = place

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {'/'.join(map(str, self._place))}>"

    async def get(self, item_id: int | str, /) -> R:
        """The resource with that id; for kinds with keys, also by key. Optional fields are included.

        With request signing, where URLs have no query, it is read through the list.

        Raises:
            NotFoundError: it does not exist, or is not visible to these credentials.
            TypeError: an id of another type; nothing was sent.
        """
        request = self._get_request(cast("int", item_id))
        if not self.optional or can_query(self._session):
            return await self.one(request)
        if isinstance(item_id, str) and not isinstance(item_id, WrittenId):
            item_id = self.id_of(await self.one(request))
        # What a list leaves out, such as what is archived, is read without its optional fields, or is an error.
        return await self._listed_one(item_id) or await self.one(request)

    async def get_many(self, item_ids: Iterable[int | str], /) -> list[R]:
        """Several, 50 with one request, in the order of their ids; for kinds with keys, also by key, one by one.

        Raises:
            PartialFailureError: some of them could not be loaded; the error names them and carries the others.
            ValueError: there are no ids.
            TypeError: they are a single text, or one of them has another type; nothing was sent.
        """
        if isinstance(item_ids, str | bytes):
            raise TypeError(f"give several ids, not one {type(item_ids).__name__}: {item_ids!r}")
        several = list(item_ids)
        for item_id in several:
            self._get_request(cast("int", item_id))
        return await fetch_all(self.getter(several), several)

    def getter(self, item_ids: Iterable[int | str]) -> Callable[[int | str], Awaitable[R]]:
        """What gets any of these ids, and reads 50 of them with one request."""
        return ByIds(item_ids, self._listed_ones, self.get).get

    async def _listed_ones(self, item_ids: Sequence[int]) -> Mapping[str, R]:
        """Those of these ids that the list has and that can be read, by the text of their ids."""
        found = self._list({"only": item_ids}).entries()
        return {str(self.id_of(one)): one async for one in found if not isinstance(one, DecodeError)}

    async def reload(self, item: R) -> R:
        """The resource, loaded anew."""
        return await self.get(self.id_of(item))

    async def one(self, request: Request[Any, R]) -> R:
        """The resource in the response to a request, bare or within ``data``."""
        response = await self._session.send_raw(request)

        def parse(response: Response) -> R:
            response = unwrapped(response)
            snapshot = Snapshot(self, response.content, None, response.loads)
            return read(response, self.model.__name__, lambda data: answered(self.model, data).bind(snapshot, 0))

        return self._session.decode(request, response, parse)

    async def delete(self, item_id: int, /) -> None:
        """Remove one."""
        await self._session.send_raw(self._request(f"delete_{self._named[0]}", item_id))

    def _request(self, operation: str, *given: Any, **named: Any) -> Request[Any, Any]:
        module = getattr(self._api, operation)
        return cast("Request[Any, Any]", module.request(*self._place, *given, **named))

    def _get_request(self, item_id: int | str) -> Request[Any, Any]:
        asked: dict[str, Any] = dict(self.optional) if can_query(self._session) else {}
        if self.has_keys and isinstance(item_id, str) and not isinstance(item_id, WrittenId):
            segment("key", item_id)
            return self._request(f"get_{self._named[0]}_by_key", item_id, **asked)
        return self._request(f"get_{self._named[0]}", item_id, **asked)

    async def _listed_one(self, item_id: Any) -> R | None:
        wanted = whole_id(item_id) if isinstance(item_id, str) and item_id.isdecimal() else item_id
        async for found in self._list({"only": [wanted]}):
            if str(self.id_of(found)) == str(item_id):
                return found
        return None

    def _list(self, asked: Fields) -> Pager[R]:
        paging = cast("PageOptions", selected(asked, PageOptions))
        body = self._filter({name: value for name, value in asked.items() if name not in paging}, first_page(paging))
        return self.many(self._request(f"get_{self._named[1]}_list", body=body), paging)

    async def _count(self, asked: Fields) -> int:
        body = self._filter(asked, {"only_count": True})
        request = self._request(f"get_{self._named[1]}_list", body=body)

        def parse(response: Response) -> int:
            def counted(data: Any) -> int:
                if (count := item_count(data)) is None:
                    raise Undecodable("Pagination", "items_count", "the response does not say how many there are", data)
                return count

            return read(response, "Pagination", counted)

        return self._session.decode(request, await self._session.send_raw(request), parse)

    def _filter(self, asked: Fields, paging: Fields) -> Body:
        kind = self._bodies[0]
        if by_hand := sorted(set(_PAGING) & asked.keys()):
            raise TypeError(
                f"{', '.join(by_hand)}: a list asks for page after page; use page_size=, pages() and count()"
            )
        optional = (
            {name: value for name, value in self.optional.items() if name in kind.FIELDS} if paging.get("page") else {}
        )
        given = {name: value for name, value in asked.items() if value is not None}
        body = from_fields(kind, {**optional, **given})
        for name in ("only", "except_"):
            _checks.several_ids(name, given.get(name, UNSET), self.most_ids)
        checked(body)
        for name, value in paging.items():
            setattr(body, name, value)
        return body

    async def _save(self, item: R, changes: dict[str, Any]) -> R:
        return await self._change(self.id_of(item), self._with_key(item, changes))

    def _with_key(self, item: Any, changes: Fields) -> Fields:
        """The changes with the hash of the state that they were made to, where the vendor gives one."""
        key = getattr(item, "concurrency_key", None)
        return {**changes, "concurrency_key": key} if key and "concurrency_key" not in changes else changes

    async def _add(self, fields: Fields) -> R:
        return await self.one(self._request(f"create_{self._named[0]}", body=self._body(1, fields)))

    async def _change(self, item_id: Any, fields: Fields) -> R:
        body = self._body(2, _checks.not_empty(fields))
        with explained():
            return await self.one(self._request(f"update_{self._named[0]}", item_id, body=body))

    async def _clone(self, item_id: int) -> R:
        return await self.one(self._request(f"clone_{self._named[0]}", item_id))

    @property
    def _kinds(self) -> tuple[type[Model], ...]:
        """The models whose ids are those of this kind: parts of other objects are models, and no resources."""
        return (next(base for base in self.model.__mro__ if _is_plain(base)), *self._also)

    async def _in_bulk(self, what: str, item_ids: Iterable[Any], **more: Any) -> models.BulkSuccessData:
        """One call for up to 100 of them; the response names those that failed."""
        if "status" in more:
            text("status", more["status"])
        request = self._request(
            f"bulk_{self._named[1]}_{what}", body={"id": _checks.bulk_ids(ids_of(item_ids, *self._kinds)), **more}
        )
        return cast("models.BulkSuccessData", await self._session.send(request))

    def _body(self, place: int, fields: Fields) -> Body:
        kind = cast("type[Body]", self._bodies[place])
        body = from_fields(kind, self._sendable(fields))
        for name in objects_of(kind):
            _checks.check_object(name, getattr(body, name))
        return checked(body)

    def _sendable(self, fields: Fields) -> dict[str, Any]:
        """The fields as the vendor takes them."""
        return dict(fields)


def _is_plain(base: type[Any]) -> TypeGuard[type[Model]]:
    return issubclass(base, Model) and not issubclass(base, Resource)


def editable_in(body: type[Body]) -> frozenset[str]:
    """The fields that a body can change."""
    return frozenset(body.FIELDS) - frozenset(body.READ_ONLY) - {"id", "concurrency_key"}
