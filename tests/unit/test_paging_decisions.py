"""Lists in pages: what the pagination is told, what a page says of itself, and what is loaded ahead."""

from __future__ import annotations

import asyncio
import pickle
from contextlib import aclosing
from typing import Any, cast

import pytest

from abclient import errors
from abclient._aio import Failed
from abclient.errors import DecodeError, PagingError
from abclient.paging import LinkPagination, Page, Pager, SinglePage, keys_in
from abclient.transports import WireResponse
from abclient_api._runtime import Request, Response
from support.fake import Script, answer, fake_session, json_request


def numbers(request: Request[Any, Any], response: Response) -> list[int]:
    return cast("list[int]", response.json()["items"])


def page(items: list[Any], link: str | None = None) -> WireResponse:
    return answer(200, {"items": items, "next": link})


def linked(script: Script, **options: Any) -> Pager[int]:
    pagination = LinkPagination(lambda request, response: response.json()["next"])
    return Pager(fake_session(script), json_request(), numbers, pagination, **options)


def test_a_page_says_whether_there_is_more() -> None:
    """How many items, and whether it is the last one."""
    assert repr(Page([1, 2], next_page_token="/a")) == "<Page of 2 items, there is more>"
    assert repr(Page([1])) == "<Page of 1 items, the last one>"
    bare = Page([1])
    assert (bare.items, bare.total, bare.next_page_token, bare.next_page_error) == ([1], None, None, None)


@pytest.mark.parametrize(
    ("token", "path", "query"),
    [("/a", "/a", ""), ("/a?b=1", "/a", "b=1"), ("/a?b=c?d", "/a", "b=c?d")],
)
def test_a_token_is_a_path_and_a_query(token: str, path: str, query: str) -> None:
    """The query begins at the first question mark; the first page's request stays as it is."""
    first = json_request()
    there = LinkPagination(lambda request, response: None).request_for(first, token, "https://api.example.com/v1")
    assert (there.path, there.query, there.method, there.operation) == (path, query, "GET", "getThing")
    assert (first.path, first.query) == ("/things/7", "")


@pytest.mark.parametrize(
    "token",
    [
        "2",
        "",
        "things",
        ".evil.example/x",
        "@evil.example/x",
        "1/steal",
        ":81/x",
        "/../admin",
        "/%2e%2e/x",
        "/a b",
        "\\x",
    ],
)
@pytest.mark.parametrize("base_url", ["https://api.example.com", "https://api.example.com/v1", "http://127.0.0.1:210"])
async def test_a_token_from_elsewhere_leads_nowhere(token: str, base_url: str) -> None:
    """A token may come back from a web page or a database: it cannot send credentials to another host or place."""
    for given in (token, token + 300 * ".x"):
        with pytest.raises(ValueError, match=r"^page_token must be the token of a page of this list, not ") as caught:
            LinkPagination(lambda request, response: None).request_for(json_request(), given, base_url)
        assert str(caught.value).endswith(repr(given))


@pytest.mark.parametrize(
    ("link", "token"),
    [(None, None), ("", None), ("/v1/things", "/things"), ("/v1/things?page=2", "/things?page=2")],
)
async def test_a_link_becomes_a_token(link: str | None, token: str | None) -> None:
    """Path and query below the API's own address, or nothing after the last page."""
    first = await linked(Script(page([1], link)))
    assert (first.next_page_token, first.total) == (token, None)


async def test_a_link_is_looked_for_in_the_answer_to_a_request() -> None:
    """Both are at hand: some vendors' links make sense only with what was asked."""
    asked: list[tuple[str, list[int]]] = []

    def find(request: Request[Any, Any], response: Response) -> str | None:
        asked.append((request.path, numbers(request, response)))
        return "/v1/things?page=2" if len(asked) == 1 else None

    script = Script(page([1]), page([2]))
    assert [item async for item in Pager(fake_session(script), json_request(), numbers, LinkPagination(find))] == [1, 2]
    assert asked == [("/things/7", [1]), ("/things", [2])]


async def test_one_page_is_all_there_is() -> None:
    """Without paging there is no further page and no total, and a made-up token is named in the error."""
    listing = Pager(fake_session(Script(page([1]))), json_request(), numbers, SinglePage())
    first = await listing
    assert (first.items, first.next_page_token, first.total) == ([1], None, None)
    with pytest.raises(errors.PagingError, match="none at 'made-up'"):
        await anext(listing.pages(page_token="made-up"))


