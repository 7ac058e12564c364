"""The sandbox's store, and the world it is filled with."""

from __future__ import annotations

import re
import sqlite3
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest

from abclient.sandbox.app import create_app
from abclient.sandbox.world import World
from support.sandbox import EXPERIMENTS, HEADERS


@pytest.fixture
def world() -> World:
    """An empty world in memory."""
    return World()


def test_documents_come_back_as_they_were_put(world: World) -> None:
    """A document is kept whole, replaced by the next with its key, and gone when deleted."""
    things = world.collection("vendor", "thing")
    assert things.get("a") is None
    things.put("a", {"name": "é \U0001f600", "deep": [{"x": None}]})
    assert things.get("a") == {"name": "é \U0001f600", "deep": [{"x": None}]}
    things.put("a", {"name": "new"})
    assert things.get("a") == {"name": "new"}
    assert (things.delete("a"), things.delete("a"), things.get("a")) == (True, False, None)


def test_collections_do_not_mix(world: World) -> None:
    """The same key in another kind or of another vendor is another document."""
    for place, (vendor, kind) in enumerate([("a", "x"), ("a", "y"), ("b", "x")]):
        world.collection(vendor, kind).put("key", {"place": place})
    assert [world.collection(*where).get("key") for where in (("a", "x"), ("a", "y"), ("b", "x"))] == [
        {"place": 0},
        {"place": 1},
        {"place": 2},
    ]


def test_find_pages_in_the_order_of_making(world: World) -> None:
    """Documents of a parent come in the order they were made, also after a change; limit and offset cut it."""
    things = world.collection("vendor", "thing")
    for number in range(5):
        things.put(str(number), {"number": number}, parent="p")
    things.put("other", {"number": 9}, parent="q")
    things.put("0", {"number": 0}, parent="p")
    assert [one["number"] for one in things.find(parent="p")] == [0, 1, 2, 3, 4]
    assert [one["number"] for one in things.find(parent="p", limit=2, offset=1)] == [1, 2]
    assert [one["number"] for one in things.find()] == [0, 1, 2, 3, 4, 9]
    assert (things.count(parent="p"), things.count()) == (5, 6)


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ({"colour": ["red"]}, [1, 2]),
        ({"colour": ["red", "blue"]}, [1, 2, 3]),
        ({"colour": ["red"], "size": ["l"]}, [2]),
        ({"colour": ["green"]}, []),
        ({"colour": []}, []),
        ({}, [1, 2, 3]),
    ],
)
def test_find_by_tags(world: World, tags: dict[str, list[str]], found: list[int]) -> None:
    """For every name one of its values must be there; count agrees."""
    things = world.collection("vendor", "thing")
    things.put("1", {"number": 1}, tags=[("colour", "red"), ("colour", "red")])
    things.put("2", {"number": 2}, tags=[("colour", "red"), ("size", "l")])
    things.put("3", {"number": 3}, tags=[("colour", "green")])
    things.put("3", {"number": 3}, tags=[("colour", "blue")])
    assert [one["number"] for one in things.find(tags=tags)] == found
    assert things.count(tags=tags) == len(found)


def test_a_transaction_keeps_all_or_nothing(world: World) -> None:
    """What an exception interrupts leaves no trace, numbers included."""
    things = world.collection("vendor", "thing")
    with world.transaction():
        things.put("kept", {})
    with pytest.raises(KeyError), world.transaction():
        things.put("lost", {})
        world.next_number("vendor")
        raise KeyError
    assert things.get("kept") == {}
    assert things.get("lost") is None
    assert [world.next_number("vendor"), world.next_number("vendor"), world.next_number("b")] == [1, 2, 1]


@pytest.fixture
def filled(world: World) -> list[str]:
    """The vendors that the world has given their contents: two documents, of which one has tags, and a number."""
    vendors: list[str] = []

    def fill(vendor: str) -> None:
        vendors.append(vendor)
        things = world.collection(vendor, "thing")
        things.put("first", {"of": vendor}, parent="p", tags=[("colour", "red"), ("size", "l")])
        things.put(str(world.next_number(vendor)), {"of": vendor}, parent="p")

    world.fill_when_asked(fill)
    world.allow_reset()
    return vendors


