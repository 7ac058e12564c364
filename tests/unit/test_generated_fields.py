"""The TypedDicts of bodies, for keywords: what is in them, what they cost, and the bodies that are made of them."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_type_hints

import pytest

from support.clients import PACKAGES
from support.library import LIBRARY
from support.schemas import Specification
from support.specs import generate


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The package that is generated of the made-up vendor's spec."""
    return f"{generate(tmp_path_factory.mktemp('fields'), LIBRARY)}.tiny"


@pytest.fixture(scope="module")
def models(library: str) -> Any:
    """Its models."""
    return importlib.import_module(f"{library}.models")


@pytest.fixture(scope="module")
def runtime(library: str) -> Any:
    """What is beside it."""
    return importlib.import_module(f"{library.partition('.')[0]}._runtime")


def test_each_body_has_its_fields_and_nothing_else_has(models: Any) -> None:
    """One for a body, two where one schema serves to create and to change, none for parts, lists and answers."""
    assert {name for name in models.__all__ if name.endswith("Fields")} == {
        *("BookUpdateFields", "MarkCreateFields", "MarkUpdateFields", "ScanUploadFields", "SearchFields"),
        "StepsFields",
    }


def test_keys_are_python_names_and_types_are_what_callers_may_give(models: Any, runtime: Any) -> None:
    """Read-only properties are left out, null is None, and objects may be mappings."""
    expected = {
        "text": str,
        "color": Literal["red", "blue"] | None,
        "books": Sequence[int | models.AuthorUpdate | runtime.Model | Mapping[str, Any]],
        "steps": Mapping[str, models.Step | runtime.Model | Mapping[str, Any]],
    }
    assert get_type_hints(models.MarkCreateFields) == get_type_hints(models.MarkUpdateFields) == expected
    assert models.MarkCreateFields.__required_keys__ == {"text", "books"}
    assert models.MarkUpdateFields.__required_keys__ == {"books"}


def test_a_body_is_made_of_fields(models: Any, runtime: Any) -> None:
    """Sequences become lists, None stays null, and UNSET is not given."""
    fields = {"text": runtime.UNSET, "books": (1, {"name": "b"}), "color": None}
    assert runtime.from_fields(models.MarkInput, fields).to_dict() == {"books": [1, {"name": "b"}], "color": None}
    made = runtime.from_fields(models.MarkInput, {"text": "a", "books": range(2)}, creating=True)
    assert made.to_dict() == {"text": "a", "books": [0, 1]}


@pytest.mark.parametrize(
    ("fields", "creating", "message"),
    [
        ({"books": [], "txt": "a"}, False, "MarkInput has no field txt; it has text, color, books, steps"),
        ({"books": [], "id": "1", "made": None}, False, "MarkInput has no field id, made; it has"),
        ({"text": "a"}, False, "MarkInput needs books"),
        ({}, True, "MarkInput needs text, books"),
        ({"books": "12"}, False, "books must be a list, not str"),
        ({"books": b"12"}, False, "books must be a list, not bytes"),
        ({"books": {"name": "b"}}, False, "books must be a list, not dict"),
        ({"books": 12}, False, "books must be a list, not int"),
    ],
)
def test_what_cannot_be_meant_is_named(
    models: Any, runtime: Any, fields: dict[str, Any], creating: bool, message: str
) -> None:
    """Unknown and missing fields, and one value in the place of several."""
    with pytest.raises(TypeError, match=message):
        runtime.from_fields(models.MarkInput, fields, creating=creating)


def has_objects_as_bodies(package: str) -> bool:
    """Whether an operation takes a body that is an object with a name."""
    operations = Specification(package).operations.values()
    sent = (one.get("requestBody", {}).get("content", {}).values() for one in operations)
    return any("$ref" in content.get("schema", {}) for several in sent for content in several)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_types_of_every_body_can_be_found_out(package: str) -> None:
    """Tools that look at types at run time find all names, and each key is documented and a field of a body."""
    models = importlib.import_module(f"abclient_api.{package}.models")
    bodies = [getattr(models, name) for name in models.__all__ if not name.endswith("Fields")]
    known = [set(body.FIELDS) - set(getattr(body, "READ_ONLY", ())) for body in bodies]
    made = [getattr(models, name) for name in models.__all__ if name.endswith("Fields")]
    for fields in made:
        assert set(get_type_hints(fields)) in known
    assert bool(made) == has_objects_as_bodies(package)  # such as launchdarkly_events, whose only body is a list
