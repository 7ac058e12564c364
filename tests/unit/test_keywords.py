"""Options that calls take as ``**options``: which are refused, in which words, and which are picked."""

from __future__ import annotations

from typing import TypedDict

import pytest

from abclient._keywords import check_options, selected
from abclient.bulk import BulkOptions
from abclient.paging import PageOptions


class Part(TypedDict, total=False):
    browser: str


class Both(BulkOptions, Part, total=False):
    """Bulk options and a part of the results."""


@pytest.mark.parametrize(
    ("name", "kind", "hint"),
    [
        ("per_page", PageOptions, "; did you mean page_size=?"),
        ("limit", PageOptions, "; did you mean page_size=?"),
        ("prefech", PageOptions, "; did you mean prefetch=?"),
        ("workers", BulkOptions, "; did you mean concurrency=?"),
        ("Timeout", BulkOptions, "; did you mean deadline=?"),
        ("concurency", Both, "; did you mean concurrency=?"),
        ("brwser", Both, "; did you mean browser=?"),
        ("browser", BulkOptions, ""),
        ("per_page", BulkOptions, ""),
        ("retries", BulkOptions, ""),
    ],
)
def test_an_unknown_option_is_named_with_what_was_meant(name: str, kind: type, hint: str) -> None:
    """In the words of Python itself, and only options that the call takes are suggested."""
    with pytest.raises(TypeError) as caught:
        check_options({name: 1}, kind, "the call")
    assert str(caught.value) == f"the call got an unexpected keyword argument {name!r}{hint}"


def test_known_options_pass_and_are_picked_by_their_kind() -> None:
    """Those that a TypedDict inherits are its own, too."""
    options: Both = {"ordered": True, "browser": "opera", "deadline": None}
    check_options(options, Both, "the call")
    check_options({}, Part, "the call")
    assert selected(options, BulkOptions) == {"ordered": True, "deadline": None}
    assert selected(options, Part) == {"browser": "opera"}