def contents(world: World, vendor: str) -> tuple[object, ...]:
    """All that a vendor has, and what its next number is."""
    things = world.collection(vendor, "thing")
    return things.find(), things.find(parent="p", tags={"colour": ["red"], "size": ["l"]}), world.next_number(vendor)


def test_a_vendor_has_its_contents_once_it_is_asked(world: World, filled: list[str]) -> None:
    """No earlier, and once only; the others have none for it."""
    assert filled == []
    assert contents(world, "a") == ([{"of": "a"}, {"of": "a"}], [{"of": "a"}], 2)
    world.prepare("a")
    assert filled == ["a"]


def test_contents_belong_to_the_beginning_whenever_they_are_made(world: World, filled: list[str]) -> None:
    """Another vendor's changes, and transactions that fail, neither lose them nor take part in them."""
    with world.transaction():
        world.collection("a", "thing").put("later", {"of": "a"})
    with pytest.raises(KeyError), world.transaction():
        assert world.collection("b", "thing").count() == 2
        raise KeyError
    assert contents(world, "b") == ([{"of": "b"}, {"of": "b"}], [{"of": "b"}], 2)
    assert world.collection("a", "thing").count() == 3
    world.reset()
    assert contents(world, "b") == ([{"of": "b"}, {"of": "b"}], [{"of": "b"}], 2)
    assert contents(world, "a") == ([{"of": "a"}, {"of": "a"}], [{"of": "a"}], 2)
    assert filled == ["a", "b"]


def test_contents_that_fail_are_made_anew(world: World) -> None:
    """Nothing is left of the first attempt, neither before the first change nor after it."""
    turns = iter([False, True, False, True])

    def fill(vendor: str) -> None:
        world.collection(vendor, "thing").put("only", {})
        if not next(turns):
            raise KeyError(vendor)

    world.fill_when_asked(fill)
    world.allow_reset()
    for vendor in "ab":
        with pytest.raises(KeyError):
            world.prepare(vendor)
        assert world.collection(vendor, "thing").count() == 1
        with world.transaction():
            pass


def test_answers_are_remembered_until_something_changes(world: World) -> None:
    """An answer is made once, and anew after a change."""
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        return b"answer"

    assert [world.memo("key", make) for _ in range(3)] == [b"answer"] * 3
    with world.transaction():
        pass
    world.memo("key", make)
    assert len(made) == 2


def test_the_memory_of_answers_is_bounded(world: World) -> None:
    """However many answers are made, the first is forgotten at some point rather than all kept for ever."""
    for key in range(20_001):
        world.memo(key, lambda: b"first")
    assert world.memo(0, lambda: b"again") == b"again"
    assert world.memo(20_000, lambda: b"again") == b"first"


def test_a_file_keeps_the_world_and_its_seed(tmp_path: Path) -> None:
    """A second start on the same file finds the same world, whatever seed and day it is told."""
    file = str(tmp_path / "world.db")
    first = create_app(experiments=3, seed=7, today=date(2024, 6, 1), db=file)
    first.state.world.close()
    second = create_app(experiments=99, seed=8, db=file)
    assert second.state.world.today == datetime(2024, 6, 1, tzinfo=UTC).timestamp()
    assert (second.state.world.seed, second.state.world.collection("launchdarkly", "experiment").count()) == (7, 3)
    second.state.world.close()


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    """A file with something else in it is left alone."""
    file = tmp_path / "notes.txt"
    file.write_text("not a database, " * 100)
    with pytest.raises(sqlite3.DatabaseError):
        World(str(file))
    assert file.read_text().startswith("not a database")


