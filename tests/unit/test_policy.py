"""Decisions, as tables."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient import _links, _policy, _rate_limit_headers
from abclient.options import RetryPolicy
from support.fake import LIMIT_HEADERS

POLICY = RetryPolicy()
NOW = 1_700_000_000.0
DATE = "Tue, 14 Nov 2023 22:13:20 GMT"  # NOW


def highest(low: float, high: float) -> float:
    return high


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "0"}, 0.0),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": " 7 "}, 7.0),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": ".5"}, 0.5),
        ({"retry-after": "+3"}, 3.0),
        ({"retry-after": "-5"}, 0.0),
        ({"retry-after": "86400"}, 86400.0),
        ({"retry-after": "99999999999999999999"}, 1e20),
        ({"retry-after": "1" * 41}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "0\x1f"}, None),
        ({"retry-after": "\u0663"}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "1e3"}, None),
        ({"retry-after": "5, 6"}, None),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25),
        ({"retry-after-ms": "-1"}, 0.0),
        ({"retry-after-ms": "junk", "retry-after": "9"}, 9.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT"}, 30.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 +0000"}, 30.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50"}, 30.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:12:50 GMT"}, 0.0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT", "date": "Tue, 14 Nov 2023 22:13:40 GMT"}, 10.0),
        ({"retry-after": "Tue, 99 Nov 2023 22:13:50 GMT"}, None),
        ({"retry-after": "Tue, 14 Nov 1000 22:13:50 GMT"}, 0.0),
    ],
)
def test_every_form_of_retry_after_is_understood(headers: Mapping[str, str], expected: float | None) -> None:
    """Seconds, milliseconds and dates give a wait; junk gives none and never an error."""
    assert _rate_limit_headers.parse_retry_after(headers, NOW) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, []),
        ({"x-ratelimit-global-remaining": "3"}, []),
        (
            {"x-ratelimit-global-remaining": "3", "x-ratelimit-reset": "1700000010000"},
            [("account", 3, 10.0)],
        ),
        (
            {
                "x-ratelimit-global-remaining": "3",
                "x-ratelimit-route-remaining": "0",
                "x-ratelimit-reset": "1700000004000",
            },
            [("account", 3, 4.0), ("route", 0, 4.0)],
        ),
        ({"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1700000060"}, [("account", 9, 60.0)]),
        ({"x-ratelimit-remaining": "9", "x-ratelimit-reset": "30"}, [("account", 9, 30.0)]),
        ({"ratelimit-remaining": "2", "ratelimit-reset": "5"}, [("account", 2, 5.0)]),
        (
            {
                "x-ratelimit-remaining": "9",
                "x-ratelimit-reset": "1700000060",
                "date": "Tue, 14 Nov 2023 22:13:50 GMT",
            },
            [("account", 9, 30.0)],
        ),
        ({"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1600000000"}, [("account", 9, 0.0)]),
        (
            {
                "x-ratelimit-remaining": "9",
                "x-ratelimit-reset": "1800000000",
                "date": "Tue, 14 Nov 2023 22:13:50 GMT",
            },
            [("account", 9, 1_800_000_000 - (NOW + 30))],
        ),
        ({"x-ratelimit-remaining": "-1", "x-ratelimit-reset": "5"}, []),
        ({"x-ratelimit-remaining": "many", "x-ratelimit-reset": "5"}, []),
        ({"x-ratelimit-remaining": "9", "x-ratelimit-reset": "later"}, []),
    ],
)
def test_quota_headers_are_read_whatever_clock_they_use(
    headers: Mapping[str, str], expected: list[tuple[str, int, float]]
) -> None:
    """Milliseconds, seconds and spans all become seconds from now, by the vendor's own clock where it is told."""
    assert [
        tuple(quota) for quota in _rate_limit_headers.parse_rate_limit_headers(headers, NOW, own=LIMIT_HEADERS).limits
    ] == expected


@pytest.mark.parametrize(
    ("retry", "bound"), [(1, 0.5), (2, 1.0), (3, 2.0), (6, 16.0), (7, 20.0), (61, 20.0), (10_000, 20.0)]
)
def test_pauses_grow_up_to_their_cap(retry: int, bound: float) -> None:
    """The n-th pause is drawn from 0 to base * 2**(n-1), never above the cap."""
    assert _policy.backoff_delay(retry, POLICY, highest) == bound


def test_pauses_are_spread_evenly() -> None:
    """Full jitter: of 10,000 pauses, each tenth of the range holds a tenth, within 20 %."""
    draw = random.Random(7).uniform
    tenths = [0] * 10
    for _ in range(10_000):
        tenths[min(9, int(_policy.backoff_delay(3, POLICY, draw) / 0.2))] += 1
    assert all(800 <= count <= 1200 for count in tenths)


