"""What notebooks show: small tables, in which vendors' text is text, and nothing is secret or long."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from attrs import define

from abclient import Outcome, fetch_many
from abclient._listing import Listing
from abclient.bulk import fetch_all
from abclient.paging import Page
from abclient.results import ExperimentInfo, winners
from abclient_api._html import LONGEST_TEXT, MOST_LINES, brief
from abclient_api._models import Model
from abclient_api.optimizely import models
from support.rows import NOW, a_row

EVIL = "<script>alert(1)</script> \" onmouseover='x' &amp; \u202eevil"


class Cells(HTMLParser):
    """The texts of a table's cells, line by line, and every element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[list[str]] = []
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.rest = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag == "tr":
            self.lines.append([])
        elif tag in ("td", "th"):
            self.lines[-1].append("")
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside in ("td", "th"):
            self.lines[-1][-1] += data
        else:
            self.rest += data


def html_of(one: Any) -> str:
    """What notebooks ask objects for."""
    found: str = one._repr_html_()
    return found


def shown(one: Any) -> Cells:
    """What a notebook shows of an object."""
    return Cells(html_of(one))


@define(eq=False, repr=False, kw_only=True)
class Thing(Model):
    """A model as the generator makes them."""

    FIELDS = {"id": "id", "name": "name", "token": "token", "parts": "parts", "note": "note"}  # noqa: RUF012  # as generated models have it
    SECRET = ("token",)
    id: int
    name: str | None = None
    token: str | None = None
    parts: Any = None
    note: str | None = None


def test_a_model_is_a_table_of_its_fields() -> None:
    """Those that hold something; secret ones are hidden, parts are named, and the text form is as ever."""
    parts = [Thing(id=2, name="Blue", token="s3cret-7"), Thing(id=3)]
    one = Thing(id=1, name="Checkout", token="s3cret-7", parts=parts)
    found = shown(one)
    assert found.lines == [["Thing"], ["id", "1"], ["name", "Checkout"], ["token", "***"], ["parts", "2 Blue, 3"]]
    assert repr(parts[1]) == "Thing(id=3)"
    assert "s3cret" not in html_of(one)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "True"),
        (1.5, "1.5"),
        ("text", "text"),
        (datetime(2024, 6, 1, 12, 30, 1, 5, tzinfo=UTC), "2024-06-01 12:30:01+00:00"),
        (date(2024, 6, 1), "2024-06-01"),
        ([1, [2, [3]]], "1, 2, …"),
        ({"a": 1, "b": {"c": 2}}, "a: 1, b: c: 2"),
        (list(range(9)), "0, 1, 2, 3, 4… (9 in all)"),
        (object(), "object"),
        (models.ExperimentCreate(project_id=1), "ExperimentCreate"),
    ],
)
def test_values_are_told_in_a_few_words(value: object, expected: str) -> None:
    """Whatever they are, and however deep."""
    assert brief(value) == expected


LONG = "x" * 100_000
MANY = [a_row(experiment_name=LONG, variation_name=EVIL, metric_name=EVIL)] * 1000
WON: dict[str, Any] = {
    "verdict": "winner",
    "is_primary": True,
    "variation_name": EVIL,
    "metric_name": EVIL,
    "period_end": NOW,
}
TABLES: dict[str, Callable[[], Any]] = {
    "model": lambda: Thing(id=1, name=EVIL, note=LONG, parts=[{EVIL: [LONG] * 1000}] * 1000),
    "page": lambda: Page([Thing(id=number, name=EVIL, note=LONG) for number in range(1000)]),
    "page of others": lambda: Page([{"name": EVIL, "note": LONG}] * 1000),
    "row": lambda: MANY[0],
    "rows": lambda: Listing(MANY, "rows"),
    "experiment": lambda: ExperimentInfo(vendor="acme", experiment_id="1", experiment_name=EVIL + LONG),
    "outcome": lambda: Outcome[Any, Any](index=0, key=EVIL, value=[LONG] * 1000),
    "failed outcome": lambda: Outcome[Any, Any](index=0, key=1, error=ValueError(EVIL + LONG)),
    "items": lambda: Listing([Thing(id=1, name=EVIL)] * 1000),
    "winners": lambda: winners(
        [a_row(**{**WON, "experiment_id": str(number)}) for number in range(1000)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", TABLES)
def test_nothing_is_run_and_nothing_is_long(kind: str) -> None:
    """Any amount of a vendor's text makes a table of a few kilobytes, without elements or attributes of its own."""
    one = TABLES[kind]()
    text = html_of(one)
    assert len(text) < 60_000
    found = Cells(text)
    assert found.elements <= {"table", "caption", "thead", "tbody", "tr", "th", "td", "p"}
    assert found.attributes <= {"style", "scope", "colspan"}
    assert "\u202e" not in text
    assert len(found.lines) <= MOST_LINES + 8
    assert max(len(cell) for line in found.lines for cell in line) < LONGEST_TEXT + 30


def test_a_page_names_what_tells_its_items_apart() -> None:
    """Its columns are the items' own, and its caption says what the text form says."""
    page = Page([Thing(id=1, name="Checkout", token="s3cret-7", note="x"), Thing(id=2)], next_page_token="more")
    found = shown(page)
    assert found.lines == [["id", "name", "note"], ["1", "Checkout", "x"], ["2", "", ""]]
    assert found.rest == "Page of 2 items, there is more"
    assert repr(page) == "<Page of 2 items, there is more>"


def test_rows_say_who_is_winning() -> None:
    """In words and numbers of people; what is missing is left blank."""
    one = a_row(
        experiment_name="Checkout", metric_id="m", variation_name="Blue", verdict="winner", difference=0.1,
        difference_low=0.05, difference_high=0.15, difference_kind="relative", probability=0.97,
        probability_kind="beats_baseline", units=12_345,
    )  # fmt: skip
    other = a_row(variation_id="a", is_baseline=True)
    found = shown(Listing([one, other], "rows"))
    assert found.lines[1:] == [
        ["Checkout", "m", "Blue", "winner", "+10.0%", "+5.0% to +15.0%", "97.0% beats baseline", "12,345"],
        ["1", "", "a", "baseline", "", "", "", ""],
    ]
    assert found.rest == "2 rows"
    assert shown(other).lines[0] == ["ResultRow"]
    assert ["variation_id", "a"] in shown(other).lines


async def test_outcomes_say_what_failed() -> None:
    """With the kind of the error and its message."""

    async def fetch(key: int) -> str:
        if key:
            raise ValueError("no such key")
        return "value"

    found = shown(await fetch_many(fetch, [0, 1]))
    assert found.lines == [["key", "value"], ["0", "value"], ["1", "\N{WARNING SIGN} ValueError: no such key"]]
    assert found.rest == "2 outcomes, 1 failed"
    assert shown(await fetch_many(fetch, [0])).rest == "1 outcome"


async def test_what_is_given_as_a_list_is_a_list() -> None:
    """Equal to one, with the text form of one, and it survives copies and pickles."""

    async def fetch(key: int) -> int:
        return key

    found = await fetch_all(fetch, [1, 2])
    assert found == [1, 2]
    assert repr(found) == "[1, 2]"
    for twin in (copy.copy(found), copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
        assert twin == found
        assert html_of(twin) == html_of(found)
    assert shown(found).lines == [[""], ["1"], ["2"]]
    assert shown(Listing([*range(21)])).rest == "21 items… and 1 more"
