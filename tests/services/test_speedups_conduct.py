"""The reader in C as a citizen of Python: memory, garbage, recursion, threads, and what stands in a method's place."""

from __future__ import annotations

import copy
import gc
import importlib
import inspect
import json
import os
import pickle
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from abclient import __version__
from support.library import LIBRARY
from support.specs import generate
from support.speedups import SHAPES, Twice, difference, installed, outcome, twice

pytestmark = pytest.mark.services
place = pytest.fixture(scope="module")(installed)

BOOK: dict[str, Any] = {
    "id": 1,
    "author": {"name": "A", "books": [{"id": 2, "related": [3, {"id": 4}, None]}]},
    "editions": {"1999": {"id": 5}, "gone": None},
    "prices": [1, "two", None],
    "rules": [{"kind": "place", "rules": [{"kind": "age", "from_age": 12}]}],
    "created": 1_700_000_000_123,
    "cover": "aGVsbG8=",
    "unknown": [{}],
}
BROKEN: dict[str, Any] = {**BOOK, "author": {"books": [{"id": 2}, {"related": []}]}}


@pytest.fixture(scope="module")
def library(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    """What is generated of a made-up vendor's spec."""
    directory = tmp_path_factory.mktemp("library")
    with twice(place, directory / generate(directory, LIBRARY)) as found:
        yield found


@pytest.fixture(scope="module")
def thing(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any]]:
    """A model that may hold another one of its kind, as both packages have it."""
    directory = tmp_path_factory.mktemp("shapes")
    with twice(place, directory / generate(directory, SHAPES)) as found:
        yield next((slow, fast) for _, slow, fast in found.kinds() if fast.__name__ == "Thing")


@pytest.fixture
def book(library: Twice) -> Any:
    """The class of a book, read in C."""
    return next(fast for _, _, fast in library.kinds() if fast.__name__ == "Book")


def blocks_per_reading(kind: Any, body: bytes) -> float:
    """How many blocks of memory are gained by reading once, of a thousand times."""
    for _ in range(100):
        outcome(kind, json.loads(body))
    gc.collect()
    before = sys.getallocatedblocks()
    for _ in range(1000):
        outcome(kind, json.loads(body))
    gc.collect()
    return (sys.getallocatedblocks() - before) / 1000


@pytest.mark.parametrize("document", [BOOK, BROKEN, {}, [], [1], {"id": 1, "author": 5}], ids=str)
def test_reading_leaks_nothing(book: Any, document: Any) -> None:
    """Neither objects nor errors stay, whatever was read: not one block in a hundred readings."""
    assert blocks_per_reading(book, json.dumps(document).encode()) < 0.01


def test_objects_share_what_they_should(book: Any) -> None:
    """An object has one reference to each value, and once it is gone, the JSON has as many as before."""
    document = {"id": object(), "allow_list": {"a": object()}, "price": object()}

    def references() -> list[int]:
        return [sys.getrefcount(one) for one in (document, *document.values())]

    before = references()
    made = book.from_dict(document)
    assert references() == [count + 1 for count in before]
    del made
    assert references() == before


def test_the_collector_sees_objects_and_what_they_hold(book: Any) -> None:
    """A book in a circle is found to be garbage, and the referents of one are what its attributes are."""
    made = book.from_dict(copy.deepcopy(BOOK))
    assert gc.is_tracked(made)
    held = gc.get_referents(made)
    assert all(any(getattr(made, name) is one for one in held) for name in ("author", "editions", "_raw"))
    made.author.name = made
    gone = weakref.ref(made)
    del made, held
    gc.collect()
    assert gone() is None


def test_a_class_is_collected_with_its_reader(place: Path, tmp_path: Path) -> None:
    """Readers hold classes, readers that models in a circle call, and functions: all of that is garbage together."""
    with twice(place, tmp_path / generate(tmp_path, LIBRARY)) as found:
        kinds = [fast for _, _, fast in found.kinds()]
        assert all(kind.from_dict.in_c for kind in kinds)
        outcome(kinds[0], BOOK)
        package = f"{found.in_c.__name__}.tiny."
        del kinds, found
    gc.collect()
    # Weak references would be cleared also where something stays.
    left: list[Any] = [one for one in gc.get_objects() if type(one).__name__ == "Reader"]
    assert [one for one in left if one.__self__.__module__.startswith(package)] == []


def nested(depth: int, innermost: Any = None) -> Any:
    """A thing in a thing, so many times."""
    document = innermost
    for _ in range(depth):
        document = {"name": "n", "inside": document}
    return document


def test_depth_that_python_bears_is_read_alike(thing: tuple[Any, Any]) -> None:
    """Objects, and the error of the innermost one with its whole path."""
    for innermost in (None, 5, [], [5]):
        document = nested(150, innermost)
        assert difference(*(outcome(kind, document) for kind in thing)) is None