class Numbered:
    """Pages by number; remembers what it was asked."""

    def __init__(self, last: int) -> None:
        self.last = last
        self.heard: list[tuple[Any, ...]] = []

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        number = int(request.query or 1)
        self.heard.append(("following", number, response.json()["items"], base_url))
        return str(number + 1) if number < self.last else None

    def request_for(self, request: Request[Any, Any], token: str, base_url: str) -> Request[Any, Any]:
        there = json_request()
        there.query = token
        self.heard.append(("at", request.query, token, base_url))
        return there

    def total(self, response: Response) -> int | None:
        return len(response.json()["items"])


async def test_pagination_sees_each_page_with_its_own_request() -> None:
    """What follows a page is asked with the request that was answered; further requests are made from the first."""
    pagination, decoded = Numbered(2), list[str]()

    def decode(request: Request[Any, Any], response: Response) -> list[int]:
        decoded.append(request.query)
        return numbers(request, response)

    listing = Pager(fake_session(Script(page([1, 1]), page([2]))), json_request(), decode, pagination)
    pages = [page async for page in listing.pages()]
    assert [(page.items, page.total, page.next_page_token) for page in pages] == [([1, 1], 2, "2"), ([2], 1, None)]
    assert decoded == ["", "2"]
    base_url = "https://api.example.com/v1"
    assert pagination.heard == [
        ("following", 1, [1, 1], base_url),
        ("at", "", "2", base_url),
        ("following", 2, [2], base_url),
    ]


async def test_a_problem_with_the_way_on_says_where_to_try_again() -> None:
    """A link to another host is named, in at most 500 characters, with the page it was found on to resume at."""
    away = "https://evil.example/" + "a" * 500
    script = Script(page([1], "/v1/things?page=2"), page([2], away))
    with pytest.raises(errors.PagingError, match=r"below https://api\.example\.com/v1.*evil\.example") as caught:
        _ = [item async for item in linked(script)]
    assert caught.value.page_token == "/things?page=2"
    assert (str(caught.value).endswith("aaa"), len(str(caught.value))) == (True, 500)
    with pytest.raises(errors.PagingError) as first:
        await linked(Script(page([1], away)))
    assert first.value.page_token is None


async def test_an_error_on_the_first_page_resumes_at_the_start() -> None:
    """There is no token for the beginning."""
    with pytest.raises(errors.NotFoundError) as caught:
        await linked(Script(answer(404)))
    assert caught.value.page_token is None


async def test_empty_pages_may_repeat() -> None:
    """Pages without items look alike and are no reason to stop; two equal ones with items are."""
    listing = Pager(fake_session(Script(page([]), page([]), page([1]))), json_request(), numbers, Numbered(3))
    assert [item async for item in listing] == [1]
    script = Script(page([1], "/v1/t?p=2"), page([2], "/v1/t?p=3"), page([1], "/v1/t?p=2"))
    with pytest.raises(errors.PagingError, match="same page twice") as caught:
        _ = [item async for item in linked(script)]
    assert caught.value.page_token == "/t?p=3"


@pytest.mark.parametrize(("token", "numbers_got"), [(None, [1, 2]), ("/t?p=2", [1])])
async def test_a_page_whose_next_one_came_before_is_the_last(token: str | None, numbers_got: list[int]) -> None:
    """Also where that is the page to begin with; it is handed out without a token, which the error has."""
    script, got = Script(page([1], "/v1/t?p=2"), page([2], "/v1/t?p=2")), list[Page[int]]()
    with pytest.raises(errors.PagingError, match=r"^the next page is one that came before") as caught:
        async for one in linked(script).pages(page_token=token):
            got.append(one)
    assert [one.items for one in got] == [[number] for number in numbers_got]
    assert (got[-1].next_page_token, caught.value.page_token) == (None, "/t?p=2")


@pytest.mark.parametrize(("bound", "prefetch"), [(1, False), (2, False), (1, True), (2, True)])
async def test_the_bound_is_a_number_of_pages(bound: int, prefetch: bool) -> None:
    """Exactly so many are loaded and handed out, also ahead, and then the error says how many and where to go on."""
    script = Script(*[page([number], f"/v1/t?p={number + 1}") for number in range(1, 9)])
    got: list[int] = []
    with pytest.raises(errors.PagingError, match=f"more than {bound} pages") as caught:
        async for one in linked(script, max_pages=bound, prefetch=prefetch).pages():
            got += one
            for _ in range(20):
                await asyncio.sleep(0)
    assert (got, len(script.requests)) == (list(range(1, bound + 1)), bound)
    assert caught.value.page_token == f"/t?p={bound + 1}"


