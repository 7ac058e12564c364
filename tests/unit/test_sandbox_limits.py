"""The sandbox's rate limits, at moments of our choice."""

from __future__ import annotations

from random import Random

import pytest

from abclient.sandbox.limits import (
    STYLES,
    FixedWindow,
    LimitState,
    Rate,
    Scoped,
    Shared,
    TokenBucket,
    make_limit,
    retry_after,
    silent,
    slowdown,
)


@pytest.mark.parametrize(
    ("text", "rate"),
    [("100", Rate(100, 1)), ("100/10", Rate(100, 10)), (" 5/0.5 ", Rate(5, 0.5)), ("1/3600", Rate(1, 3600))],
)
def test_rates_are_read(text: str, rate: Rate) -> None:
    """N is per second, N/SECONDS is per window."""
    assert Rate.parse(text) == rate


@pytest.mark.parametrize("text", ["", "x", "10/", "10/x", "-1", "0", "10/0", "1/2/3", "1e3"])
def test_rates_that_are_none(text: str) -> None:
    """Anything else is refused."""
    with pytest.raises(ValueError, match="rate"):
        Rate.parse(text)


def test_a_window_lets_so_many_through_and_begins_anew() -> None:
    """Requests are counted per window, a refused one is not, and the next window starts at zero."""
    window = FixedWindow(Rate(2, 10))
    states = [window.admit("route", 1000.5) for _ in range(4)]
    assert [state.allowed for state in states] == [True, True, False, False]
    assert [state.remaining for state in states] == [1, 0, 0, 0]
    assert {(state.reset, state.wait) for state in states} == {(1010.0, 9.5)}
    assert not window.admit("route", 1009.999).allowed
    assert window.admit("route", 1010.0).remaining == 1


def test_routes_are_counted_apart() -> None:
    """An account's requests add up; a route knows only its own."""
    window = FixedWindow(Rate(10))
    window.admit("a", 0.0)
    window.admit("a", 0.0)
    state = window.admit("b", 0.0)
    assert (state.remaining, state.route_remaining) == (7, 9)


def test_a_bucket_gives_a_burst_and_then_a_rate() -> None:
    """A full bucket lets its size through at once; after that, one for each interval, and it says how long that is."""
    bucket = TokenBucket(Rate(4, 2))
    assert [bucket.admit("a", 100.0).allowed for _ in range(5)] == [True] * 4 + [False]
    assert bucket.admit("b", 100.1).wait == pytest.approx(0.4)
    assert bucket.admit("b", 100.5).allowed
    assert not bucket.admit("b", 100.5).allowed
    assert [bucket.admit("a", 200.0).allowed for _ in range(5)] == [True] * 4 + [False]


def test_a_penalty_locks_out_whoever_goes_too_far() -> None:
    """Once the bucket is found empty, everything is refused for the whole penalty, and only then the bucket counts."""
    box = TokenBucket(Rate(1, 1), penalty=60.0)
    assert [box.admit("a", at).allowed for at in (10.0, 10.1, 11.5, 70.0, 70.2)] == [True, False, False, False, True]


def test_somebody_else_takes_a_share() -> None:
    """Of ten a second, half of which somebody else asks for, about half is left in the long run."""
    limit = Shared(FixedWindow(Rate(10)), Rate(10), 0.5, Random(1))
    left = 0
    for second in range(200):
        limit.admit("a", second)
        left += limit.admit("a", second + 0.999).remaining + 2
    assert 900 <= left <= 1100


def state(*, allowed: bool) -> LimitState:
    """The state 2.1 seconds before the next window."""
    return LimitState(allowed, Rate(10), remaining=0, route_remaining=0, reset=100.0, wait=2.1)


def test_styles_of_headers() -> None:
    """retry-after speaks only in a refusal, in whole seconds; silent never does; vendor leaves it to the vendor."""
    assert retry_after(state(allowed=True)) == {}
    assert retry_after(state(allowed=False)) == {"Retry-After": "3"}
    assert silent(state(allowed=False)) == {}
    assert [name for name, style in STYLES.items() if style.headers is None] == ["vendor"]


def test_styles_of_limits() -> None:
    """Each name makes its limit, alone or shared; a slowing server refuses nothing."""
    assert isinstance(make_limit("silent", {"account": Rate(5)}, 0.0, Random(1)), FixedWindow)
    assert make_limit("penalty", {"account": Rate(5)}, 0.0, Random(1)) == TokenBucket(Rate(5), 60.0)
    assert isinstance(make_limit("bucket", {"account": Rate(5)}, 0.3, Random(1)), Shared)
    assert make_limit("slowing", {"account": Rate(5)}, 0.3, Random(1)) is None


def test_a_slowing_server_is_fastest_at_its_best() -> None:
    """Throughput, requests in flight over how long each takes, peaks where it is said to."""
    assert max(range(1, 100), key=lambda number: number / slowdown(number, 16)) == 16


def test_several_limits_let_through_what_each_lets_through() -> None:
    """A request that one refuses counts for none, routes are counted apart, and each scope has its own reset."""
    rates = {"account": Rate(5, 10), "route": Rate(2, 20), "token": Rate(3, 15)}
    limit = make_limit("vendor", rates, 0.0, Random(1))
    assert isinstance(limit, Scoped)
    states = [limit.admit(route, 1.0) for route in ("a", "a", "a", "b", "b")]
    assert [state.allowed for state in states] == [True, True, False, True, False]
    assert [state.scopes["account"].remaining for state in states] == [4, 3, 3, 2, 2]
    assert [state.scopes["token"].remaining for state in states] == [2, 1, 1, 0, 0]
    assert [state.scopes["route"].remaining for state in states] == [1, 0, 0, 1, 1]
    assert {name: one.reset for name, one in states[0].scopes.items()} == {
        "account": 10.0,
        "route": 20.0,
        "token": 15.0,
    }
    # The route refuses the third and the token the fifth: each says how long that takes.
    assert [states[2].wait, states[4].wait] == [19.0, 14.0]


@pytest.mark.parametrize("style", ["vendor", "bucket"])
def test_what_is_given_back_was_never_counted(style: str) -> None:
    """Also by a limit that a competitor shares, and by one that is in another."""
    rates = {"account": Rate(3, 1000), "token": Rate(1, 1000)}  # one of the three is the competitor's
    limit = make_limit(style, rates, 0.001, Random(1))
    assert limit is not None
    assert limit.admit("a", 1.0).allowed
    limit.give_back("a")
    states = [limit.admit("a", 1.0), limit.admit("a", 1.0)]
    assert [(state.allowed, state.scopes["account"].remaining) for state in states] == [(True, 1), (False, 1)]


def test_a_vendor_without_limits_has_none() -> None:
    """A limit of tokens alone does not concern vendors that have none."""
    assert make_limit("vendor", {}, 0.0, Random(1)) is None
