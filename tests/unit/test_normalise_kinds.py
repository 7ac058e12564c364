"""Objects of several kinds in published documents: told apart where they say what they are, else merged into one."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from abclient.codegen._package import generate
from abclient.codegen.normalise._rewrite import Normalised, normalise, text_of
from abclient.codegen.spec._check import check_document
from abclient.codegen.spec._file import read
from abclient_api._runtime import Response, Undecodable

JSON = "application/json"
REF = "#/components/schemas/"
TEXT = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"{REF}{name}"}


def kind(tag: Any, *required: str, **properties: Any) -> dict[str, Any]:
    """A kind of an object, with what its property ``type`` may be."""
    return {"type": "object", "required": [*required], "properties": {"type": tag, **properties}}


CAT, DOG = kind(TEXT, "type", lives={"type": "integer"}), kind(TEXT, "type", barks={"type": "boolean"})
CONST_CAT, CONST_DOG = kind({"const": "cat"}, "type"), kind({"enum": ["dog", "hound"]}, "type")
MERGED = {"type", "lives", "barks"}


def one_of(*several: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"oneOf": [*several], **more}


def tag(**mapping: str) -> dict[str, Any]:
    return {"propertyName": "type", **({"mapping": mapping} if mapping else {})}


def document(schemas: dict[str, Any], answer: Any = None, body: Any = None) -> dict[str, Any]:
    """A published document with one operation, which answers with an object with a pet, and may take a body."""
    answers = answer or {"type": "object", "properties": {"id": TEXT, "pet": ref("Pet")}}
    operation: dict[str, Any] = {
        "operationId": "getPet",
        "tags": ["pets"],
        "responses": {"200": {"description": "", "content": {JSON: {"schema": answers}}}},
    }
    if body is not None:
        operation["requestBody"] = {"required": True, "content": body}
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com/"}],
        "paths": {"/pets": {"post": operation}},
        "components": {"schemas": schemas},
    }


def normalised(tmp_path: Path, published: dict[str, Any]) -> Normalised:
    """What becomes of a document; it keeps all rules."""
    path = tmp_path / "published.json"
    path.write_text(json.dumps(published))
    found = normalise(path)
    out = tmp_path / "normal.yaml"
    out.write_text(text_of(found.document, as_json=False))
    assert check_document(out, read(out), ours=False) == []
    return found


TOLD_APART: list[tuple[dict[str, Any], dict[str, str]]] = [
    (
        {
            "Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag(cat=f"{REF}Cat", dog="Dog", hound=f"{REF}Dog")),
            "Cat": CAT,
            "Dog": DOG,
        },
        {"cat": "Cat", "dog": "Dog", "hound": "Dog"},
    ),
    (
        {"Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag()), "Cat": CAT, "Dog": DOG},
        {"Cat": "Cat", "Dog": "Dog"},
    ),
    (
        {"Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag()), "Cat": CONST_CAT, "Dog": CONST_DOG},
        {"cat": "Cat", "dog": "Dog", "hound": "Dog"},
    ),
    (
        {
            "Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag(cat="Cat", fish="Fish", bird=f"{REF}Bird")),
            "Cat": CAT,
            "Dog": DOG,
        },
        {"cat": "Cat", "Dog": "Dog"},
    ),
    (
        {"Pet": {"anyOf": [ref("Cat"), ref("Dog"), {"type": "null"}]}, "Cat": CONST_CAT, "Dog": CONST_DOG},
        {"cat": "Cat", "dog": "Dog", "hound": "Dog"},
    ),
    (
        {
            "Pet": one_of(ref("Cat"), ref("Dog")),
            "Cat": kind({"const": 1}, "type"),
            "Dog": kind({"type": "integer", "enum": [-2, 3]}, "type"),
        },
        {"1": "Cat", "-2": "Dog", "3": "Dog"},
    ),
    ({"Pet": one_of(CONST_CAT, CONST_DOG)}, {"cat": "PetCat", "dog": "PetDog", "hound": "PetDog"}),
    (
        {
            "Pet": one_of(ref("Cat"), ref("Dog")),
            "Animal": {**kind(TEXT, "type", id=TEXT), "discriminator": tag(cat=f"{REF}Cat", dog=f"{REF}Dog")},
            "Cat": {"allOf": [ref("Animal"), CAT]},
            "Dog": {"allOf": [ref("Animal"), DOG]},
        },
        {"cat": "Cat", "dog": "Dog"},
    ),
    (
        {
            "Pet": {**kind(TEXT, "type", id=TEXT), "discriminator": tag(cat=f"{REF}Cat", dog=f"{REF}Dog")},
            "Cat": {"allOf": [ref("Pet"), CAT]},
            "Dog": {"allOf": [ref("Pet"), DOG]},
        },
        {"cat": "Cat", "dog": "Dog"},
    ),
]


@pytest.mark.parametrize(("schemas", "expected"), TOLD_APART)
def test_kinds_are_told_apart_by_what_they_say(
    tmp_path: Path, schemas: dict[str, Any], expected: dict[str, str]
) -> None:
    """By the discriminator's mapping, by the values of its property, by names, or by values alone, which is a guess."""
    found = normalised(tmp_path, document(schemas))
    pet = found.document["components"]["schemas"]["Pet"]
    assert pet["discriminator"] == {
        "propertyName": "type",
        "mapping": {value: f"{REF}{name}" for value, name in expected.items()},
    }
    assert pet["oneOf"] == [ref(name) for name in dict.fromkeys(expected.values())]
    guessed = "discriminator" not in json.dumps(schemas)
    assert (pet.get("x-source") == "inferred") == guessed
    assert any(line.startswith("guessed: what tells kinds") for line in found.report.lines()) == guessed


