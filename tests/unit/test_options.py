"""Settings are checked where they are written."""

from __future__ import annotations

import re
from typing import Any

import pytest

from abclient.errors import ConfigurationError
from abclient.options import (
    CallOptions,
    RetryPolicy,
    Timeouts,
    as_retry_policy,
    as_timeouts,
    checked_base_url,
    checked_headers,
    checked_rate,
    checked_secret,
    checked_share,
    whole_number,
)

HUGE = 10**400
"""A number that no float can hold."""


@pytest.mark.parametrize("value", [0, -1, float("inf"), float("nan"), HUGE, True, "5", None])
@pytest.mark.parametrize("name", ["connect", "read", "write", "pool", "total"])
def test_an_impossible_time_is_refused_by_name(name: str, value: Any) -> None:
    """Every timeout is positive and finite: a call always ends."""
    with pytest.raises(ConfigurationError, match=name):
        Timeouts(**{name: value})


@pytest.mark.parametrize("value", [0, -1, True, 1.5, "3"])
def test_an_impossible_number_of_attempts_is_refused(value: Any) -> None:
    """A call is attempted at least once."""
    with pytest.raises(ConfigurationError, match="attempts"):
        RetryPolicy(attempts=value)


@pytest.mark.parametrize("value", [-0.1, float("inf"), float("nan"), HUGE, True, "1", None])
@pytest.mark.parametrize("name", ["base_delay", "max_delay"])
def test_an_impossible_pause_is_refused_by_name(name: str, value: Any) -> None:
    """Every pause is finite, and none goes back in time."""
    with pytest.raises(ConfigurationError, match=f"{name} must be a finite number of 0 or more"):
        RetryPolicy(**{name: value})


@pytest.mark.parametrize("value", [500, None, "500", ["500"], [500.0], [True], [[500]]])
def test_impossible_statuses_are_refused_when_they_are_given(value: Any) -> None:
    """At the first error answer it would be too late: the mistake would hide that answer."""
    with pytest.raises(ConfigurationError, match="statuses must be whole numbers"):
        RetryPolicy(statuses=value)


@pytest.mark.parametrize("value", [[500, 502], (500, 502, 500), {500: "a", 502: "b"}, iter((502, 500))])
def test_statuses_are_kept_as_a_set(value: Any) -> None:
    """However they are given, the policy is a value: it compares, and no later change of a list reaches it."""
    assert RetryPolicy(statuses=value) == RetryPolicy(statuses=frozenset({500, 502}))


@pytest.mark.parametrize("value", [0, -1, float("inf"), float("nan"), HUGE, True, "30"])
def test_an_impossible_time_for_the_whole_call_is_refused(value: Any) -> None:
    """The message names what was written, which is the timeout."""
    with pytest.raises(ConfigurationError, match="timeout must be"):
        as_timeouts(value)


def test_a_number_is_the_time_for_the_whole_call() -> None:
    """One number bounds everything; finer limits shrink to fit into it."""
    assert as_timeouts(5) == Timeouts(connect=5, read=5, write=5, pool=5, total=5)
    assert as_timeouts(20) == Timeouts(connect=10.0, read=20, write=20, pool=20, total=20)
    assert as_timeouts(Timeouts(total=7)) == Timeouts(total=7)


@pytest.mark.parametrize(("given", "attempts"), [(0, 1), (2, 3), (RetryPolicy(attempts=9), 9)])
def test_a_number_of_retries_is_one_less_than_attempts(given: int | RetryPolicy, attempts: int) -> None:
    """retries=0 means one attempt."""
    assert as_retry_policy(given).attempts == attempts


@pytest.mark.parametrize("given", [-1, True, "3", 1.5, float("nan"), [3]])
def test_impossible_retries_are_refused(given: Any) -> None:
    """The message names what was written, and not the attempts that it is counted in."""
    with pytest.raises(ConfigurationError, match=f"retries must be .* not {re.escape(repr(given))}"):
        as_retry_policy(given)


@pytest.mark.parametrize(
    "headers",
    [
        {"X-A": "b\r\nX-Evil: 1"},
        {"X-A": "b\n"},
        {"X-A": "\x00"},
        {"X-A": "grün"},
        {"X-A": " b"},
        {"X-A": "b "},
        {"X A": "b"},
        {"": "b"},
        {"X-A:": "b"},
        {"X\nA": "b"},
        {"X-A": 5},
        {5: "b"},
    ],
)
def test_a_header_that_could_add_another_is_refused(headers: Any) -> None:
    """Line ends, blanks at the ends, non-ASCII and bad names never reach a socket."""
    with pytest.raises(ConfigurationError):
        checked_headers(headers)
    with pytest.raises(ConfigurationError):
        CallOptions(headers=headers)


@pytest.mark.parametrize(
    "name",
    [
        "Host",
        "content-length",
        "Transfer-Encoding",
        "ACCEPT-ENCODING",
        "Connection",
        "Keep-Alive",
        "Proxy-Connection",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
    ],
)
def test_a_header_that_frames_the_request_is_refused(name: str) -> None:
    """With a second Host or Content-Length, two servers could read two different requests."""
    with pytest.raises(ConfigurationError, match=f"header {name} cannot be set"):
        CallOptions(headers=(("X-Team", "growth"), (name, "s3cret")))


