"""Lists that come in pages: await one for its first page, iterate it for every item.

::

    async for experiment in experiments.list():   # all items, page by page
        ...
    first = await experiments.list()              # one page, a sequence
    async for page in experiments.list().pages(): # page by page, each with a token to resume after it
        ...

A list that cannot be paged safely ends in a ``PagingError`` that carries a resume token, never in a loop: the same page
twice, more than ``max_pages``, or a next page on another host.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterable, Sequence
from copy import copy
from typing import Any, Generic, Protocol, TypeVar, overload

from abclient_api._runtime import Request, Response

from . import _policy
from ._ending import end
from ._session import Session
from .errors import CallError, PagingError

T = TypeVar("T")
V = TypeVar("V")


class Page(Sequence[T]):
    """One page: a sequence of its items.

    Attributes:
        items: what the page holds.
        total: how many items the whole list has, where the vendor says so.
        resume: pass it to ``pages(resume=...)`` to start with the page after this one; None after the last.
        problem: why there is no way to the next page, raised once this one was handed out.
    """

    __slots__ = ("items", "problem", "resume", "total")

    def __init__(self, items: list[T], *, total: int | None = None, resume: str | None = None) -> None:
        self.items: list[T] = items
        self.total: int | None = total
        self.resume: str | None = resume
        self.problem: PagingError | None = None

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self.items[index]

    def __repr__(self) -> str:
        more = "there is more" if self.resume else "the last one"
        return f"<Page of {len(self.items)} items, {more}>"


class Turn(Protocol):
    """How a vendor's pages follow one another."""

    def following(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """The token of the page after this one, or None after the last. Raises PagingError for a foreign link."""
        ...

    def at(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The request for the page with that token, made from the request for the first.

        Raises:
            ValueError: it is no token of such a list; tokens may have travelled, so they are not to be trusted.
        """
        ...

    def total(self, response: Response) -> int | None:
        """How many items the whole list has, where the answer says so."""
        ...


class OnePage:
    """The vendor answers with the whole list at once."""

    def following(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """There is no further page."""
        return None

    def at(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """There is no such page."""
        raise PagingError(f"this list has one page, there is none at {token!r}")

    def total(self, response: Response) -> int | None:
        """Not said by the answer."""
        return None


class Linked:
    """Pages name the next one by a link, on the API's own host.

    The token of a page is its path and query.

    Args:
        find: the link in the answer to a request, or None after the last page.
        count: the size of the whole list, where the answer has it.
    """

    def __init__(
        self,
        find: Callable[[Request[Any, Any], Response], str | None],
        count: Callable[[Response], int | None] = lambda response: None,
    ) -> None:
        self._find = find
        self._count = count

    def following(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        """Path and query of the next page."""
        link = self._find(request, response)
        if not link:
            return None
        return _join(*_own_target(base_url, link))

    def at(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        """The same request at the link's path and query.

        Raises:
            ValueError: it leads elsewhere than below ``base_url``.
        """
        target = _policy.target_on(base_url, base_url + token)
        if target is None:
            raise ValueError(f"resume must be the token of a page of this list, not {token[:200]!r}")
        there = copy(request)
        there.path, there.query = target
        return there

    def total(self, response: Response) -> int | None:
        """As the answer says."""
        return self._count(response)


def _own_target(base_url: str, link: str) -> tuple[str, str]:
    target = _policy.target_on(base_url, link)
    if target is None:
        raise PagingError(f"the next page is not below {base_url}, so it was not requested: {link[:200]!r}")
    return target


def _join(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


class Pager(Generic[T]):
    """A list call: awaited, its first page; iterated, every item of every page.

    Nothing is sent before that. It may be iterated several times; every time starts anew.

    Args:
        session: what it is loaded through.
        request: for the first page.
        decode: makes an answer the items of its page.
        turn: how pages follow one another.
        max_pages: how many pages one iteration loads at most.
        prefetch: load the next page while the caller is busy with this one, never more than that one.
    """

    def __init__(
        self,
        session: Session,
        request: Request[Any, Any],
        decode: Callable[[Request[Any, Any], Response], list[T]],
        turn: Turn,
        *,
        max_pages: int = 100_000,
        prefetch: bool = False,
    ) -> None:
        self._session = session
        self._request = request
        self._decode = decode
        self._turn = turn
        self._max_pages = max_pages
        self._prefetch = prefetch

    def __await__(self) -> Generator[Any, None, Page[T]]:
        return self._first().__await__()

    def __aiter__(self) -> AsyncIterator[T]:
        return self._read(None, lambda page: page.items)

    def pages(self, *, resume: str | None = None) -> AsyncGenerator[Page[T], None]:
        """Page by page.

        Args:
            resume: of a page, to start with the one after it; or of an error, to try again where it happened.

        Raises:
            ValueError: ``resume`` cannot have come from such a list.
            PagingError: the list cannot be paged on; the pages before were yielded.
        """
        return self._read(resume, lambda page: (page,))

    async def _read(self, resume: str | None, parts: Callable[[Page[T]], Iterable[V]]) -> AsyncGenerator[V, None]:
        """Page by page, what ``parts`` makes of each.

        Items and pages come from one generator and not from one inside of another: an event loop that ends closes all
        generators at once, and two of them would then close the inner one.
        """
        token, seen, met = resume, set[int](), {hash(resume)}
        ahead: _Ahead[T] | None = None
        try:
            for number in range(1, self._max_pages + 1):
                page, content = await (ahead or self._fetch(token))
                # Hashes, because a million items must not be kept to see that a page comes again.
                if page.items and content in seen:
                    raise PagingError("the vendor sent the same page twice; its list may never end", resume=token)
                seen.add(content)
                token = page.resume
                if token is not None and hash(token) in met:
                    # Pages without items look all the same, so that this is what shows that they never end.
                    page.problem = PagingError(
                        "the next page is one that came before; the list never ends", resume=token
                    )
                    token = page.resume = None
                met.add(hash(token))
                ahead = self._ahead(token) if number < self._max_pages else None
                for part in parts(page):
                    yield part
                if page.problem:
                    raise page.problem
                if token is None:
                    return
        finally:
            if ahead is not None:  # a page that nobody will take
                await end([ahead])
        raise PagingError(f"the list has more than {self._max_pages} pages", resume=token)

    def _ahead(self, token: str | None) -> _Ahead[T] | None:
        """The page with that token, already on its way, if pages are to be prefetched and there is such a page."""
        return asyncio.create_task(self._fetch(token)) if self._prefetch and token is not None else None

    async def _first(self) -> Page[T]:
        page, _ = await self._fetch(None)
        if page.problem:
            raise page.problem
        return page

    async def _fetch(self, token: str | None) -> tuple[Page[T], int]:
        """The page with that token, and a hash of what was answered."""
        request = (
            self._request if token is None else self._turn.at(self._request, token, self._session.account.base_url)
        )
        try:
            response = await self._session.answer(request)
            page = Page(self._decode(request, response), total=self._turn.total(response))
        except CallError as error:
            error.resume = token
            raise
        try:
            page.resume = self._turn.following(request, response, self._session.account.base_url)
        except PagingError as problem:
            problem.resume, page.problem = token, problem
        return page, hash(response.content)


_Ahead = asyncio.Task[tuple[Page[T], int]]
