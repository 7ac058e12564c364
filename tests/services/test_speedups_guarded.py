"""The reader in C where Python code does odd things: objects that lie about what they are, and other interpreters."""

from __future__ import annotations

import importlib
import inspect
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock

import pytest

from support.specs import generate
from support.speedups import SHAPES, Twice, difference, installed, outcome, twice

pytestmark = pytest.mark.services
place = pytest.fixture(scope="module")(installed)


@pytest.fixture(scope="module")
def shapes(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    """What is generated of a spec with a field for each shape that fields can have, required and not."""
    directory = tmp_path_factory.mktemp("shapes")
    with twice(place, directory / generate(directory, SHAPES)) as found:
        yield found


ONE: list[Any] = [None, {"name": "a"}, [], "2026-01-02"]
TWO: dict[str, Any] = {"a": None, "b": {"name": "b"}, "c": [None]}


def says(kind: type[Any], of: type[Any], **methods: Any) -> Any:
    """What makes an object of a class that says that it is of another one."""
    return type(f"Says{kind.__name__.title()}", (of,), {"__class__": kind, **methods})


def ones(_: object) -> Iterator[Any]:
    return iter(ONE)


def in_ones(_: object, value: object) -> bool:
    return value in ONE


def pairs(_: object) -> Any:
    return TWO.items()


def values(_: object) -> Any:
    return TWO.values()


AS_LIST: dict[str, Any] = {"__iter__": ones, "__contains__": in_ones}
AS_DICT: dict[str, Any] = {"items": pairs, "values": values}
LIARS: Mapping[str, Callable[[], Any]] = {
    "a mock of a list": lambda: MagicMock(spec=list),
    "a mock of a dict": lambda: MagicMock(spec=dict, **{"get.return_value": None}),
    "what says that it is a list": says(list, object, **AS_LIST),
    "what says that it is a dict": says(dict, object, **AS_DICT),
    "a list of other values": lambda: says(list, list, **AS_LIST)([1, {}]),
    "a dict of other items": lambda: says(dict, dict, **AS_DICT)(a=1),
}


@pytest.mark.parametrize("liar", LIARS.values(), ids=LIARS)
def test_what_only_says_what_it_is_is_read_alike(shapes: Twice, liar: Callable[[], Any]) -> None:
    """``__class__`` is not the type: mocks of lists and dicts in every shape of a field, by themselves and within."""
    value = liar()
    for _, slow, fast in shapes.kinds():
        for key in slow.FIELDS.values():
            for within in (value, [value], {"a": value}, [None, [value]], {"a": None, "b": [value]}):
                document = {**dict.fromkeys(slow.FIELDS.values(), None), key: within}
                assert difference(outcome(slow, document), outcome(fast, document), key) is None


def test_an_error_leaves_no_exception_to_a_generator(shapes: Twice) -> None:
    """One that began where an exception was handled does not go on with it as the one that it handles."""
    for kind in next((slow, fast) for _, slow, fast in shapes.kinds() if slow.__name__ == "Required"):

        def handled(kind: Any = kind) -> Generator[BaseException | None]:
            with pytest.raises(Exception, match="required, but missing"):
                kind.from_dict({})
            while True:
                yield sys.exc_info()[1]

        generator = handled()
        try:
            raise ZeroDivisionError
        except ZeroDivisionError as error:
            assert next(generator) is error
        assert next(generator) is None


INTERPRETERS = """
import sys
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
code = '''
import sys
sys.path[:] = %r
from abclient_api._speedups import models_are_read_by
print(models_are_read_by, flush=True)
''' % sys.path
run = getattr(interpreters, "exec", None) or interpreters.run_string
for how in ("isolated", "legacy"):
    try:
        one = interpreters.create(how)
    except TypeError:
        one = interpreters.create(isolated=how == "isolated")
    run(one, code)
"""


def test_other_interpreters_read_in_python(place: Path) -> None:
    """Those of their own GIL, and those that share it, as mod_wsgi's do: the reader's type is one for all of them."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(place), *sys.path])}
    environment.pop("ABCLIENT_SPEEDUPS", None)
    command = [sys.executable, "-c", INTERPRETERS]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    said = done.stdout.splitlines()
    assert len(said) == 2, done.stderr
    assert all(line.startswith("Python; abclient-speedups cannot be imported") for line in said)


def test_a_slot_of_another_class_is_not_written_to(shapes: Twice) -> None:
    """The attribute of a class may have been replaced by another's: Python refuses to set it, and so does this."""
    told: list[str] = []
    for kind in next((slow, fast) for _, slow, fast in shapes.kinds() if slow.__name__ == "Optional"):
        other = type("Other", (), {"__slots__": [f"slot_{number}" for number in range(500)]})
        attribute = next(iter(kind.FIELDS))
        usual = kind.__dict__[attribute]
        setattr(kind, attribute, other.__dict__["slot_499"])
        try:
            told.append(repr(outcome(fresh(kind), {})))
        finally:
            setattr(kind, attribute, usual)
    assert told[0] == told[1]
    assert "doesn't apply to" in told[0]


def test_help_has_the_text_of_the_method(shapes: Twice) -> None:
    """What it takes and raises, as for the method in Python; one without any text has none."""
    for _, slow, fast in shapes.kinds():
        assert inspect.getdoc(fast.from_dict) == inspect.getdoc(slow.from_dict)
        assert "Undecodable" in str(inspect.getdoc(fast.from_dict))
        bare = type(fast.from_dict)(int, lambda: 0, print)
        assert bare.__doc__ is None


def fresh(kind: Any) -> Any:
    """A class whose reader finds out anew how it is read."""
    method = kind.from_dict
    if not hasattr(method, "in_c"):
        return kind
    plan = importlib.import_module("abclient_speedups._plan").plan
    return SimpleNamespace(from_dict=type(method)(kind, method.__func__, plan))
