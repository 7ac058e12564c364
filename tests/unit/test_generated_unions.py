"""What generated code makes of today's schemas: unions, nullable objects, milliseconds and base64."""

from __future__ import annotations

import datetime
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from abclient.vendors._types import types_of
from support.generated import answer, pickled
from support.library import LIBRARY, TYPED_USE
from support.samples import Sampler, Style
from support.schemas import Specification
from support.specs import generate

AUTHOR: dict[str, Any] = {"name": "A", "born": 1900}
BOOK: dict[str, Any] = {
    "id": 1,
    "author": AUTHOR,
    "related": [2, "third", {"id": 4, "author": 5}, None],
    "editions": {"1999": 6, "2001": {"id": 7}},
    "price": "free",
    "prices": [1, "two", None],
    "rule": {"kind": "place", "rules": [{"kind": "age", "from_age": 12}, {"kind": "weather", "sun": True}]},
    "rules": [{"kind": "child"}, {"kind": ["odd"]}, {}],
    "shelf": None,
    "created": 1700000000123,
    "cover": "aGVs\nbG8=",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The package that is generated of the made-up vendor's spec."""
    return f"{generate(tmp_path_factory.mktemp('library'), LIBRARY)}.tiny"


@pytest.fixture(scope="module")
def models(library: str) -> Any:
    """Its models."""
    return importlib.import_module(f"{library}.models")


@pytest.fixture
def book(models: Any) -> Any:
    """A book with one of everything."""
    return models.Book.from_dict(BOOK)


def test_an_id_stays_an_id_and_an_object_becomes_its_model(models: Any, book: Any) -> None:
    """In a field, in a list and in a map; nulls of lists are dropped as everywhere."""
    assert book.author == models.Author(name="A")
    assert book.related == [2, "third", models.Book(id=4, author=5)]
    assert book.editions == {"1999": 6, "2001": models.Book(id=7)}
    assert models.Book.from_dict({"id": 1, "author": None}).author is None


def test_single_values_of_several_types_come_as_they_are(book: Any) -> None:
    """Numbers and texts need no reading."""
    assert (book.price, book.prices) == ("free", [1, "two"])


def test_a_tagged_object_becomes_the_model_of_its_kind(models: Any, book: Any) -> None:
    """Two kinds may share a model; a new kind, an impossible one and none at all stay dicts and lose nothing."""
    assert book.rule == models.PlaceRule(
        kind="place", rules=[models.AgeRule(kind="age", from_age=12), {"kind": "weather", "sun": True}]
    )
    assert book.rules == [models.AgeRule(kind="child"), {"kind": ["odd"]}, {}]


def test_what_was_read_is_written_back_with_what_was_changed_inside(models: Any, book: Any) -> None:
    """Unknown fields and odd spellings survive, and a change within an alternative is seen."""
    assert book.to_dict() == BOOK
    book.author.name = "B"
    book.rule.rules[0].from_age = 13
    book.related[0] = models.Book(id=2)
    written = book.to_dict()
    assert written["author"] == {"name": "B", "born": 1900}
    assert written["rule"]["rules"] == [{"kind": "age", "from_age": 13}, {"kind": "weather", "sun": True}]
    assert written["related"] == [{"id": 2}, "third", {"id": 4, "author": 5}]
    assert written["editions"] == BOOK["editions"]
    book.author = 9
    assert book.to_dict()["author"] == 9


def test_models_with_unions_are_copied_and_compared(book: Any) -> None:
    """Pickles are equal to what they were made of."""
    assert pickled(book) == book
    assert pickled(book).to_dict() == BOOK


NONE_OF_THE_TYPES: list[tuple[dict[str, Any], str]] = [
    ({"author": [1]}, "Book.author: expected an object, got list"),
    ({"rule": "age"}, "Book.rule: expected an object, got str"),
    ({"rules": [{}, 5]}, "Book.rules[1]: expected an object, got int"),
    ({"related": [1, {"author": 2}]}, "Book.related[1].id: required, but missing"),
    ({"editions": {"a": {"author": 2}}}, "Book.editions['a'].id: required, but missing"),
    ({"rule": {"kind": "place", "rules": [{"kind": "place", "rules": 1}]}}, "Book.rule.rules[0].rules: expected a"),
]


@pytest.mark.parametrize(("data", "message"), NONE_OF_THE_TYPES)
def test_what_is_none_of_the_types_is_named(library: str, models: Any, data: dict[str, Any], message: str) -> None:
    """The path leads through unions to the culprit."""
    runtime = importlib.import_module(f"{library.partition('.')[0]}._runtime")
    with pytest.raises(runtime.Undecodable) as caught:
        models.Book.from_dict({"id": 1, **data})
    assert message in str(caught.value)


def test_the_empty_list_of_php_is_an_empty_object(models: Any) -> None:
    """As everywhere, where the object has no ids."""
    made = models.Book.from_dict({"id": 1, "author": [], "rule": []})
    assert (made.author, made.rule) == (models.Author(), {})


def test_a_nullable_object_is_a_class_of_its_name(models: Any) -> None:
    """Null, and absent, are None; its inside is read; and as a body null can be sent."""
    assert models.Book.from_dict(BOOK).shelf is None
    made = models.Book.from_dict({"id": 1, "shelf": {"row": 2, "books": [{"id": 3}]}})
    assert made.shelf == models.Shelf(row=2, books=[models.Book(id=3)])
    assert models.BookUpdate(shelf=None).to_dict() == {"shelf": None}
    assert models.BookUpdate(allow_list=models.BookAllowList(names=["a"])).to_dict() == {"allow_list": {"names": ["a"]}}


def test_milliseconds_and_base64_are_moments_and_bytes(models: Any, book: Any) -> None:
    """Both ways; what cannot be read is None, and written back as it came."""
    moment = datetime.datetime(2023, 11, 14, 22, 13, 20, 123000, datetime.UTC)
    assert (book.created, book.cover) == (moment, b"hello")
    later = moment + datetime.timedelta(microseconds=1600)
    assert models.BookUpdate(created=later, cover=b"\xff").to_dict() == {"created": 1700000000125, "cover": "/w=="}
    odd = {"id": 1, "created": "soon", "cover": "?"}
    assert (models.Book.from_dict(odd).created, models.Book.from_dict(odd).cover) == (None, None)
    assert models.Book.from_dict(odd).to_dict() == odd


def test_bodies_take_each_alternative(models: Any) -> None:
    """An id, a new object and a tagged one are sent as they are."""
    rule = models.AgeRuleUpdate(kind="child", from_age=3)
    made = models.BookUpdate(author=models.AuthorUpdate(name="A"), rule=rule, price="free")
    assert made.to_dict() == {"author": {"name": "A"}, "rule": {"kind": "child", "from_age": 3}, "price": "free"}
    assert models.BookUpdate(author=5, price=None).to_dict() == {"author": 5, "price": None}


def test_models_of_unions_are_imported_when_one_comes(library: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An answer of ids imports neither the author nor the rules."""
    code = f"""
import sys
from {library}.api.books import get_book
from {library.partition(".")[0]}._runtime import Response
get_book.parse(Response(200, (), b'{{"id": 1, "author": 2, "related": [3]}}'))
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("{library}.models.")))
get_book.parse(Response(200, (), b'{{"id": 1, "author": {{"name": "A"}}}}'))
print("{library}.models.author" in sys.modules)
"""
    directory = next(path for path in sys.path if (Path(path) / library.partition(".")[0]).is_dir())
    done = subprocess.run([sys.executable, "-c", code], cwd=directory, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["book shelf", "True"]


def test_an_answer_is_read_through_its_operation(library: str, models: Any) -> None:
    """The operation answers with the model, unions and all."""
    operation = importlib.import_module(f"{library}.api.books.get_book")
    assert operation.request(1).parse(answer(BOOK)) == models.Book.from_dict(BOOK)


def test_types_of_fields_can_be_found_out(models: Any) -> None:
    """Also those that modules import for type checkers only: wrong use is told by them."""
    found = types_of(models.Book)
    assert found["author"] == int | models.Author | None
    assert found["rules"] == list[models.AgeRule | models.PlaceRule | dict[str, Any]] | None
    assert models.AuthorUpdate in get_args(types_of(models.BookUpdate)["author"])
    with pytest.raises(NameError):
        types_of(
            type(
                "Odd",
                (models.Shelf,),
                {
                    "FIELDS": {"row": "row"},
                    "__annotations__": {"row": "Nothing"},
                    "__module__": models.Shelf.__module__,
                },
            )
        )


STYLES = [
    Style(),
    Style(optional="omit"),
    Style(optional="null"),
    Style(extra=True, unknown_enums=True),
    Style(numbers_as_text=True),
]


@pytest.mark.parametrize("style", STYLES)
def test_whatever_the_vendor_sends_survives(models: Any, style: Style) -> None:
    """Each model reads samples of its schema in every style, is written as they came, and pickles."""
    yaml: Any = YAML(typ="safe")
    document = yaml.load(LIBRARY)
    sampler, specification = Sampler(document), Specification("library", {"paths": {}, **document})
    found = 0
    for name in ("Book", "Author", "AgeRule", "PlaceRule", "Shelf", "BookPage"):
        schema = {"$ref": f"#/components/schemas/{name}"}
        sample = sampler.sample(schema, style)
        if style == Style():
            specification.check(sample, schema)
        made = getattr(models, name).from_dict(sample)
        assert made.to_dict() == sample
        assert pickled(made) == made
        found += len(sample)
    assert found


@pytest.mark.slow
def test_type_checkers_know_every_alternative(library: str, tmp_path: Path) -> None:
    """Mypy, strict, finds nothing in the generated package nor in code that uses it, and knows the types."""
    top = library.partition(".")[0]
    directory = next(path for path in sys.path if (Path(path) / top).is_dir())
    use = tmp_path / "use.py"
    use.write_text(TYPED_USE.replace("library_api", library))
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path / "cache"), top, str(use)]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