@pytest.mark.parametrize("bound", [1, 3])
async def test_a_list_as_long_as_its_bound_is_no_error(bound: int) -> None:
    """The last page that is allowed may be the last one there is."""
    steps = [page([number], f"/v1/t?p={number + 1}" if number < bound else None) for number in range(1, bound + 1)]
    assert [item async for item in linked(Script(*steps), max_pages=bound)] == list(range(1, bound + 1))


async def test_a_list_may_be_resumed_ahead_of_its_reader() -> None:
    """A token and prefetch together: from the page after, still one ahead."""
    script = Script(page([2], "/v1/t?p=3"), page([3], "/v1/t?p=4"), page([4]))
    async with aclosing(linked(script, prefetch=True).pages(page_token="/t?p=2")) as pages:
        assert list(await anext(pages)) == [2]
        for _ in range(20):
            await asyncio.sleep(0)
        assert [request.url.rpartition("/")[2] for request in script.requests] == ["t?p=2", "t?p=3"]
        assert [list(one) async for one in pages] == [[3], [4]]


async def test_abandoning_what_is_ahead_waits_until_it_is_gone() -> None:
    """A transport that takes its time to give up has given up when the list is closed."""
    begun, gone = asyncio.Event(), asyncio.Event()

    class Reluctant(Script):
        async def send(self, request: Any) -> WireResponse:
            response = await super().send(request)
            if len(self.requests) > 1:
                begun.set()
                try:
                    await asyncio.Event().wait()
                finally:
                    await asyncio.sleep(0)
                    gone.set()
            return response

    async with aclosing(linked(Reluctant(page([1], "/v1/t?p=2")), prefetch=True).pages()) as pages:
        await anext(pages)
        await begun.wait()
    assert gone.is_set()


def things(items: list[Any], link: str | None = None) -> WireResponse:
    return answer(200, {"items": [{"id": item} for item in items], "next": link})


def by_id(script: Script, **options: Any) -> Pager[dict[str, Any]]:
    def decode(request: Request[Any, Any], response: Response) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", response.json()["items"])

    pagination = LinkPagination(lambda request, response: response.json()["next"])
    return Pager(fake_session(script), json_request(), decode, pagination, identity=lambda item: item["id"], **options)


MOVES: list[tuple[list[list[Any]], list[list[Any]]]] = [
    ([[1, 2], [2, 3], [3, 4]], [[1, 2], [3], [4]]),
    ([["a"], ["a", "b"], ["a"]], [["a"], ["b"], []]),
    ([[1, 1], [1, 2, 2]], [[1, 1], [2, 2]]),
    ([[None, 1], [None, 1]], [[None, 1], [None]]),
    ([[1], ["1"]], [[1], ["1"]]),
    ([[], [1], [1, 2]], [[], [1], [2]]),
]


@pytest.mark.parametrize("prefetch", [False, True])
@pytest.mark.parametrize(("sent", "given"), MOVES)
async def test_what_moves_to_a_later_page_is_given_once(
    sent: list[list[Any]], given: list[list[Any]], prefetch: bool
) -> None:
    """By its id as the vendor wrote it; what has none, and what is twice on one page, is given as it comes."""

    def steps() -> Script:
        links = [f"/v1/t?p={number}" for number in range(2, len(sent) + 1)]
        return Script(*[things(items, link) for items, link in zip(sent, [*links, None], strict=True)])

    listing = by_id(steps(), prefetch=prefetch)
    assert [[one["id"] for one in page] async for page in listing.pages()] == given
    listing = by_id(steps(), prefetch=prefetch)
    assert [one["id"] async for one in listing] == [item for page in given for item in page]


async def test_every_iteration_starts_with_nothing_given() -> None:
    """A list that is read twice is whole twice, and one that is resumed knows nothing of what came before."""
    script = Script(things([1], "/v1/t?p=2"), things([1, 2]), things([1], "/v1/t?p=2"), things([1, 2]), things([1, 2]))
    listing = by_id(script)
    assert [[one["id"] async for one in listing] for _ in range(2)] == [[1, 2], [1, 2]]
    assert [[one["id"] for one in page] async for page in listing.pages(page_token="/t?p=2")] == [[1, 2]]


