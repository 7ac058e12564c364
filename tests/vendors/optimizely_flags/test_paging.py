"""The lists of Feature Experimentation: three shapes of links, and what cannot be one."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

import abclient
from support.clients import QUICK, TOKEN
from support.fake import Script, answer


def page(number: int, pages: int, **more: Any) -> Any:
    """A page of flags, or of anything else with a key and an id."""
    return answer(200, {"items": [{"key": f"k{number}", "id": number}], "page": number, "total_pages": pages, **more})


def queries(script: Script) -> list[dict[str, list[str]]]:
    """The queries that were sent."""
    return [parse_qs(urlsplit(one.url).query) for one in script.requests]


LINK = "/projects/1/flags?page_token=gASV%2B%3D&archived=true#2"


@pytest.mark.parametrize("following", [[LINK], [LINK, "/projects/1/flags?page_token=later#3"], LINK])
async def test_the_nearest_link_is_followed_by_its_token(following: Any) -> None:
    """A list of links, nearest first, or a single one; path and filters are the list's own, the fragment is dropped."""
    script = Script(page(1, 2, next_url=following), page(2, 2, total_count=2))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        listing = client.project(1).flags.list(query="x", page_size=1)
        assert [one.key async for one in listing] == ["k1", "k2"]
        assert (await listing).total == 2
    first, second, _ = queries(script)
    assert first == {"query": ["x"], "per_page": ["1"]}
    assert second == {**first, "page_token": ["gASV+="]}
    assert {urlsplit(one.url).path for one in script.requests} == {"/flags/v1/projects/1/flags"}


@pytest.mark.parametrize("nothing", [{}, {"next_url": []}, {"next_url": None}, {"next_url": ""}])
async def test_the_last_page_has_no_link(nothing: dict[str, Any]) -> None:
    """Absent, or empty."""
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=Script(page(2, 2, **nothing))) as client:
        assert len([one async for one in client.project(1).flags.list()]) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "page 1 of 2, but the answer has no link"),
        ({"next_url": ["/projects/1/flags?page=2"]}, "no page_token"),
        (
            {"next_url": ["https://elsewhere.example/flags?page_token=x"]},
            "leads to elsewhere.example and not to api.optimizely.com, where the API is asked for, so it",
        ),
        ({"next_url": ["/projects/1/flags?page_token=a&page_token=b"]}, "has several page_tokens, so it was not"),
        ({"next_url": ["/projects/1/flags?page_token=a b"]}, "is not a link, so it was not requested"),
        ({"next_url": ["/projects/1/flags?page_token="]}, "has no page_token, so it was not requested"),
        ({"next_url": [5]}, "is not a link, so it was not requested"),
        ({"next_url": ["https://[elsewhere/flags?page_token=x"]}, "is not a link, so it was not requested"),
    ],
)
async def test_a_page_without_a_way_on_is_not_the_end(more: dict[str, Any], said: str) -> None:
    """Its items are given, and then an error says that there are others."""
    script = Script(page(1, 2, **more))
    found: list[str] = []
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        with pytest.raises(abclient.PagingError, match=said):
            async for one in client.project(1).flags.list():
                found.append(one.key)
    assert (found, len(script.requests)) == (["k1"], 1)


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("https://gateway.example/flags/v1/projects/1/flags?page_token=x", None),
        ("https://gateway.example/opti/flags/v1/projects/1/flags?page_token=x", None),
        ("/projects/1/flags?page_token=x", None),
        ("https://api.optimizely.com/flags/v1/projects/1/flags?page_token=x", "leads to api.optimizely.com and not to"),
        ("https://gateway.example/opti/flags/v1/projects/1/flags", "has no page_token"),
    ],
)
async def test_links_behind_a_gateway(link: str, reason: str | None) -> None:
    """The page is asked for below the gateway's own path, whatever the link's is; an error says what is wrong."""
    script = Script(page(1, 2, next_url=[link]), page(2, 2))
    base = "https://gateway.example/opti/flags/v1"
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script, base_url=base) as client:
        listing = client.project(1).flags.list()
        if reason is None:
            assert [one.key async for one in listing] == ["k1", "k2"]
            assert script.requests[1].url == f"{base}/projects/1/flags?page_token=x"
            return
        with pytest.raises(abclient.PagingError, match=reason):
            [one async for one in listing]


async def test_a_page_can_be_the_first_one() -> None:
    """By the token of the page before; other text is refused."""
    script = Script(page(2, 2))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        listing = client.project(1).flags.list()
        assert [len(one) async for one in listing.pages(page_token="abc")] == [1]
        with pytest.raises(abclient.InvalidPageTokenError):
            await anext(listing.pages(page_token="a\nb"))
    assert queries(script) == [{"page_token": ["abc"]}]


async def test_scheduled_changes_are_counted() -> None:
    """They have numbers, and say whether there is more."""
    steps = [answer(200, {"items": [{"id": number}], "total": 2, "has_more": number == 1}) for number in (1, 2)]
    script = Script(*steps)
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        listing = client.project(1).schedules("f").list(page_size=1)
        assert [one.id async for one in listing] == [1, 2]
        with pytest.raises(abclient.InvalidPageTokenError):
            await anext(listing.pages(page_token="x"))
    assert [one.get("page_no") for one in queries(script)] == [None, ["2"]]


async def test_permissions_have_null_in_place_of_links() -> None:
    """The Permission Service pages as the flags API does, with another word for the total."""
    items = [{"id": 7, "key": "f", "role": "admin"}]
    first = {"items": items, "total": 2, "page": 1, "total_pages": 2, "next_url": ["/users/u?page_token=t#2"]}
    last = {"items": [{"id": 8}], "total": 2, "page": 2, "total_pages": 2, "next_url": None}
    script = Script(answer(200, first), answer(200, last))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        listing = client.project(1).permissions.of_user("u", "flags")
        assert [one.id async for one in listing] == [7, 8]
    assert urlsplit(script.requests[1].url).path == "/permissions/users/u/projects/1/flags"


async def test_bare_lists_have_one_page() -> None:
    """Teams come all at once."""
    script = Script(answer(200, [{"id": "t1"}, {"id": "t2"}]))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        assert [one.id async for one in client.teams(1).list()] == ["t1", "t2"]