def test_an_error_at_depth_takes_no_longer_than_a_reading(thing: tuple[Any, Any]) -> None:
    """No level reads again what a level below it has read: with two readings each, this would never end."""
    error = outcome(thing[1], nested(200, 5))
    assert str(error) == f"Thing.{'.'.join(['inside'] * 200)}: expected an object, got int"


def test_what_is_nested_too_deeply_is_an_error(thing: tuple[Any, Any]) -> None:
    """The interpreter's own limit holds, which is another one in each version, and nothing crashes."""
    error = outcome(thing[1], nested(100_000))
    assert type(error).__name__ in ("Undecodable", "RecursionError")
    assert "deep" in str(error) or isinstance(error, RecursionError)


def test_an_interruption_is_no_error_of_the_document(book: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while a value is read goes through as it is."""

    def interrupted(_: Any) -> None:
        raise KeyboardInterrupt

    from_dict = book.from_dict.__func__
    monkeypatch.setitem(from_dict.__globals__, "read_author_or_id", interrupted)
    with pytest.raises(KeyboardInterrupt):
        fresh_reader(book, from_dict)(BOOK)


@pytest.mark.parametrize("change", ["clear", "grow", "replace"])
@pytest.mark.parametrize("field", ["related", "editions"])
def test_what_changes_the_json_meanwhile_harms_nothing(
    library: Twice, field: str, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A function that reads a value may do anything, also to the list or the dict that is being read."""
    made: list[Any] = []
    for kind in next((slow, fast) for _, slow, fast in library.kinds() if fast.__name__ == "Book"):
        values: Any = list(range(50)) if field == "related" else {str(n): n for n in range(50)}
        changes = iter([True])

        def spoil(value: Any, values: Any = values, changes: Iterator[bool] = changes) -> Any:
            if next(changes, False):
                if change != "grow":
                    values.clear()
                if change != "clear" and field == "related":
                    values.extend(range(500))
                elif change != "clear":
                    values.update((str(n), n) for n in range(1000, 1500))
            return value

        from_dict = kind.from_dict.__func__
        monkeypatch.setitem(from_dict.__globals__, "read_book_or_id", spoil)
        made.append(outcome(SimpleNamespace(from_dict=fresh_reader(kind, from_dict)), {"id": 1, field: values}))
    assert repr(made[0]) == repr(made[1])
    assert isinstance(made[0], Exception) == (field == "editions")


def fresh_reader(kind: Any, from_dict: Any) -> Any:
    """A class's method, or the reader that has its place, which finds out anew how the class is read."""
    return type(kind.from_dict)(kind, from_dict, plan()) if hasattr(kind.from_dict, "in_c") else kind.from_dict


def plan() -> Any:
    """What describes how classes are read."""
    return importlib.import_module("abclient_speedups._plan").plan


def test_threads_may_read_the_first_object_at_once(place: Path, tmp_path: Path) -> None:
    """Each of them gets what Python reads, although none has waited for another to find out how."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with twice(place, tmp_path / generate(tmp_path, LIBRARY)) as found:
            slow, fast = next((slow, fast) for _, slow, fast in found.kinds() if fast.__name__ == "Book")
            start = threading.Barrier(8)
            made: list[Any] = [None] * 8

            def read(number: int) -> None:
                start.wait()
                for _ in range(200):
                    made[number] = fast.from_dict(BOOK)

            threads = [threading.Thread(target=read, args=(number,)) for number in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            expected = slow.from_dict(BOOK)
            assert [difference(expected, one) for one in made] == [None] * 8
    finally:
        sys.setswitchinterval(usual)


ODD_KEYS: dict[Any, Any] = {5: 6, **BOOK, None: 7}


class Document(dict[str, Any]):
    """An object of JSON that is another class's, which says what its values are."""

    def get(self, key: str, default: Any = None) -> Any:
        return "free" if key == "price" else super().get(key, default)


class Text(str):
    """A key that says that it is another one."""

    def __eq__(self, other: object) -> bool:
        return other == "price"

    def __hash__(self) -> int:
        return hash("price")


class Failing(Text):
    """A key that cannot be compared."""

    def __eq__(self, other: object) -> bool:
        raise ZeroDivisionError

    __hash__ = Text.__hash__


@pytest.mark.parametrize(
    "document",
    [Document(BOOK), ODD_KEYS, {"id": 1, Text("x"): "free"}, {"id": 1, Failing("x"): "free"}],
    ids=lambda document: type([*document][-1]).__name__,
)
def test_objects_that_no_parser_makes_are_read_alike(library: Twice, document: Any) -> None:
    """Dicts of other classes, and keys that are no plain texts."""
    kinds = next((slow, fast) for _, slow, fast in library.kinds() if fast.__name__ == "Book")
    assert difference(*(outcome(kind, document) for kind in kinds)) is None


def test_a_subclass_reads_objects_of_its_own(book: Any) -> None:
    """In Python, with what it has overridden or not."""

    class Plain(book):  # type: ignore[misc]  # only known here
        pass

    @attrs.define(eq=False, repr=False, kw_only=True)
    class Longer(book):  # type: ignore[misc]  # only known here
        pages: int = 0

        @classmethod
        def from_dict(cls, data: Any) -> Any:
            made: Any = super().from_dict(data)  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]  # of any class
            made.pages = data.get("pages", 0)
            return made  # pyright: ignore[reportUnknownVariableType]  # of any class

    assert type(Plain.from_dict(BOOK)) is Plain
    assert Plain.from_dict(BOOK).author == book.from_dict(BOOK).author
    assert (type(Longer.from_dict({"id": 1, "pages": 7})), Longer.from_dict({"id": 1, "pages": 7}).pages) == (Longer, 7)