async def listing(**options: Any) -> bytes:
    """Two pages and a result of a world, as bytes."""
    app = create_app(**options)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=HEADERS) as http:
        world = (await http.get("/_sandbox/world")).content
        everything = "?limit=500&expand=treatments,previousIterations,draftIteration,secondaryMetrics"
        page = await http.get(EXPERIMENTS + everything + "&lifecycleState=active,archived")
        first = page.json()["items"][0]
        metric = first["currentIteration"]["primaryMetric"]["key"]
        results = await http.get(f"{EXPERIMENTS}/{first['key']}/metrics/{metric}/results")
    app.state.world.close()
    return world + page.content + results.content


async def test_a_seed_makes_one_world() -> None:
    """The same seed gives the same bytes, another seed others."""
    first, again, other = [await listing(experiments=40, seed=seed) for seed in (3, 3, 4)]
    assert first == again
    assert first != other


async def test_a_day_makes_one_world() -> None:
    """The same day gives the same bytes; another day the same experiments and figures, at other times."""
    first, again, later = [await listing(experiments=20, today=date(2024, 6, day)) for day in (1, 1, 2)]
    assert first == again
    assert first != later
    times = re.compile(rb"\d{10,13}")
    assert times.sub(b"", first) == times.sub(b"", later)


def test_a_world_is_of_today() -> None:
    """Unless told otherwise, running experiments have data of the last day, and few of them older data."""
    app = create_app(experiments=46)
    found = app.state.world.collection("launchdarkly", "experiment").find()
    app.state.world.close()
    seen = [one["seen"] / 1000 for each in found for one in each["iterations"] if one["status"] == "running"]
    old = [moment for moment in seen if time.time() - moment > 2 * 86_400]
    assert 0 < len(old) < len(seen) / 5
    assert all(0 < time.time() - moment < 7 * 86_400 for moment in seen)


@pytest.mark.parametrize("count", [0, 1, 5, 500])
async def test_a_world_has_the_experiments_it_was_asked_for(count: int) -> None:
    """So many experiments with keys of their own; of few, too, at least one has results."""
    app = create_app(experiments=count)
    found = app.state.world.collection("launchdarkly", "experiment").find()
    app.state.world.close()
    assert len({experiment["key"] for experiment in found}) == len(found) == count
    assert count == 0 or any(iteration["units"] for experiment in found for iteration in experiment["iterations"])


def test_a_world_is_varied() -> None:
    """Every state, two to four treatments, one to three metrics of every kind, former iterations and drafts."""
    app = create_app(experiments=300)
    found = app.state.world.collection("launchdarkly", "experiment").find()
    app.state.world.close()
    iterations = [iteration for experiment in found for iteration in experiment["iterations"]]
    assert {iteration["status"] for iteration in iterations} == {"not_started", "running", "stopped"}
    assert {len(iteration["treatments"]) for iteration in iterations} == {2, 3, 4}
    assert {len(iteration["metrics"]) for iteration in iterations} == {1, 2, 3}
    assert {metric["kind"] for iteration in iterations for metric in iteration["metrics"]} == {
        "custom",
        "click",
        "pageview",
    }
    assert {len(experiment["iterations"]) for experiment in found} >= {1, 2, 3}
    assert any(iteration["winner"] for iteration in iterations)
    assert any(experiment["archived"] for experiment in found)


async def test_a_mistake_of_the_sandbox_is_shown_without_credentials(capsys: pytest.CaptureFixture[str]) -> None:
    """An error inside is answered with 500 and a traceback on our side, in which no token stands."""
    app = create_app(experiments=1)
    app.state.world.close()
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://sandbox", headers=HEADERS
    ) as http:
        answer = await http.get(EXPERIMENTS)
    said = capsys.readouterr().err
    assert (answer.status_code, answer.json()["code"]) == (500, "internal_server_error")
    assert "Traceback" in said
    assert HEADERS["Authorization"] not in said


@pytest.mark.parametrize(
    "options", [{"rate_limit": "often"}, {"limit_style": "loud"}, {"experiments": -1}, {"latency": float("inf")}]
)
def test_settings_that_cannot_work(options: dict[str, Any]) -> None:
    """A setting that makes no sense is refused at once."""
    with pytest.raises(ValueError, match=r"rate limit|limit style|0 or more"):
        create_app(**options)
