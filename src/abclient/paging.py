"""Lists that come in pages: await one for its first page, iterate it for every item.

::

    async for experiment in experiments.list():   # all items, page by page
        ...
    first = await experiments.list()              # one page, a sequence
    async for page in experiments.list().pages(): # page by page, each with the token of the next
        ...

An unreadable item does not affect the others: the list continues without it, and ends with a ``DecodeError`` that names
all such items, unless ``Pager.on_unreadable`` says otherwise.

A list that cannot be paged safely ends in a ``PagingError`` that carries the page's token, never in a loop: the same
page twice, more than ``max_pages``, or a next page that is not below the API's own address.

An item that moves to another page while the list is read, because others were added or removed before it, is yielded
once, at its first place. For this, an iteration remembers the ids that it has yielded, about 100 bytes each.
"""

from __future__ import annotations

import asyncio
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Collection,
    Hashable,
    Iterable,
    Sequence,
)
from copy import copy
from functools import partial
from itertools import compress
from typing import Any, Generic, Literal, TypedDict, TypeVar, cast, overload

from abclient_api._runtime import Request, Response

from ._aio import Failed, Restartable, cancel_and_wait, flat_map
from ._awaitable import AwaitableCall
from ._decoding import error_for_all
from ._error_body import LONGEST_MESSAGE
from ._merge import identity
from ._pagination import LinkPagination, Pagination, SinglePage, path_and_query
from ._session import Session
from ._watch import WatchedRun
from .errors import CallError, DecodeError, PagingError

__all__ = ["LinkPagination", "Page", "PageOptions", "Pager", "Pagination", "SinglePage"]

K = TypeVar("K")
T = TypeVar("T")
V = TypeVar("V")


class PageOptions(TypedDict, total=False):
    """Paging options of lists, for every vendor that has pages."""

    page_size: int | None
    """How many items per request; None for the vendor's default."""
    prefetch: bool
    """Load the next page while the current one is being used; never more than one page ahead."""


class Page(Sequence[T]):
    """One page: a sequence of its items.

    Attributes:
        items: what the page holds, except items that could not be read.
        failures: one error for each item that could not be read.
        total: how many items the whole list has, if the vendor gives it.
        entries: both, in the order of the response.
        next_page_token: ``pages(page_token=...)`` starts with the page after this one; None after the last.
        next_page_error: why the next page cannot be requested; raised after this page was yielded.
    """

    __slots__ = ("entries", "failures", "items", "next_page_error", "next_page_token", "total")

    def __init__(
        self, entries: Sequence[T | DecodeError], *, total: int | None = None, next_page_token: str | None = None
    ) -> None:
        self.hold(entries)
        self.total: int | None = total
        self.next_page_token: str | None = next_page_token
        self.next_page_error: PagingError | None = None

    def hold(self, entries: Sequence[T | DecodeError]) -> None:
        """Replace the entries."""
        self.entries: Sequence[T | DecodeError] = entries
        self.items: list[T] = [one for one in entries if not isinstance(one, DecodeError)]
        self.failures: list[DecodeError] = [one for one in entries if isinstance(one, DecodeError)]

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> list[T]: ...
    def __getitem__(self, index: int | slice) -> T | list[T]:
        return self.items[index]

    def __repr__(self) -> str:
        more = "there is more" if self.next_page_token else "the last one"
        unreadable = f" and {len(self.failures)} that cannot be read" if self.failures else ""
        return f"<Page of {len(self.items)} items{unreadable}, {more}>"

    def _repr_html_(self) -> str:
        from ._html import page_html

        return page_html(self.items, failures=len(self.failures), more=self.next_page_token is not None)


