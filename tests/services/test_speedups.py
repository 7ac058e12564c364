"""Models are read in C as they are in Python: equal objects, equal errors, for every model of every vendor."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.cases import FACTOR
from support.claims_data import STYLES
from support.contract_server import contract
from support.library import LIBRARY
from support.noise import Noise
from support.specs import generate
from support.speedups import SHAPES, Twice, difference, installed, outcome, twice

pytestmark = pytest.mark.services

ODD: tuple[Any, ...] = (None, True, 0, 7, 1.5, "", "text", "2026-01-02T03:04:05Z", "7", '{"a": 1}', b"x", (1,))
CONTAINERS: tuple[Any, ...] = ([], {}, [None], [None, 1], [[]], [[None, 1]], [{}], {"a": None}, {"a": 1}, {"a": {}})
NESTED: tuple[Any, ...] = ([{"a": None}], [5, {}], {"a": [None]}, {"a": [{"b": None}, None], "c": None})
MISSING = object()


place = pytest.fixture(scope="module")(installed)


@pytest.fixture(scope="module")
def both(place: Path) -> Iterator[Twice]:
    """All generated packages."""
    with twice(place) as found:
        yield found


@pytest.fixture(scope="module")
def library(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    """What is generated of a made-up vendor's spec, with unions and models that hold each other."""
    directory = tmp_path_factory.mktemp("library")
    with twice(place, directory / generate(directory, LIBRARY)) as found:
        yield found


@pytest.fixture(scope="module")
def shapes(place: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Twice]:
    """What is generated of a spec with a field for each shape that fields can have, required and not."""
    directory = tmp_path_factory.mktemp("shapes")
    with twice(place, directory / generate(directory, SHAPES)) as found:
        yield found


def compare(kinds: tuple[Any, Any], document: Any) -> tuple[Any, Any]:
    """Both read it alike; returns what each has read."""
    one, other = (outcome(kind, document) for kind in kinds)
    assert difference(one, other, kinds[0].__name__) is None, document
    return one, other


def parts_replaced(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The document with each of its fields missing, or something else."""
    for key in document:
        for value in (MISSING, *ODD, *CONTAINERS, *NESTED):
            changed = {**document, key: copy.deepcopy(value)}
            if value is MISSING:
                del changed[key]
            yield changed


def test_every_model_is_read_in_c(both: Twice, library: Twice, shapes: Twice) -> None:
    """None of what is generated is left to Python; nothing of the other copies is read in C."""
    found = [kinds for one in (both, library, shapes) for kinds in one.kinds()]
    assert len(found) > 600
    assert [fast for _, _, fast in found if not fast.from_dict.in_c] == []
    assert [slow for _, slow, _ in found if hasattr(slow.from_dict, "in_c")] == []


def test_documented_objects_are_read_alike(both: Twice) -> None:
    """Every model, with all fields, the required ones, unknown ones, and numbers as texts."""
    for vendor, *kinds in both.kinds():
        for style in STYLES:
            schema = {"$ref": f"#/components/schemas/{kinds[0].__name__}"}
            one, other = compare((kinds[0], kinds[1]), contract(vendor).samples.sample(schema, style))
            assert one.to_dict() == other.to_dict()
            assert repr(one) == repr(other)


def test_every_field_may_be_anything(both: Twice) -> None:
    """Each field of each model: missing, null, of another type, in a list or an object, or with nulls inside."""
    for vendor, *kinds in both.kinds():
        schema = {"$ref": f"#/components/schemas/{kinds[0].__name__}"}
        for document in parts_replaced(contract(vendor).samples.sample(schema, STYLES[0])):
            compare((kinds[0], kinds[1]), document)


def test_broken_objects_are_read_alike(both: Twice) -> None:
    """Objects that are changed in up to four places, at any depth, and some that are any JSON."""
    kinds = list(both.kinds())
    for case in range(20_000 * FACTOR):
        draw = Noise(f"read in C {case}")
        vendor, slow, fast = draw.one_of(kinds)
        schema = {"$ref": f"#/components/schemas/{slow.__name__}"}
        compare((slow, fast), draw.document(contract(vendor).samples.sample(schema, draw.one_of(STYLES))))


@pytest.mark.parametrize("data", [*ODD, *CONTAINERS], ids=repr)
def test_what_is_no_object_at_all_is_read_alike(shapes: Twice, both: Twice, data: Any) -> None:
    """With required fields and without: an empty list is PHP's empty object, everything else an error."""
    for _, slow, fast in (*shapes.kinds(), next(both.kinds())):
        compare((slow, fast), data)


def test_every_shape_of_a_field_may_be_anything(shapes: Twice) -> None:
    """Lists and maps of dates, in each other, required or not: whatever the generator can write."""
    for _, slow, fast in shapes.kinds():
        for value in (*ODD, *CONTAINERS, *NESTED):
            document = dict.fromkeys(slow.FIELDS.values(), value)
            compare((slow, fast), document)
            for changed in parts_replaced(document):
                compare((slow, fast), changed)


def test_unions_are_read_alike(library: Twice) -> None:
    """Ids and objects in each other's place, objects by their kind, and models that hold each other."""
    kinds = {slow.__name__: (slow, fast) for _, slow, fast in library.kinds()}
    author = {"name": "A", "books": [{"id": 1, "related": [2, "x", {"id": 3}, None], "editions": {"1": {"id": 4}}}]}
    rule = {"kind": "place", "rules": [{"kind": "age", "from_age": 1}, {"kind": "odd"}, None, {}]}
    book = {"id": 1, "author": author, "rule": rule, "rules": [rule], "shelf": {"row": 1, "books": [{"id": 2}]}}
    compare(kinds["Book"], book)
    for changed in parts_replaced(book):
        compare(kinds["Book"], changed)
