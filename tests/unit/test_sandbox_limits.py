"""The sandbox's rate limits, on a clock of our own."""

from __future__ import annotations

import pytest

from abclient.sandbox.limits import STYLES, FixedWindow, Rate, Standing, retry_after, silent


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


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
    clock = Clock(1000.5)
    window = FixedWindow(Rate(2, 10), clock)
    standings = [window.admit("route") for _ in range(4)]
    assert [standing.allowed for standing in standings] == [True, True, False, False]
    assert [standing.remaining for standing in standings] == [1, 0, 0, 0]
    assert {(standing.reset, standing.wait) for standing in standings} == {(1010.0, 9.5)}
    clock.now = 1009.999
    assert not window.admit("route").allowed
    clock.now = 1010.0
    assert window.admit("route").remaining == 1


def test_routes_are_counted_apart() -> None:
    """An account's requests add up; a route knows only its own."""
    window = FixedWindow(Rate(10), Clock(0.0))
    window.admit("a")
    window.admit("a")
    standing = window.admit("b")
    assert (standing.remaining, standing.route_remaining) == (7, 9)


def standing(*, allowed: bool) -> Standing:
    """A standing 2.1 seconds before the next window."""
    return Standing(allowed, Rate(10), remaining=0, route_remaining=0, reset=100.0, wait=2.1)


def test_styles_of_headers() -> None:
    """retry-after speaks only in a refusal, in whole seconds; silent never does; vendor leaves it to the vendor."""
    assert retry_after(standing(allowed=True)) == {}
    assert retry_after(standing(allowed=False)) == {"Retry-After": "3"}
    assert silent(standing(allowed=False)) == {}
    assert {"vendor": None, "retry-after": retry_after, "silent": silent} == STYLES
