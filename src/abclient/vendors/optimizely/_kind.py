"""What all kinds of Optimizely's resources have in common: ids, lists by page, and archiving."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Literal, Protocol, TypedDict, TypeVar, cast

from abclient_api._arguments import several, text
from abclient_api._runtime import Request, Response, Unreadable, WrittenId, read_each

from ... import _links
from ..._merge import identity
from ..._session import Session
from ...errors import DecodeError, InvalidRequestError, PagingError
from ...paging import LinkPagination, Pager
from ...resource import Collection, Resource, written
from ._bodies import Changes

R = TypeVar("R", bound=Resource)
T = TypeVar("T")

Action = Literal["publish", "start", "pause", "resume", "unarchive"]
"""What can be done with an experiment or a campaign."""


class _Identified(Protocol):
    id: int | str


class _Archiving(Protocol):
    async def archive(self, item_id: int, /) -> None: ...


class Archivable(Resource):
    """A resource that its collection can archive."""

    __slots__ = ()

    async def archive(self) -> None:
        """Archive it: it stays readable, and this object stays as it is until ``refresh``."""
        await cast("_Archiving", self._snapshot.collection).archive(identifier(self))


class Kind(Collection[R], ABC):
    """The resources of one kind.

    Lists come by page: ``page`` is the number of the page to begin with, from 1; ``per_page`` the size of a page, at
    most 100 (the vendor's default is 25); with ``prefetch`` the next page is loaded while this one is being used.
    Bodies are the generated models (``models.AudienceCreate`` and so on), or mappings with the vendor's own JSON names.
    """

    @abstractmethod
    async def get(self, item_id: int, /) -> R:
        """The resource with that id."""

    async def update(self, item_id: int, body: Any, /) -> R:
        """Change the fields in the body; the resource as it is then."""
        raise InvalidRequestError(f"Optimizely does not let {type(self).__name__} be changed")

    async def reload(self, item: R) -> R:
        """The resource, loaded anew."""
        return await self.get(identifier(item))

    async def save_changes(self, item: R, changes: dict[str, Any]) -> R:
        """Send the changed attributes, where all of them can be changed."""
        return await self.update(identifier(item), Changes(changes))

    def pages(self, request: Request[Any, R], *, prefetch: bool) -> Pager[R]:
        """The list that answers the request, followed by its links."""
        return self.many(request, BY_LINK, prefetch=prefetch)


def identifier(item: Resource) -> int:
    """The resource's id, which every kind has, as the vendor wrote it.

    Newer editions of the vendor's document have ids of webhooks as text, and in paths still as numbers.
    """
    return cast("int", written(cast("_Identified", item).id))


def plain_pages(
    session: Session,
    request: Request[list[T], Any],
    *,
    prefetch: bool,
    identity: Callable[[T], Hashable | None] = identity,
) -> Pager[T]:
    """A list of plain models: records that can be read and nothing else.

    Args:
        session: what it is loaded through.
        request: for the first page.
        prefetch: load the next page while this one is being used.
        identity: what tells a record from the others, where it is not its id.
    """

    def decode(request: Request[Any, Any], response: Response) -> list[T | DecodeError]:
        model: Any = request.item
        found = session.decode(request, response, lambda response: read_each(response, model))
        return [session.item_error(request, response, one) if isinstance(one, Unreadable) else one for one in found]

    return Pager(session, request, decode, BY_LINK, prefetch=prefetch, identity=identity)


class Turn(TypedDict):
    """Which page of a list, as the generated requests take it."""

    page: int | None
    per_page: int | None


def turn(page: int | None, per_page: int | None) -> Turn:
    """Number and size of the page, once they are possible.

    Raises:
        TypeError: one of them is no whole number.
        ValueError: ``page`` is below 1, or ``per_page`` is not from 1 to 100.
    """
    if page is not None and whole("page", page) < 1:
        raise ValueError(f"page must be 1 or more, not {page}")
    if per_page is not None and not 1 <= whole("per_page", per_page) <= 100:
        raise ValueError(f"per_page must be from 1 to 100, not {per_page}")
    return {"page": page, "per_page": per_page}


def whole(name: str, value: int) -> int:
    """The number, which must be an int: an id that came as text may be of something else than it looks like.

    Raises:
        TypeError: it is something else.
    """
    if type(value) is not int and not isinstance(value, WrittenId):
        raise TypeError(f"{name} must be of type int, not {type(value).__name__}")
    return value


def listed(name: str, values: Sequence[str] | None) -> str | None:
    """What the vendor wants in one parameter, separated by commas; a single text counts as one value."""
    return None if values is None else ",".join(several(text)(name, values)) or None


def _next_link(request: Request[Any, Any], response: Response) -> str | None:
    # A proxy may split the header in two, which means the same as one with a comma.
    header = ", ".join(value for name, value in response.headers if name == "link")
    if _links.broken_link_in_header(header, "next"):
        raise PagingError(f"the Link header has a next page, but no way to it: {header!r}")
    return _links.link_in_header(header, "next")


BY_LINK = LinkPagination(_next_link)
"""Pages name the next one in their ``Link`` header."""