class Pager(AwaitableCall[Page[T]], Generic[T]):
    """A list call: awaited, its first page; iterated with ``async for``, every item of every page.

    Nothing is sent before that. It can be iterated several times; each iteration starts over. It can be used as a
    coroutine: ``TaskGroup.create_task(experiments.list())`` loads the first page.

    Args:
        session: sends the requests.
        request: for the first page.
        decode: turns a response into the items of its page, with an error in place of each unreadable one.
        pagination: how pages follow one another.
        max_pages: the maximum number of pages of one iteration.
        prefetch: load the next page while the caller uses the current one; never more than one page ahead.
        identity: identifies an item among all others of the list, or is None; by default its id or key.
    """

    _hint = "use `async for item in ...`, or `await` it for its first page"

    def __init__(
        self,
        session: Session,
        request: Request[Any, Any],
        decode: Callable[[Request[Any, Any], Response], Sequence[T | DecodeError]],
        pagination: Pagination,
        *,
        max_pages: int = 100_000,
        prefetch: bool = False,
        identity: Callable[[T], Hashable | None] = identity,
    ) -> None:
        super().__init__()
        self._session = session
        self._request = request
        self._decode = decode
        self._pagination = pagination
        self._max_pages = max_pages
        self._prefetch = prefetch
        self._identity = identity
        self.unreadable: OnUnreadable = "raise"

    def on_unreadable(self, choice: OnUnreadable) -> Pager[T]:
        """The same list, with another treatment of unreadable items; all other items are yielded in any case.

        Args:
            choice: ``"raise"``, the default, raises a DecodeError with all of them as its ``failures``: after the last
                item or page of the list, or when a single page is awaited. ``"skip"`` leaves them to the ``failures``
                of each page. A function is called with the DecodeError of each, before its page is yielded.

        Raises:
            ValueError: it is none of these.
        """
        if choice not in ("raise", "skip") and not callable(choice):
            raise ValueError(f'on_unreadable takes "raise", "skip" or a function, not {choice!r}')
        twin = copy(self)
        twin.unreadable = choice
        return twin

    def entries(self) -> AsyncIterator[T | DecodeError]:
        """Every item of every page, with an error in place of each unreadable one."""
        return self.on_unreadable("skip")._read(None, lambda page: page.entries)

    def __aiter__(self) -> AsyncIterator[T]:
        return self._read(None, lambda page: page.items)

    def pages(self, *, page_token: str | None = None) -> AsyncGenerator[Page[T], None]:
        """Page by page; unreadable items are in each page's ``failures``.

        Args:
            page_token: a page's ``next_page_token``, to start after that page; or an error's ``page_token``, to try
                again where it happened. This iteration does not know the items of earlier pages: one that has moved
                may be yielded again.

        Raises:
            InvalidPageTokenError: ``page_token`` cannot be from this list.
            PagingError: the next page cannot be requested; the pages before it were yielded.
            TypeError: ``page_token`` is not text.
            DecodeError: items could not be read; all pages were yielded. See ``on_unreadable``.
        """
        _check_token(page_token)
        return self._read(page_token, lambda page: (page,))

    async def _read(self, page_token: str | None, parts: Callable[[Page[T]], Iterable[V]]) -> AsyncGenerator[V, None]:
        """Page by page, with ``parts`` applied to each.

        Items and pages come from a single generator, not from nested ones: an event loop that ends closes all
        generators at once, and the inner one would then be closed twice.
        """
        token, seen, met = page_token, set[int](), {hash(page_token)}
        given = set[Hashable]()
        ahead: _Ahead[T] | None = None
        failures: list[DecodeError] = []
        with WatchedRun("pages", operation=self._request.operation) as run:
            try:
                for number in range(1, self._max_pages + 1):
                    page, token_of_next, content = await (ahead or run.part(partial(self._fetch, token)))
                    # Hashes, because recognizing a repeated page must not keep a million items in memory.
                    if page.entries and content in seen:
                        raise self._paging_error("the vendor sent the same page twice; its list may never end", token)
                    seen.add(content)
                    token = token_of_next
                    if token is not None and hash(token) in met:
                        # Pages without items all look the same, so that only this shows that they never end.
                        looping = "the next page is one that came before; the list never ends"
                        page.next_page_error = self._paging_error(looping, token)
                        token = page.next_page_token = None
                    met.add(hash(token))
                    self._drop_known(page, given, last=token is None)
                    ahead = self._ahead(run, token) if number < self._max_pages else None
                    failures += self._report(page, number)
                    run.done += 1
                    for part in parts(page):
                        yield part
                    if _is_last(page, failures):
                        return
            finally:
                if ahead is not None:  # a page that will not be read
                    await cancel_and_wait([ahead])
            raise self._paging_error(f"the list has more than {self._max_pages} pages", token) from error_for_all(
                failures
            )

    def _drop_known(self, page: Page[T], given: set[Hashable], *, last: bool) -> None:
        """Remove from a page what an earlier page had; duplicates on one page are kept as the vendor sent them."""
        keys = [None if isinstance(one, DecodeError) else self._identity(one) for one in page.entries]
        if not given.isdisjoint(keys):
            page.hold(list(compress(page.entries, [key not in given for key in keys])))
        if not last:
            given.update(key for key in keys if key is not None)

    def _ahead(self, run: WatchedRun, token: str | None) -> _Ahead[T] | None:
        """The page with that token, being loaded, if pages are prefetched and there is such a page."""
        wanted = self._prefetch and token is not None
        return asyncio.create_task(run.part(partial(self._fetch, token))) if wanted else None

    async def _awaited(self) -> Page[T]:
        page, _, _ = await self._fetch(None)
        unreadable = error_for_all(self._report(page, 1))
        if page.next_page_error:
            raise page.next_page_error from unreadable
        if unreadable:
            raise unreadable
        return page

    def _report(self, page: Page[T], number: int) -> list[DecodeError]:
        """Call ``on_unreadable``'s function with what could not be read; what is still to be raised."""
        for failure in page.failures:
            failure.page = number
            if callable(self.unreadable):
                self.unreadable(failure)
        return page.failures if self.unreadable == "raise" else []

    async def _fetch(self, token: str | None) -> _Fetched[T]:
        """The page with that token, the token of the next one, and a hash of the response."""
        request = self._request
        next_token: str | None = None
        if token is not None:
            try:
                request = self._pagination.request_for(request, token, self._session.account.base_url)
            except PagingError as error:
                raise self._paging_error(error.message, token, type(error)) from None
        try:
            response = await self._session.send_raw(request)
            page = Page(self._decode(request, response), total=self._pagination.total(response))
        except CallError as error:
            error.page_token = self._without_secrets(token)
            raise
        try:
            next_token = self._pagination.next_token(request, response, self._session.account.base_url)
            page.next_page_token = self._without_secrets(next_token)
        except PagingError as error:
            page.next_page_error = self._paging_error(error.message, token)
        return page, next_token, hash(response.content)

    def _paging_error(self, message: str, token: str | None, kind: type[PagingError] = PagingError) -> PagingError:
        """The error with the token for another attempt, without credentials, which vendors write into links."""
        safe = self._session.redactor().text(message)[
            :LONGEST_MESSAGE
        ]  # if truncated first, it could end with half of one
        return kind(safe, page_token=self._without_secrets(token))

    def _without_secrets(self, token: str | None) -> str | None:
        """The token without the parts of its query that repeat a credential, which is sent as a header anyway."""
        redactor = self._session.redactor()
        if token is None or not redactor.contains_secret(token):
            return token
        path, _, query = token.partition("?")
        kept = "&".join(part for part in query.split("&") if not redactor.contains_secret(part))
        return redactor.text(path_and_query(path, kept))