@pytest.mark.parametrize(
    ("refusals", "asked", "expected"),
    [
        (1, None, 1.25),
        (2, None, 2.5),
        (4, None, 10.0),
        (5, None, 12.5),
        (99, None, 12.5),
        (1, 0.0, 0.0),
        (1, 2.0, 2.2),
        (1, 60.0, 60.5),
        (2, 0.0, 1.0),
        (4, 0.0, 4.0),
        (9, 60.0, 60.5),
    ],
)
def test_the_gate_obeys_the_vendor_and_grows_without_advice(
    refusals: int, asked: float | None, expected: float
) -> None:
    """What the vendor asks is kept and only lengthened; a vendor that keeps refusing is given more time."""
    assert _policy.cooldown_delay(refusals, asked, highest) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, None),
        ("", None),
        ("<https://x/2>; rel=next", "https://x/2"),
        ('<https://x/2>; rel="next"', "https://x/2"),
        ("<https://x/2>;rel=next", "https://x/2"),
        ("<https://x/2> ; rel = next", "https://x/2"),
        ("<https://x/1>; rel=prev,<https://x/3>; rel=next,<https://x/9>; rel=last", "https://x/3"),
        ('<https://x/3>; title="a, b"; rel="last next"', "https://x/3"),
        ("<https://x/2>; REL=Next", "https://x/2"),
        ("<https://x/2?a=1,2>; rel=next", "https://x/2?a=1,2"),
        ("<https://x/1>; rel=prev", None),
        ("<https://x/1>; rel=nextish", None),
        ("https://x/2; rel=next", None),
        ("<https://x/2; rel=next", None),
        ("<<>>;;;rel", None),
    ],
)
def test_the_next_link_is_found_quoted_or_not(header: str | None, expected: str | None) -> None:
    """Both spellings of rel, in any order, and nothing from a malformed header."""
    assert _links.link_in_header(header, "next") == expected


@pytest.mark.parametrize(
    ("base", "link", "expected"),
    [
        ("https://api.example.com", "/v2/things?page=2", ("/v2/things", "page=2")),
        ("https://api.example.com/v2", "/v2/things?page=2", ("/things", "page=2")),
        ("https://api.example.com/v2", "https://api.example.com/v2/things", ("/things", "")),
        ("https://api.example.com/v2", "https://api.example.com:443/v2/things", ("/things", "")),
        ("https://api.example.com/v2", "https://API.example.com/v2/things", ("/things", "")),
        ("http://127.0.0.1:8787", "http://127.0.0.1:8787/a", ("/a", "")),
        ("https://api.example.com/v2", "things?page=2", ("/things", "page=2")),
        ("https://api.example.com/v2", "/other/things", None),
        ("https://api.example.com/v2", "/v2evil/things", None),
        ("https://api.example.com", "http://api.example.com/v2", ("/v2", "")),
        ("https://api.example.com", "http://api.example.com:80/v2", ("/v2", "")),
        ("https://api.example.com:8443", "http://api.example.com:8443/v2", ("/v2", "")),
        ("https://api.example.com:8443", "http://api.example.com/v2", None),
        ("https://api.example.com", "http://api.example.com:8080/v2", None),
        ("http://api.example.com", "https://api.example.com/v2", None),
        ("https://api.example.com", "ftp://api.example.com/v2", None),
        ("https://api.example.com", "https://evil.example/v2", None),
        ("https://api.example.com", "//evil.example/v2", None),
        ("https://api.example.com", "https://api.example.com:8443/v2", None),
        ("https://api.example.com", "https://api.example.com@evil.example/v2", None),
        ("https://api.example.com", "https://user@api.example.com/v2", None),
        ("https://api.example.com", "\\\\evil.example/v2", None),
        ("https://api.example.com", "/v2\r\nX: y", None),
        ("https://api.example.com", "https://api.example.com:port/v2", None),
        ("https://api.example.com", "https://[broken/v2", None),
        ("https://api.example.com/v2", "/v2/%2e%2e/admin", None),
        ("https://api.example.com/v2", "/v2/../admin", None),
    ],
)
def test_a_next_link_leads_nowhere_but_below_the_api(base: str, link: str, expected: tuple[str, str] | None) -> None:
    """Whatever an answer says, the next request with our credentials goes to the API's own host and prefix."""
    assert _links.resolve_same_origin(base, link) == expected


@given(
    st.dictionaries(
        st.sampled_from(
            ["retry-after", "retry-after-ms", "date", "x-ratelimit-reset", "x-ratelimit-remaining", "ratelimit-reset"]
        ),
        st.text(max_size=60),
    )
)
def test_no_header_can_raise(headers: dict[str, str]) -> None:
    """Whatever text a header holds, reading it gives a sane wait or nothing."""
    wait = _rate_limit_headers.parse_retry_after(headers, NOW)
    assert wait is None or wait >= 0
    assert all(
        0 <= quota.reset_in < 1e41 for quota in _rate_limit_headers.parse_rate_limit_headers(headers, NOW).limits
    )


@given(st.text(max_size=200))
def test_no_link_can_leave_the_host(link: str) -> None:
    """Whatever text a next link holds, it leads below the base URL or nowhere."""
    target = _links.resolve_same_origin("https://api.example.com/v2", link)
    assert target is None or target[0].startswith("/")
    _links.link_in_header(link, "next")
