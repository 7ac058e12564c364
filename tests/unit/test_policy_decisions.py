"""Decisions at their edges: the rows in which a rule a little different from ours would decide otherwise."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping

import pytest

from abclient import _links, _policy, _rate_limit_headers
from abclient._rate_limit_headers import RateLimitHeaders, RateLimitInfo
from abclient.options import RetryPolicy
from support.fake import LIMIT_HEADERS

NOW = 1_700_000_000.0
DATE = "Tue, 14 Nov 2023 22:13:10 GMT"  # ten seconds before NOW


@pytest.mark.parametrize(("status", "cost"), [(429, 0), (428, 5), (430, 5), (500, 5), (503, 5), (None, 10)])
def test_a_retry_costs_by_what_went_wrong(status: int | None, cost: int) -> None:
    """A refusal for the rate costs nothing, an error 5, no answer at all 10."""
    assert _policy.retry_cost(status) == cost


def test_a_pause_without_a_base_stays_nothing() -> None:
    """Who wants no pauses gets none, after however many retries, and no retry is too many to count."""
    policy = RetryPolicy(base_delay=0.0)
    assert [_policy.backoff_delay(retry, policy, max) for retry in (1, 61, 5_000)] == [0.0, 0.0, 0.0]


def test_the_longest_number_that_is_read_has_forty_digits() -> None:
    """One digit more is junk."""
    assert _rate_limit_headers.parse_retry_after({"retry-after": "1" * 40}, NOW) == float("1" * 40)
    assert _rate_limit_headers.parse_retry_after({"retry-after": "1" * 41}, NOW) is None


@pytest.fixture
def far_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine that is not set to UTC."""
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("far_east")
@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("Tue, 14 Nov 2023 22:14:21 GMT", 61.0),
        ("Tue, 14 Nov 2023 22:14:22 +0000", 62.0),
        ("Tue, 14 Nov 2023 22:14:23", 63.0),
        ("Tue, 14 Nov 2023 23:14:24 +0100", 64.0),
        ("Tue, 14 Nov 2023 22:14:25 -0000", 65.0),
        ("Tuesday, 14-Nov-23 22:14:26 GMT", 66.0),
        ("Thu, 14 Dec 2023 22:13:20 GMT", 30 * 86_400.0),
        ("Mon, 01 Jan 2024 00:00:00 GMT", 1_704_067_200 - NOW),
        ("Tue, 14 Foo 2023 22:14:27 GMT", None),
    ],
)
def test_a_date_is_one_moment_wherever_we_are(date: str, expected: float | None) -> None:
    """Every form of an HTTP date is read by its own zone, or as UTC, never by the machine's."""
    assert _rate_limit_headers.parse_retry_after({"retry-after": date}, NOW) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, RateLimitHeaders()),
        ({"x-ratelimit-remaining": "9"}, RateLimitHeaders()),
        ({"x-ratelimit-reset": "1700000060", "date": DATE}, RateLimitHeaders()),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "30"},
            RateLimitHeaders((RateLimitInfo("account", 9, 30.0),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "30", "date": DATE},
            RateLimitHeaders((RateLimitInfo("account", 9, 30.0),)),
        ),
        (
            {"ratelimit-remaining": "9", "ratelimit-reset": "300"},
            RateLimitHeaders((RateLimitInfo("account", 9, 300.0),)),
        ),
        (
            {"ratelimit-remaining": "9", "ratelimit-reset": "1700000030"},
            RateLimitHeaders((RateLimitInfo("account", 9, 30.0),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1700000030"},
            RateLimitHeaders((RateLimitInfo("account", 9, 30.0),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1700000600"},
            RateLimitHeaders((RateLimitInfo("account", 9, 60.0),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1700000600", "date": DATE},
            RateLimitHeaders((RateLimitInfo("account", 9, 610.0),), NOW - 10),
        ),
        (
            {
                "x-ratelimit-global-remaining": "9",
                "x-ratelimit-route-remaining": "3",
                "x-ratelimit-reset": "1700000600",
            },
            RateLimitHeaders((RateLimitInfo("account", 9, 60.0), RateLimitInfo("route", 3, 60.0))),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "1000000000"},
            RateLimitHeaders((RateLimitInfo("account", 9, 1e9),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "99999999999"},
            RateLimitHeaders((RateLimitInfo("account", 9, 99_999_999_999 - NOW),)),
        ),
        (
            {"x-ratelimit-remaining": "9", "x-ratelimit-reset": "100000000001"},
            RateLimitHeaders((RateLimitInfo("account", 9, 0.0),)),
        ),
    ],
)
def test_a_point_in_time_is_heard_with_the_vendors_own(headers: Mapping[str, str], expected: RateLimitHeaders) -> None:
    """Spans need no date; points in time come with the answer's, and without one are at most a minute away."""
    assert _rate_limit_headers.parse_rate_limit_headers(headers, NOW, own=LIMIT_HEADERS) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/v2/%2e/things", None),
        ("/v2/%2E/things", None),
        ("/v2/%2E%2e/things", None),
        ("/v2/a%2Eb/things", ("/a%2Eb/things", "")),
        ("/v2/a..b/...", ("/a..b/...", "")),
    ],
)
def test_a_step_of_dots_is_no_step(link: str, expected: tuple[str, str] | None) -> None:
    """One dot or two, spelled as a server may read them, lead nowhere; dots within a name are a name."""
    assert _links.resolve_same_origin("https://api.example.com/v2", link) == expected


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ({}, None),
        ({"x-amzn-waf-action": ""}, None),
        ({"x-amzn-requestid": "1"}, None),
        ({"x-amzn-waf-action": "challenge"}, "AWS WAF responded instead of the vendor, .*x-amzn-waf-action: challenge"),
        ({"cf-mitigated": "challenge"}, "Cloudflare responded instead of the vendor"),
    ],
)
def test_a_firewall_is_known_by_its_header(headers: dict[str, str], told: str | None) -> None:
    """Who answered, and what it asks for; an empty header says nothing."""
    found = _policy.blocked_by_firewall(headers)
    assert found is None if told is None else re.search(told, found or "")