@pytest.mark.parametrize(
    "headers", [[("x-key", "s3cret")], "x-key: s3cret", 5, (("s3cret",),), ("s3",), (["x-key", "s3cret"],)]
)
def test_headers_that_are_no_mapping_are_refused(headers: Any) -> None:
    """Nothing of them is shown: they may hold a credential."""
    with pytest.raises(ConfigurationError, match="headers must be a mapping") as caught:
        checked_headers(headers)
    assert "s3" not in str(caught.value)


def test_a_bad_header_is_named_but_not_shown() -> None:
    """The value may be a credential."""
    with pytest.raises(ConfigurationError) as caught:
        checked_headers({"X-Key": "s3cret\n"})
    assert "X-Key" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_headers_do_not_show_in_the_repr() -> None:
    """They may hold credentials."""
    assert "s3cret" not in repr(CallOptions(headers=(("X-Key", "s3cret"),)))


@pytest.mark.parametrize(
    "value", ["", "a b", "tok\n", "tok\r\nX: y", "tökén", None, 5, "a\x7f", '"token-1"', "'token-1'", '""']
)
def test_a_token_that_cannot_be_sent_is_refused_unseen(value: Any) -> None:
    """The credential's name is in the message, its value is not."""
    with pytest.raises(ConfigurationError, match="token") as caught:
        checked_secret("token", value)
    assert not value or str(value) not in str(caught.value)


@pytest.mark.parametrize("value", ["token-1", "to'ken", "token'", '"token', "'"])
def test_other_tokens_are_taken(value: str) -> None:
    """Quotation marks are refused around a token only."""
    assert checked_secret("token", value) == value


@pytest.mark.parametrize(
    "url",
    [
        "",
        "app.launchdarkly.com",
        "ftp://x",
        "https://",
        "https:///path",
        "https://u:p@host",
        "https://host?x=1",
        "https://host#f",
        "https://host?",
        "https://host/v1/#",
        "https://host:port",
        "https://host:99999",
        "http://[",
        "http://[::1",
        "https://ho st",
        "https://host\n",
        "https://hö.st",
        None,
        5,
    ],
)
def test_a_url_that_cannot_work_is_refused(url: Any) -> None:
    """What is wrong with the URL is said before anything is sent."""
    with pytest.raises(ConfigurationError, match="base_url"):
        checked_base_url(url)


@pytest.mark.parametrize("start", ["me:pa/ss@", "https://me:pa/ss@", "http://[me:pa/ss@", "https://h?x=me:pa/ss@"])
def test_a_url_is_refused_without_its_password(start: str) -> None:
    """However broken the URL is: what stands before an @ may be a password, and is not repeated."""
    with pytest.raises(ConfigurationError, match="base_url") as caught:
        checked_base_url(f"{start}host")
    assert "pa/ss" not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://host", "https://host"),
        ("https://host/v1/", "https://host/v1"),
        ("http://127.0.0.1:8787", "http://127.0.0.1:8787"),
    ],
)
def test_a_url_is_kept_without_its_last_slash(url: str, kept: str) -> None:
    """Paths begin with a slash, so the base does not end with one."""
    assert checked_base_url(url) == kept


@pytest.mark.parametrize("rate", [0, -1, float("inf"), float("nan"), HUGE, True, "10"])
def test_an_impossible_rate_is_refused(rate: object) -> None:
    """A rate is a positive, finite number of requests per second, or none."""
    assert (checked_rate(None), checked_rate(10)) == (None, 10.0)
    with pytest.raises(ConfigurationError, match="max_rate"):
        checked_rate(rate)


@pytest.mark.parametrize("share", [0, -0.1, 1.01, float("nan"), True, "1"])
def test_an_impossible_share_is_refused(share: object) -> None:
    """A share is above nothing and at most all."""
    assert checked_share(1) == 1.0
    with pytest.raises(ConfigurationError, match="share"):
        checked_share(share)


@pytest.mark.parametrize(
    ("value", "least", "alternative", "said"),
    [
        (0, 0, "", None),
        (1, 1, "", None),
        (HUGE, 1, "", None),
        (0, 1, "", "n must be a whole number of 1 or more, not 0"),
        (-1, 0, "", "n must be a whole number of 0 or more, not -1"),
        (True, 0, "", "n must be a whole number of 0 or more, not True"),
        (1.0, 0, "", "n must be a whole number of 0 or more, not 1.0"),
        (None, 0, "a policy", "n must be a whole number of 0 or more, or a policy, not None"),
    ],
)
def test_a_whole_number_is_checked_by_one_rule(value: Any, least: int, alternative: str, said: str | None) -> None:
    """It is given back as it is, or refused by its name with all that could have been given."""
    if said is None:
        assert whole_number("n", value, least=least, alternative=alternative) is value
    else:
        with pytest.raises(ConfigurationError) as caught:
            whole_number("n", value, least=least, alternative=alternative)
        assert str(caught.value) == said
