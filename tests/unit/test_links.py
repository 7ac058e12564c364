"""Links to the next page: where they lead, however they are written, and what no link can reach."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from abclient import _links

BASE = "https://gateway.example/tenants/a/opt/v2"
HERE = "/experiments?project_id=1&page=1"


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("?page=2", ("/experiments", "page=2")),
        ("?page=2#end", ("/experiments", "page=2")),
        ("experiments?page=2", ("/experiments", "page=2")),
        ("./experiments?page=2", ("/experiments", "page=2")),
        ("./other?page=2", ("/other", "page=2")),
        ("#end", ("/experiments", "project_id=1&page=1")),
        (f"{BASE}/other?back=/../x", ("/other", "back=/../x")),
        (f"{BASE}/other#/../x", ("/other", "")),
        ("/tenants/a/opt/v2/experiments?page=2", ("/experiments", "page=2")),
        (f"{BASE}/experiments?page=2", ("/experiments", "page=2")),
        (f"{BASE}/other?page=2", ("/other", "page=2")),
        ("http://gateway.example/tenants/a/opt/v2/experiments?page=2", ("/experiments", "page=2")),
        ("/v2/experiments?page=2", ("/experiments", "page=2")),
        ("/opt/v2/experiments?page=2", ("/experiments", "page=2")),
        ("/experiments?page=2", ("/experiments", "page=2")),
        ("http://gateway.example/v2/experiments?page=2", ("/experiments", "page=2")),
        ("/tenants/b/opt/v2/experiments?page=2", None),
        ("/b/v2/experiments?page=2", None),
        ("/2/experiments?page=2", None),
        ("/v2/other?page=2", None),
        ("/v2/experimentsx?page=2", None),
        ("../../../b/opt/v2/experiments?page=2", None),
        ("https://api.optimizely.com/v2/experiments?page=2", None),
        ("/tenants/a/opt/v2x/experiments?page=2", None),
    ],
)
def test_the_page_that_a_link_leads_to(link: str, expected: tuple[str, str] | None) -> None:
    """Relative to its page, below the base URL, or below what is left of that without a gateway's prefix; else None."""
    assert _links.resolve_same_origin(BASE, link, HERE) == expected


@pytest.mark.parametrize(
    ("here", "link", "expected"),
    [
        ("/projects/a%20b/things", "/api/projects/a+b/things?offset=1", None),
        ("/projects/a%20b/things", "/projects/a%20b/things?offset=1", ("/projects/a%20b/things", "offset=1")),
        ("/projects/a%3Ab/things", "/projects/a:b/things?offset=1", ("/projects/a%3Ab/things", "offset=1")),
        ("/projects/..%2Fb/things", "/ld/projects/..%2Fb/things?offset=1", ("/projects/..%2Fb/things", "offset=1")),
        ("/", "/?offset=1", None),
    ],
)
def test_the_page_itself_is_asked_for_as_it_was(here: str, link: str, expected: tuple[str, str] | None) -> None:
    """Vendors may encode less than we do; a key that looks like steps of dots is what was asked for."""
    assert _links.resolve_same_origin("https://gateway.example/ld", link, here) == expected


DOTS = [
    "..",
    "%2e%2e",
    ".%2E",
    "%252e%252e",
    "%25252e.",
    "..;",
    "..;x=1",
    "..%3b",
    "..%00",
    "..%20",
    "%20..",
    "..%23",
    "..%3f",
]
ENDS = ["/", "%2f", "%2F", "%5c", "%255c", "%252f"]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("dots", [*DOTS, *(dots.replace("..", ".") for dots in DOTS if ".." in dots)])
@pytest.mark.parametrize("place", ["/{}admin", "/projects/{}{}{}admin?page=2", "/x%2f{}y", "/x/{}"])
def test_no_spelling_of_dots_leads_up(dots: str, end: str, place: str) -> None:
    """Whatever a server or proxy decodes, and however often: a way out of the base URL is not asked for."""
    for dotted in (place.format(*[dots + end] * 3), place.format(*[dots + end] * 3).rstrip("/")):
        path = f"/tenants/a/opt/v2{dotted}"
        assert _links.resolve_same_origin(BASE, path, HERE) is None, path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a%2Fb", ("/a%2Fb", "")),
        ("/a%252Fb", ("/a%252Fb", "")),
        ("/a..b/...", ("/a..b/...", "")),
        ("/a%20b/c%3Bd", ("/a%20b/c%3Bd", "")),
        ("/%C3%A4", ("/%C3%A4", "")),
        ("/%c0%ae%c0%ae/x", None),
        ("/%ff", None),
        ("/a%0d%0ab", None),
        ("/a%7f", None),
        ("/" + "%25" * 7 + "2e", ("/" + "%25" * 7 + "2e", "")),
        ("/%" + "25" * 7 + "41", ("/%" + "25" * 7 + "41", "")),
        ("/%" + "25" * 8 + "41", None),
        ("/%" + "25" * 9 + "41", None),
    ],
)
def test_what_else_a_path_may_hold(path: str, expected: tuple[str, str] | None) -> None:
    """Keys with slashes, blanks and letters of all languages are keys; bytes that are no text lead nowhere."""
    assert _links.resolve_same_origin(BASE, f"/tenants/a/opt/v2{path}", HERE) == expected


def test_endless_layers_of_encoding_are_given_up() -> None:
    """A link of a megabyte that unwraps step by step costs a moment, and is refused."""
    assert _links.resolve_same_origin(BASE, f"/tenants/a/opt/v2/%{'25' * 500_000}2e", HERE) is None


@pytest.mark.parametrize(
    ("header", "broken"),
    [
        (None, False),
        ("", False),
        ("<https://x/2>; rel=next", False),
        ("<https://x/2>; rel=prev", False),
        ("<https://x/2?a=;rel=next>; rel=prev", False),
        ("https://x/2; rel=next", True),
        ("<https://x/2; rel=next", True),
        ('https://x/2>; rel="last next"', True),
        ("<>; rel=next", True),
        ("https://x/2; <y> rel=next", True),
        ("<https://x/1>; rel=prev, <https://x/3; rel=next", True),
        ("<https://x/3; rel=nextish", False),
    ],
)
def test_a_link_that_cannot_be_read_is_noticed(header: str | None, broken: bool) -> None:
    """A header that names a next page and hides where it is does not look like the end of the list."""
    assert _links.broken_link_in_header(header, "next") is broken


@pytest.mark.parametrize("key", ["a/../b", "a\\..\\b", "..;", "%2e%2e", "ä b"])
def test_keys_of_ones_own_can_be_paged(key: str) -> None:
    """What the caller asked for is asked for again, whatever it looks like."""
    own = f"/projects/{quote(key, safe='')}/things"
    assert _links.resolve_same_origin(BASE, "?offset=1", own) == (own, "offset=1")