MERGED_INTO_ONE: list[dict[str, Any]] = [
    {"Pet": one_of(ref("Cat"), ref("Dog")), "Cat": CAT, "Dog": DOG},
    {"Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag(x="Cat")), "Cat": CAT, "Dog": kind({"enum": ["x"]})},
    {"Pet": one_of(ref("Cat"), ref("Dog")), "Cat": kind({"const": "cat"}), "Dog": CONST_DOG},
    {"Pet": one_of(ref("Cat"), ref("Dog")), "Cat": CONST_CAT, "Dog": kind({"enum": ["dog", "cat"]}, "type")},
    {"Pet": one_of(ref("Cat"), ref("Dog")), "Cat": kind({"const": 1}, "type"), "Dog": kind({"const": "2"}, "type")},
    {"Pet": one_of(ref("Cat"), ref("Dog")), "Cat": kind({"const": 1}, "type"), "Dog": kind({"const": True}, "type")},
    {"Pet": one_of(ref("Cat"), DOG, discriminator=tag()), "Cat": CAT},
    {"Pet": {**one_of(ref("Cat"), ref("Dog"), discriminator=tag()), **kind(TEXT, id=TEXT)}, "Cat": CAT, "Dog": DOG},
]


@pytest.mark.parametrize("schemas", MERGED_INTO_ONE)
def test_kinds_that_do_not_say_what_they_are_become_one(tmp_path: Path, schemas: dict[str, Any]) -> None:
    """Where a value may mean two of them, or none, where it is no text, or where all share something more."""
    found = normalised(tmp_path, document(schemas))
    assert "properties" in found.document["components"]["schemas"]["Pet"]
    assert any(line.startswith("to decide: objects of several kinds") for line in found.report.lines())


PETS = {"Pet": one_of(ref("Cat"), ref("Dog"), discriminator=tag(cat="Cat", dog="Dog")), "Cat": CAT, "Dog": DOG}


def test_forms_are_of_one_kind(tmp_path: Path) -> None:
    """The names of a form's fields do not depend on what is in one of them; what is in a field may be of any kind."""
    heirs = {**PETS, "Pet": {**kind(TEXT, "type"), "discriminator": tag(cat="Cat", dog="Dog")}}
    for content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        found = normalised(tmp_path, document(heirs, body={content_type: {"schema": ref("Pet")}}))
        sent = found.document["paths"]["/pets"]["post"]["requestBody"]["content"][content_type]["schema"]["$ref"]
        assert "properties" in found.document["components"]["schemas"][sent.removeprefix(REF)]


ANSWERS: list[tuple[dict[str, Any], bool]] = [
    (ref("Pet"), True),
    ({"oneOf": [ref("Pet"), {"type": "null"}]}, True),
    ({"type": "array", "items": ref("Pet")}, True),
    ({"type": "array", "items": {"type": "array", "items": ref("Pet")}}, False),
    ({"type": "object", "additionalProperties": ref("Pet")}, False),
]


@pytest.mark.parametrize(("answer", "told_apart"), ANSWERS)
def test_whole_answers_are_kinds_or_lists_of_them(tmp_path: Path, answer: dict[str, Any], told_apart: bool) -> None:
    """What is deeper in lists and maps is one class for all kinds."""
    found = normalised(tmp_path, document(PETS, answer))
    assert ("discriminator" in found.document["components"]["schemas"]["Pet"]) == told_apart


USE = """\
from typing import Any, assert_type
from abclient_api._runtime import Response
from pets_api import models
from pets_api.api.pets import get_pet, list_pets

one = get_pet.parse(Response(200, (), b'{"type": "cat"}'))
assert_type(one, models.Cat | models.Dog | dict[str, Any])
assert_type(list_pets.parse(Response(200, (), b"[]")), list[models.Cat | models.Dog | dict[str, Any]])
get_pet.request(body=models.DogInput(type="dog", barks=True))
"""


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with a package whose operations answer with pets, one or several, and take one."""
    place = tmp_path_factory.mktemp("pets")
    published = document(PETS, ref("Pet"), {JSON: {"schema": ref("Pet")}})
    listed = document(PETS, {"type": "array", "items": ref("Pet")})["paths"]["/pets"]["post"]
    published["paths"]["/pets"]["get"] = {**listed, "operationId": "listPets"}
    found = normalised(place, published)
    assert "to decide" not in "\n".join(found.report.lines())
    generate(place / "normal.yaml", "pets_api", place)
    return place


def test_the_right_class_is_chosen(pets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown kind stays a dict, as an unknown value of an enum stays a text; an error is no pet."""
    monkeypatch.setattr(sys, "path", [str(pets), *sys.path])
    one = importlib.import_module("pets_api.api.pets.get_pet")
    several = importlib.import_module("pets_api.api.pets.list_pets")
    models: Any = importlib.import_module("pets_api.models")

    def answer(document: Any) -> Response:
        return Response(200, (), json.dumps(document).encode())

    cat, dog, fish = ({"type": "cat", "lives": 9}, {"type": "dog", "barks": None}, {"type": "fish", "fins": 2})
    assert one.parse(answer(cat)) == models.Cat(type="cat", lives=9)
    assert one.parse(answer(fish)) == fish
    assert several.parse(answer([dog, fish, cat])) == [models.Dog(type="dog"), fish, models.Cat(type="cat", lives=9)]
    assert one.request(body=models.DogInput(type="dog", barks=True)).body == b'{"type":"dog","barks":true}'
    for parse, odd, said in (
        (one.parse, {"message": "no"}, "Pet: an error (message)"),
        (one.parse, {"lives": 9}, "Pet.type: expected what says the kind, got NoneType"),
        (one.parse, {"type": ["cat"]}, "Pet.type: expected what says the kind, got list"),
        (one.parse, [], "Pet: expected an object, got list"),
        (several.parse, {"type": "cat"}, "list[Pet]: expected a list, got dict"),
        (several.parse, [cat, {"type": "dog"}, 7], "list[Pet][2]: expected an object"),
    ):
        with pytest.raises(Undecodable) as caught:
            parse(answer(odd))
        assert said in str(caught.value)


def test_kinds_may_be_whole_numbers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The mapping of a discriminator has them as texts; what only equals one, such as true, is of an unknown kind."""
    schemas = {
        "Pet": one_of(ref("Cat"), ref("Dog")),
        "Cat": kind({"const": 1}, "type", friends={"type": "array", "items": ref("Pet")}),
        "Dog": kind({"type": "integer", "enum": [-2, 3]}, "type"),
    }
    normalised(tmp_path, document(schemas, ref("Pet"), {JSON: {"schema": ref("Pet")}}))
    generate(tmp_path / "normal.yaml", "numbered_api", tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    importlib.import_module("numbered_api.test_smoke").test_models()
    get_pet, models = map(importlib.import_module, ("numbered_api.api.pets.get_pet", "numbered_api.models"))
    made: Any = get_pet.parse(
        Response(200, (), b'{"type": 1, "friends": [{"type": -2}, {"type": true}, {"type": "3"}]}')
    )
    assert made == models.Cat(type=1, friends=[models.Dog(type=-2), {"type": True}, {"type": "3"}])


COMMANDS = [
    ("pytest", "-q", "-p", "no:cacheprovider", "pets_api"),
    pytest.param(
        ("mypy", "--strict", "--config-file=", "--cache-dir=/dev/null", "--follow-imports=silent", "use.py"),
        marks=pytest.mark.slow,
    ),
]


@pytest.mark.parametrize("command", COMMANDS)
def test_its_own_test_passes_and_checkers_know_the_union(pets: Path, command: tuple[str, ...]) -> None:
    """The generated test makes and reads all kinds; mypy's strict mode knows what each operation answers."""
    (pets / "use.py").write_text(USE)
    done = subprocess.run([sys.executable, "-m", *command], cwd=pets, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