async def test_what_cannot_be_read_is_not_asked_who_it_is() -> None:
    """Only items are told apart; a failure is none, and none is left out for another."""
    asked: list[object] = []

    def identity(one: int) -> int:
        asked.append(one)
        return one

    listing = bad_list([1, "x"], [1, "x", 2], identity=identity).on_unreadable("skip")
    assert [(one.items, len(one.failures)) async for one in listing.pages()] == [([1], 1), ([2], 1)]
    assert asked == [1, 1, 2]


class Broken(Numbered):
    """Says that there is a further page, and no way to it."""

    def next_token(self, request: Request[Any, Any], response: Response, base_url: str) -> str | None:
        raise PagingError("no way")


async def test_nothing_is_loaded_ahead_where_there_is_no_way() -> None:
    """No request is made for a page behind one whose link is garbage."""
    pagination = Broken(2)
    listing = Pager(fake_session(Script(page([1]))), json_request(), numbers, pagination, prefetch=True)
    got: list[int] = []
    with pytest.raises(PagingError, match="no way"):
        async for one in listing:
            got.append(one)
            await asyncio.sleep(0)
    assert (got, pagination.heard) == ([1], [])


async def test_a_link_to_a_place_on_its_page_names_that_page() -> None:
    """With its query: the page is not taken for the first one of the list."""
    request = json_request()
    request.query = "page=2"
    response = Response(200, (), b"")
    pagination = LinkPagination(lambda request, response: "#end")
    assert pagination.next_token(request, response, "https://api.example.com/v1") == "/things/7?page=2"


def test_a_page_below_a_key_like_steps_of_dots_can_be_resumed() -> None:
    """What was asked for is asked for again, whatever it looks like; another such place is not."""
    request = json_request()
    request.path = "/projects/..%2Fb/things"
    pagination = LinkPagination(lambda request, response: None)
    there = pagination.request_for(request, "/projects/..%2Fb/things?offset=1", "https://api.example.com/v1")
    assert (there.path, there.query) == (request.path, "offset=1")
    with pytest.raises(errors.InvalidPageTokenError):
        pagination.request_for(request, "/projects/..%2Fc/things?offset=1", "https://api.example.com/v1")


async def test_links_are_resolved_against_their_own_page() -> None:
    """A query alone means the page that it was found on, page after page."""
    script = Script(page([1], "?page=2"), page([2], "?page=3"), page([3]))
    assert [item async for item in linked(script)] == [1, 2, 3]
    assert [request.url.removeprefix("https://api.example.com/v1") for request in script.requests] == [
        "/things/7",
        "/things/7?page=2",
        "/things/7?page=3",
    ]


async def test_a_link_over_http_is_asked_for_over_https() -> None:
    """A vendor behind a proxy that ends TLS does not know better; nothing is sent in the clear."""
    script = Script(page([1], "http://api.example.com/v1/things?page=2"), page([2]))
    assert [item async for item in linked(script)] == [1, 2]
    assert script.requests[1].url == "https://api.example.com/v1/things?page=2"


@pytest.mark.parametrize("token", ["/..%2fadmin", "/%2e%2e%5cadmin", "/..;/admin", "/%252e%252e/admin", "2"])
async def test_a_token_that_leads_up_is_both_kinds_of_error(token: str) -> None:
    """For whoever catches what lists raise, and for whoever catches wrong calls; nothing is sent."""
    script = Script(page([1]))
    with pytest.raises(errors.InvalidPageTokenError) as caught:
        await anext(linked(script).pages(page_token=token))
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, errors.PagingError)
    assert (caught.value.page_token, script.requests) == (token, [])


def test_a_token_is_text() -> None:
    """Something else is refused when it is given, not when the first page is wanted."""
    with pytest.raises(TypeError, match="page_token must be of type str, not int"):
        linked(Script(page([1]))).pages(page_token=cast("str", 2))


SECRET = "s3cret-token"