def keys_in(
    items: Iterable[T] | AsyncIterable[T],
    keys: Callable[[T], Iterable[K]],
    stand_in: Callable[[Any], K] = lambda place: place,
) -> Restartable[K]:
    """The keys of every item; a ``Failed`` for an unreadable one, unless the list treats these otherwise.

    Args:
        items: a list, or another iterable of items.
        keys: returns the keys of an item.
        stand_in: returns the key for an unreadable item, from its id or its place in the list.
    """
    if not isinstance(items, Pager) or items.unreadable != "raise":
        total = sum(len(tuple(keys(item))) for item in items) if isinstance(items, Collection) else None
        return Restartable.of(items, keys, total)

    def of(entry: T | DecodeError) -> Iterable[K]:
        return [cast("K", Failed(stand_in(entry.place), entry))] if isinstance(entry, DecodeError) else keys(entry)

    return Restartable(items, lambda: flat_map(items.entries(), of))


def _is_last(page: Page[Any], failures: Sequence[DecodeError]) -> bool:
    """Whether the list ends after this page.

    Raises:
        PagingError: it does not end, but the next page cannot be requested.
        DecodeError: it ends, and these are the items that could not be read.
    """
    unreadable = error_for_all(failures)
    if page.next_page_error:
        raise page.next_page_error from unreadable
    if page.next_page_token is None and unreadable:
        raise unreadable
    return page.next_page_token is None


OnUnreadable = Literal["raise", "skip"] | Callable[[DecodeError], object]
"""How a list treats unreadable items; see ``Pager.on_unreadable``."""


def _check_token(page_token: object) -> None:
    if page_token is not None and not isinstance(page_token, str):
        raise TypeError(f"page_token must be of type str, not {type(page_token).__name__}")


_Fetched = tuple[Page[T], str | None, int]
_Ahead = asyncio.Task[tuple[Page[T], str | None, int]]