def test_it_stands_in_the_place_of_a_method(book: Any) -> None:
    """It has a method's name, signature and text, is pickled by its name, and takes its argument by name."""
    method = book.from_dict
    assert (method.__name__, method.__qualname__, method.__self__) == ("from_dict", "Book.from_dict", book)
    assert list(inspect.signature(method).parameters) == ["data"]
    assert method is book.from_dict is book(id=1).from_dict
    assert pickle.loads(pickle.dumps(method)) is copy.deepcopy(method) is method
    assert method(data=BOOK) == method(BOOK)
    for wrong in ((), (BOOK, BOOK)):
        with pytest.raises(TypeError, match="positional argument"):
            method(*wrong)
    assert repr(method) == f"<abclient_speedups.Reader of {book!r}>"
    with pytest.raises(AttributeError):
        _ = method.nothing_of_this_name


def like_a_model(slots: tuple[str, ...], fields: Mapping[str, str], **own: Any) -> Any:
    """A class with these slots that declares what a model does."""
    fields_of_attrs = attrs.make_class("Fields", {name: attrs.field(default=None) for name in fields})
    declared: dict[str, Any] = {
        "FIELDS": fields,
        "READERS": {},
        "NESTED": {},
        "__attrs_attrs__": attrs.fields(fields_of_attrs),
    }
    return type("LikeAModel", (), {"__slots__": slots, **declared, **own})


def do_nothing(*_: object) -> None:
    """What sets an attribute, perhaps."""


PLAIN = {"a": "a", "b": "b"}
CLASSES: dict[str, tuple[Any, bool]] = {
    "slots alone": (like_a_model(("a", "b", "_raw"), PLAIN), True),
    "an attribute with code": (like_a_model(("a", "_raw"), PLAIN, b=property(lambda _: 1)), False),
    "no place for the JSON": (like_a_model(("a", "b"), PLAIN), False),
    "code when an attribute is set": (
        like_a_model(("a", "b", "_raw"), PLAIN, __setattr__=do_nothing),
        False,
    ),
    "one key for two attributes": (like_a_model(("a", "b", "_raw"), {"a": "a", "b": "a"}), False),
}


@pytest.mark.parametrize("case", CLASSES)
def test_a_class_with_more_than_slots_is_read_in_python(place: Path, library: Twice, case: str) -> None:
    """Where storing into a slot is not all that happens when an attribute is set."""
    kind, in_c = CLASSES[case]
    names: dict[str, Any] = {"salvaged": None}
    exec("def from_dict(cls, data): return cls", names)
    reader = importlib.import_module("abclient_speedups").reader(kind, names["from_dict"])
    assert reader.in_c == in_c
    made = reader({"a": 1})
    assert (made.a, made.b, made._raw) == (1, None, {"a": 1}) if in_c else made is kind


REPORT = (
    "from abclient_api._speedups import models_are_read_by, reader_in_c; print(models_are_read_by, bool(reader_in_c))"
)


@pytest.mark.parametrize(
    ("variables", "said"),
    [
        ({}, f"abclient-speedups {__version__} True"),
        ({"ABCLIENT_SPEEDUPS": "1"}, f"abclient-speedups {__version__} True"),
        ({"ABCLIENT_SPEEDUPS": "0"}, "Python, because of ABCLIENT_SPEEDUPS=0 False"),
    ],
    ids=str,
)
def test_it_is_used_where_it_is_installed(place: Path, variables: dict[str, str], said: str) -> None:
    """Without being asked to; an environment variable turns it off."""
    path = os.pathsep.join([str(place), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, **variables}
    done = subprocess.run([sys.executable, "-c", REPORT], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == said


def test_the_tests_of_models_pass_with_it(place: Path) -> None:
    """What holds for models and answers read in Python does for those that are read in C."""
    tests = Path(__file__).parents[1]
    names = ("unit/test_models.py", "unit/test_answers.py", "unit/test_generated_unions.py", "property/test_models.py")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(place), *sys.path]), "ABCLIENT_FEWER": "3"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *(str(tests / name) for name in names)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-3000:]