@pytest.mark.parametrize(
    ("steps", "token"),
    [
        ([page([1], f"https://evil.example/?key={SECRET}")], None),
        ([page([1], f"/v1/t?key={SECRET}"), page([2], "https://evil.example/")], None),
        ([page([1], f"/v1/t?key={SECRET}"), page([1], f"/v1/t?key={SECRET}")], None),
        ([page([1], f"/v1/t?key={SECRET}"), answer(404)], None),
        ([page([1])], f"elsewhere?key={SECRET}"),
        ([page([1], f"https://evil.example/{'x' * 170}{SECRET}")], None),
        ([page([1], f"https://evil.example/{'x' * 395}{SECRET}")], None),
        ([page([1])], f"{'x' * 193}{SECRET}"),
    ],
)
async def test_no_error_of_a_list_holds_a_credential(steps: list[WireResponse], token: str | None) -> None:
    """A vendor that writes the token into its links gets it into no message and no page token of an error."""
    with pytest.raises(errors.ABClientError) as caught:
        _ = [one async for one in linked(Script(*steps)).pages(page_token=token)]
    shown = f"{caught.value} {caught.value.args}"
    assert SECRET[:4] not in f"{shown} {vars(caught.value)}"
    assert len(shown) < 1100


async def test_a_link_with_a_credential_is_followed_as_it_is() -> None:
    """The page's own token goes without it, and still leads there; what is asked for is what the vendor wrote."""
    links = [f"/v1/t?a=1&key={SECRET}&b=2", f"/v1/t?key={SECRET}", f"/v1/t?a=2&key={SECRET}?c"]
    script = Script(*(page([number], link) for number, link in enumerate([*links, None], 1)))
    pages = [(one.items, one.next_page_token) async for one in linked(script).pages()]
    assert pages == [([1], "/t?a=1&b=2"), ([2], "/t"), ([3], "/t?a=2"), ([4], None)]
    assert script.requests[1].url.endswith(f"?a=1&key={SECRET}&b=2")


def failure(index: int, item: int | str | None = None) -> DecodeError:
    error = DecodeError(f"item {index + 1} cannot be read", model="Thing", field="id", operation="list", body=b"x")
    error.index, error.item = index, item
    return error


class Bad:
    """Decodes a list in which texts are items that cannot be read."""

    def __call__(self, request: Request[Any, Any], response: Response) -> list[int | DecodeError]:
        found: list[Any] = response.json()["items"]
        return [failure(index, one[1:] or None) if isinstance(one, str) else one for index, one in enumerate(found)]


def bad_list(*pages: list[Any], **more: Any) -> Pager[int]:
    links = [f"https://api.example.com/v1/things?page={number + 2}" for number in range(len(pages) - 1)]
    script = Script(*(page(items, link) for items, link in zip(pages, [*links, None], strict=True)))
    return Pager(fake_session(script), json_request(), Bad(), LinkPagination(_link), **more)


def _link(request: Request[Any, Any], response: Response) -> str | None:
    found = response.json()["next"]
    return cast("str | None", found)


async def test_what_cannot_be_read_is_raised_behind_the_last_item() -> None:
    """All items of all pages are given before; the error has each failure, with its page."""
    got: list[int] = []
    with pytest.raises(DecodeError) as caught:
        async for one in bad_list([1, "x7", 2], [3], ["x", 4]):
            got.append(one)
    error = caught.value
    assert got == [1, 2, 3, 4]
    assert error.message == (
        "2 items of the list cannot be read, all others were given; the first: on page 1, item 2 cannot be read"
    )
    assert [(one.page, one.index, one.place) for one in error.failures] == [(1, 1, "7"), (3, 0, "item 1 of page 3")]
    assert (error.page, error.index, error.item, error.model, error.field) == (1, 1, "7", "Thing", "id")
    assert (error.operation, error.body) == ("list", b"x")
    again = pickle.loads(pickle.dumps(error))
    assert [one.place for one in again.failures] == ["7", "item 1 of page 3"]


async def test_a_single_failure_needs_no_count() -> None:
    """It is told as it is."""
    with pytest.raises(DecodeError) as caught:
        _ = [one async for one in bad_list(["x"])]
    assert caught.value.message == "on page 1, item 1 cannot be read"
    assert len(caught.value.failures) == 1


async def test_pages_are_given_whole_before_the_failures_are_raised() -> None:
    """Each page has its own failures, and says so."""
    got: list[tuple[list[int], int]] = []
    shown: list[str] = []
    with pytest.raises(DecodeError):
        async for one in bad_list([1, "x"], [2]).pages():
            got.append((one.items, len(one.failures)))
            shown.append(repr(one))
    assert got == [([1], 1), ([2], 0)]
    assert shown == [
        "<Page of 1 items and 1 that cannot be read, there is more>",
        "<Page of 1 items, the last one>",
    ]


