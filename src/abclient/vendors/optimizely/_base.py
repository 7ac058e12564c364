"""What all kinds of Optimizely's resources have in common: ids, lists by page, and archiving."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Mapping
from typing import Any, Literal, Self, TypeVar

from abclient_api._runtime import Request, Response, Unreadable, read_each

from ... import _links, paging
from ..._merge import identity
from ..._session import Session
from ...errors import DecodeError, InvalidRequestError, PagingError
from ...paging import LinkPagination, Pager, Pagination
from ...resource import Collection, Resource
from .._optimizely import as_int as as_int  # for the collections of this package
from .._optimizely_bodies import Changes
from .._paging import checked_page_size

A = TypeVar("A", bound="ArchivingCollection[Any]")
R = TypeVar("R", bound=Resource[Any])
T = TypeVar("T")

Action = Literal["publish", "start", "pause", "resume", "unarchive"]
"""What can be done with an experiment or a campaign."""


def _next_link(request: Request[Any, Any], response: Response) -> str | None:
    # A proxy may split the header in two, which means the same as one with a comma.
    header = ", ".join(value for name, value in response.headers if name == "link")
    if _links.broken_link_in_header(header, "next"):
        raise PagingError(f"the Link header has a next page, but no way to it: {header!r}")
    return _links.link_in_header(header, "next")


BY_LINK = LinkPagination(_next_link)
"""Pages name the next one in their ``Link`` header."""


class PageOptions(paging.PageOptions, total=False):
    """How a list is paged; a page has at most 100 items, by default 25."""

    page: int | None
    """The number of the page to begin with, from 1."""


class OptimizelyCollection(Collection[R, int], ABC):
    """The resources of one kind.

    Objects in what is sent are the generated models, or mappings with the vendor's own JSON names.
    """

    pagination: Pagination = BY_LINK

    @abstractmethod
    def _get_request(self, item_id: int) -> Request[Any, Any]:
        """What loads one of them."""

    async def save_changes(self, item: R, changes: dict[str, Any]) -> R:
        """Send the changed attributes, where all of them can be changed."""
        return await self.one(self._update_request(self.id_of(item), Changes(changes)))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        """What changes one of them."""
        raise InvalidRequestError(f"Optimizely does not let {type(self).__name__} be changed")

    def pages(self, ask: Callable[..., Request[Any, Any]], options: PageOptions, *path: Any, **query: Any) -> Pager[R]:
        """The list in the response to a request, paged by its links."""
        return self.many(ask(*path, **query, **page_parameters(options)), options)


class Archivable(Resource[A]):
    """A resource that its collection can archive."""

    __slots__ = ()

    async def archive(self) -> None:
        """Archive it: it stays readable, and this object stays as it is until ``refresh``."""
        await self._collection.archive(self._id)


class Startable(Archivable[A]):
    """An experiment or a campaign. Its methods change its status at the vendor; unsaved changes are kept."""

    __slots__ = ()

    async def publish(self) -> Self:
        """Publish drafted changes; the status stays."""
        return await self._act("publish")

    async def start(self) -> Self:
        """Publish it and let it run."""
        return await self._act("start")

    async def pause(self) -> Self:
        """Stop it for the time being."""
        return await self._act("pause")

    async def resume(self) -> Self:
        """Let a paused one run again, without publishing drafted changes."""
        return await self._act("resume")

    async def unarchive(self) -> Self:
        """Undo ``archive``; it is paused then."""
        return await self._act("unarchive")

    async def _act(self, action: Action) -> Self:
        collection: Any = self._collection
        return await self._change(lambda: collection.update(self._id, action=action))


class ArchivingCollection(OptimizelyCollection[R], ABC):
    """The resources of a kind that can be archived."""

    async def archive(self, item_id: int, /) -> None:
        """Archive one: it stays readable.

        Raises:
            GoneError: an experiment or a campaign that is archived already; ``unarchive`` brings it back.
        """
        await self._session.send(self._archive_request(item_id))

    @abstractmethod
    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        """What archives one of them."""


def plain_pages(
    session: Session,
    ask: Callable[..., Request[list[T], Any]],
    options: PageOptions,
    *path: Any,
    identity: Callable[[T], Hashable | None] = identity,
    **query: Any,
) -> Pager[T]:
    """A list of plain models: records that can be read and nothing else.

    Args:
        session: what it is loaded through.
        ask: makes the request for the first page.
        options: how it is paged.
        *path: parameters of the path.
        identity: what tells a record from the others, where it is not its id.
        **query: parameters of the query.
    """
    request = ask(*path, **query, **page_parameters(options))
    return plain_list(session, request, identity, prefetch=bool(options.get("prefetch")))


def plain_list(
    session: Session,
    request: Request[list[T], Any],
    identity: Callable[[T], Hashable | None],
    *,
    prefetch: bool = False,
) -> Pager[T]:
    """A list of plain models that a request begins.

    Args:
        session: what it is loaded through.
        request: asks for the list, or for its first page.
        identity: what tells a record from the others.
        prefetch: as ``PageOptions`` says.
    """

    def decode(request: Request[Any, Any], response: Response) -> list[T | DecodeError]:
        model: Any = request.item
        found = session.decode(request, response, lambda response: read_each(response, model))
        return [session.item_error(request, response, one) if isinstance(one, Unreadable) else one for one in found]

    return Pager(session, request, decode, BY_LINK, prefetch=prefetch, identity=identity)


def page_parameters(options: PageOptions) -> dict[str, int | None]:
    """Number and size of the page, as the vendor calls them.

    Raises:
        TypeError: there is no such option, or one of them is not a whole number.
        ValueError: ``page`` is below 1, or ``page_size`` is not from 1 to 100.
    """
    size = checked_page_size(options, PageOptions, most=100)
    page = options.get("page")
    if page is not None and as_int("page", page) < 1:
        raise ValueError(f"page must be 1 or more, not {page}")
    return {"page": page, "per_page": size}