async def test_an_awaited_page_is_raised_or_given_with_its_failures() -> None:
    """The caller chooses; a page behind it is of no interest."""
    with pytest.raises(DecodeError):
        await bad_list([1, "x"], [2])
    first = await bad_list([1, "x"], [2]).on_unreadable("skip")
    assert (list(first), first.failures[0].page, first.entries) == ([1], 1, [1, first.failures[0]])


async def test_whoever_wants_to_hear_of_it_is_told_before_the_page() -> None:
    """A function is called with each failure, and nothing is raised."""
    seen: list[object] = []
    async for one in bad_list([1, "x"], ["x9", 2]).on_unreadable(seen.append):
        seen.append(one)
    assert [one.place if isinstance(one, DecodeError) else one for one in seen] == ["item 2 of page 1", 1, "9", 2]


async def test_another_choice_leaves_the_list_as_it_was() -> None:
    """The choice is of a copy; what is no choice is refused."""
    listing = bad_list(["x"])
    assert [one async for one in listing.on_unreadable("skip")] == []
    for raising in (listing, listing.on_unreadable("skip").on_unreadable("raise")):
        with pytest.raises(DecodeError):
            _ = [one async for one in raising]
    with pytest.raises(ValueError, match="on_unreadable takes"):
        _ = listing.on_unreadable(cast("Any", "ignore"))


async def test_a_list_that_does_not_end_says_that_first() -> None:
    """The failures before it are its cause."""
    listing = bad_list(["x"], [1], max_pages=1)
    with pytest.raises(PagingError, match="more than 1 pages") as caught:
        _ = [one async for one in listing]
    assert isinstance(caught.value.__cause__, DecodeError)
    twice = Script(
        page(["x"], "https://api.example.com/v1/things?page=2"), page(["x"], "https://api.example.com/v1/things?page=2")
    )
    with pytest.raises(PagingError, match="the same page twice"):
        _ = [one async for one in Pager(fake_session(twice), json_request(), Bad(), LinkPagination(_link))]
    elsewhere = Script(page(["x"], "https://evil.example/things"))
    foreign = Pager(fake_session(elsewhere), json_request(), Bad(), LinkPagination(_link))
    for call in (_all(foreign), _one(foreign)):
        with pytest.raises(PagingError) as caught:
            await call
        assert isinstance(caught.value.__cause__, DecodeError)


async def _one(listing: Pager[int]) -> Page[int]:
    return await listing


async def _all(listing: Pager[int]) -> list[int]:
    return [one async for one in listing]


async def test_entries_have_the_failures_in_their_places() -> None:
    """Nothing is raised; the order is that of the vendor."""
    places = [
        one.place if isinstance(one, DecodeError) else one async for one in bad_list([1, "x"], ["x8", 2]).entries()
    ]
    assert places == [1, "item 2 of page 1", "8", 2]


async def test_keys_of_a_list_stand_in_for_what_cannot_be_read() -> None:
    """Unless the list was told to do something else about it, or is no list of a vendor."""
    keys = [one async for one in keys_in(bad_list([1, "x5"]), lambda one: (one, -one), lambda place: f"<{place}>")]
    assert keys[:2] == [1, -1]
    failed = cast("Failed[str]", keys[2])
    assert failed.__class__ is Failed
    assert (failed.key, failed.error.__class__) == ("<5>", DecodeError)
    skipping = keys_in(bad_list([1, "x5"]).on_unreadable("skip"), lambda one: (one,))
    assert [one async for one in skipping] == [1]
    assert [one async for one in keys_in([1, 2], lambda one: (one,))] == [1, 2]


async def test_keys_of_a_list_are_counted_and_drawn_again() -> None:
    """What has a length is counted beforehand; an iterator is read once, and a vendor's list from its first page."""
    twice = keys_in([1, 2], lambda one: (one, -one))
    assert (twice.total, [one async for one in twice], [one async for one in twice]) == (
        4,
        [1, -1, 2, -2],
        [1, -1, 2, -2],
    )
    once = keys_in(iter([1]), lambda one: (one,))
    assert (once.total, [one async for one in once]) == (None, [1])
    with pytest.raises(RuntimeError, match="read only once"):
        aiter(once)
    listing = keys_in(bad_list([1], [2]), lambda one: (one,))
    assert (listing.total, [one async for one in listing]) == (None, [1, 2])
