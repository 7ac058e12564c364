"""Published documents come out in the dialect: what each construct becomes, and what is said about it."""

from __future__ import annotations

import importlib
import json
import math
import sys
from pathlib import Path
from typing import Any

import pytest

from abclient.codegen._package import generate
from abclient.codegen.normalise._rewrite import Normalised, Selection, normalise, text_of
from abclient.codegen.spec._check import check_document
from abclient.codegen.spec._document import SpecError
from abclient.codegen.spec._file import read
from support.published import MUSEUM, SWAGGER

JSON = "application/json"
URL_FORM = "application/x-www-form-urlencoded"
REF = "#/components/schemas/"


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"{REF}{name}"}


def obj(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


TEXT, INT = {"type": "string"}, {"type": "integer"}


def document(schemas: dict[str, Any] | None = None, **operation: Any) -> dict[str, Any]:
    """A published document with one operation, which answers with the schema Thing."""
    answer = {"200": {"description": "", "content": {JSON: {"schema": ref("Thing")}}}}
    made: dict[str, Any] = {"operationId": "getThing", "tags": ["things"], "responses": answer, **operation}
    path = made.pop("path", "/things")
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com/"}],
        "paths": {path: {made.pop("method", "get"): made}},
        "components": {"schemas": {"Thing": obj(id=TEXT), **(schemas or {})}},
    }


def normalised(tmp_path: Path, published: dict[str, Any], **options: Any) -> Normalised:
    """What becomes of a document; it keeps all rules."""
    path = tmp_path / "published.json"
    path.write_text(json.dumps(published))
    found = normalise(path, **options)
    out = tmp_path / "normal.yaml"
    out.write_text(text_of(found.document, as_json=False))
    assert read(out) == json.loads(json.dumps(found.document))
    assert check_document(out, read(out), ours=False) == []
    return found


PROPERTIES: list[tuple[Any, Any, str]] = [
    ({"type": ["string", "null"]}, {"type": "string", "nullable": True}, ""),
    ({"type": "string", "nullable": True}, {"type": "string", "nullable": True}, ""),
    ({"anyOf": [TEXT, {"type": "null"}]}, {"type": "string", "nullable": True}, ""),
    ({"oneOf": [ref("Other"), {"type": "null"}]}, {"allOf": [ref("Other")], "nullable": True}, ""),
    ({"allOf": [ref("Other")], "nullable": True}, {"allOf": [ref("Other")], "nullable": True}, ""),
    ({**ref("Other"), "description": "An other."}, {"allOf": [ref("Other")], "description": "An other."}, ""),
    ({"type": ["string", "integer"]}, {"oneOf": [INT, TEXT]}, ""),
    ({"anyOf": [TEXT, INT]}, {"oneOf": [TEXT, INT]}, ""),
    ({"anyOf": [INT, {"type": "number"}]}, {"type": "number"}, ""),
    ({"type": ["string", "object"]}, {}, "to decide: is object or string: is any JSON now"),
    ({"oneOf": [TEXT, {"type": "array", "items": TEXT}]}, {}, "to decide: of types that cannot be told apart"),
    ({"const": "a"}, {"type": "string", "enum": ["a"]}, ""),
    ({"enum": ["a", "b", None]}, {"type": "string", "enum": ["a", "b"], "nullable": True}, ""),
    ({"enum": ["a", "a"]}, {"type": "string", "enum": ["a"]}, ""),
    ({"type": "number", "enum": [0.5, 1]}, {"type": "number"}, "changed: enum of other values"),
    ({"anyOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, {"type": "string", "enum": ["a", "b"]}, ""),
    ({"anyOf": [{"enum": ["a"]}, TEXT]}, TEXT, ""),
    ({"type": "string", "contentEncoding": "base64"}, {"type": "string", "x-wire": "base64"}, ""),
    ({"type": "string", "format": "uuid"}, TEXT, "changed: format uuid means nothing here"),
    ({"type": "string", "format": "date-time"}, {"type": "string", "format": "date-time"}, ""),
    ({"type": "string", "format": "byte"}, {"type": "string", "x-wire": "base64"}, ""),
    ({"type": "integer", "format": "unix-time"}, {"type": "integer", "x-wire": "epoch-seconds"}, ""),
    ({"type": "string", "default": "a"}, {"type": "string", "x-default": "a"}, ""),
    ({"type": "array"}, {"type": "array", "items": {}}, ""),
    ({"type": "array", "prefixItems": [TEXT]}, {"type": "array", "items": {}}, ""),
    ({"type": "array", "items": {"type": ["string", "null"]}}, {"type": "array", "items": TEXT}, ""),
    ({"type": "object", "additionalProperties": True}, {"type": "object"}, ""),
    ({"type": "object", "additionalProperties": INT}, {"type": "object", "additionalProperties": INT}, ""),
    ({"patternProperties": {"^x": INT}}, {"type": "object", "additionalProperties": INT}, ""),
    (True, {}, ""),
    (ref("Endless"), {"type": "array", "items": {}}, "to decide: contains itself without an object"),
    ({"oneOf": [TEXT, ref("Other")]}, ref("OtherOrString"), ""),
]


@pytest.mark.parametrize(("published", "expected", "told"), PROPERTIES, ids=lambda one: json.dumps(one)[:60])
def test_what_a_property_becomes(tmp_path: Path, published: Any, expected: Any, told: str) -> None:
    """In an object that is read."""
    schemas = {"Thing": obj(id=TEXT, p=published), "Other": obj(a=TEXT)}
    schemas["Endless"] = {"type": "array", "items": ref("Endless")}
    found = normalised(tmp_path, document(schemas))
    assert found.document["components"]["schemas"]["Thing"]["properties"]["p"] == expected
    assert told in "\n".join(found.report.lines())


MARKED = {
    "x-items": "parts",
    "x-source": "inferred",
    "x-source-note": "The only list of objects in the answer of GET /things.",
}
OBJECTS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (  # inline objects are named after their place
        {"Thing": obj(owner=obj(a=TEXT), parts={"type": "array", "items": obj(b=INT)})},
        {
            "Thing": obj(owner=ref("ThingOwner"), parts={"type": "array", "items": ref("ThingPart")}) | MARKED,
            "ThingOwner": obj(a=TEXT),
            "ThingPart": obj(b=INT),
        },
        "changed: object without a name: named (2)",
    ),
    (  # allOf of several is one object, and what it consists of is gone if nothing else refers to it
        {"Thing": {"allOf": [ref("Base"), obj(a=TEXT)]}, "Base": obj(b=TEXT)},
        {"Thing": obj(a=TEXT, b=TEXT)},
        "changed: allOf merged into one schema",
    ),
    (  # kinds of objects are one object with the properties of all
        {"Thing": {"oneOf": [ref("A"), ref("B")]}, "A": obj(a=TEXT, c=TEXT), "B": obj(b=INT, c=INT)},
        {"Thing": obj(a=TEXT, c={"oneOf": [TEXT, INT]}, b=INT)},
        "to decide: objects of several kinds merged into one schema",
    ),
    (  # what all kinds share is a property of each
        {"Thing": {**obj(c=TEXT), "anyOf": [obj(a=TEXT), obj(b=TEXT)]}},
        {"Thing": obj(c=TEXT, a=TEXT, b=TEXT)},
        "to decide: objects of several kinds merged into one schema",
    ),
    (  # a property that several speak of
        {"Thing": {"allOf": [obj(p=obj(a=TEXT), q=TEXT), obj(p=obj(b=TEXT), q={"enum": ["x"]})]}},
        {"Thing": obj(p=ref("ThingP"), q=TEXT), "ThingP": obj(a=TEXT, b=TEXT)},
        "",
    ),
    (  # a choice that contains itself, in itself and in an object
        {"Thing": obj(p=ref("Loop"), q=ref("Tree")), "Loop": {"oneOf": [TEXT, {"type": "array", "items": ref("Loop")}]}}
        | {"Tree": {"oneOf": [obj(left=ref("Tree")), obj(right=ref("Tree"))]}},
        {"Thing": obj(p={}, q=ref("Tree")), "Tree": obj(left=ref("Tree"), right=ref("Tree"))},
        "to decide: contains itself without an object in between",
    ),
    (  # only text and integers are required in what is read
        {"Thing": {**obj(a=TEXT, b={"type": "boolean"}), "required": ["a", "b"]}},
        {"Thing": {**obj(a=TEXT, b={"type": "boolean"}), "required": ["a"]}},
        "",
    ),
    (  # what is not for readers is left out
        {"Thing": obj(a=TEXT, secret={"type": "string", "writeOnly": True})},
        {"Thing": obj(a=TEXT)},
        "",
    ),
    (  # names that Python does not take, or that resources have
        {"Thing": obj(**{"+1": INT, "-1": INT, "save": TEXT, "a-b": TEXT, "a_b": TEXT, "class": TEXT, "9": TEXT})},
        {
            "Thing": obj(
                **{
                    "+1": {**INT, "x-python-name": "plus_1"},
                    "-1": {**INT, "x-python-name": "minus_1"},
                    "save": {**TEXT, "x-python-name": "save_"},
                    "a-b": TEXT,
                    "a_b": {**TEXT, "x-python-name": "a_b_2"},
                    "class": TEXT,
                    "9": {**TEXT, "x-python-name": "value_9"},
                }
            )
        },
        "changed: property with another name in Python",
    ),
    (  # names of classes
        {"Thing": obj(a=ref("my_thing"), b=ref("MyThing"), c=ref("Model")), "my_thing": obj(x=TEXT)}
        | {"MyThing": obj(y=TEXT), "Model": obj(z=TEXT)},
        {"Thing": obj(a=ref("MyThing2"), b=ref("MyThing"), c=ref("ModelSchema")), "MyThing2": obj(x=TEXT)}
        | {"MyThing": obj(y=TEXT), "ModelSchema": obj(z=TEXT)},
        "",
    ),
]


@pytest.mark.parametrize(("published", "expected", "told"), OBJECTS)
def test_what_objects_become(tmp_path: Path, published: Any, expected: Any, told: str) -> None:
    """All schemas that are left."""
    found = normalised(tmp_path, document(published))
    assert found.document["components"]["schemas"] == expected
    assert told in "\n".join(found.report.lines())


def test_what_is_read_and_sent_becomes_two(tmp_path: Path) -> None:
    """What is sent keeps null and what is required, and has nothing that only the vendor sets."""
    thing = obj(id={**TEXT, "readOnly": True}, on={"type": ["boolean", "null"]}, owner=ref("Owner"))
    schemas = {"Thing": {**thing, "required": ["id", "on"]}, "Owner": obj(name=TEXT)}
    body = {"content": {JSON: {"schema": ref("Thing")}}, "required": True}
    found = normalised(tmp_path, document(schemas, method="post", requestBody=body)).document["components"]["schemas"]
    on = {"type": "boolean", "nullable": True}
    assert found == {
        "Thing": {**obj(id=TEXT, on=on, owner=ref("Owner")), "required": ["id"]},
        "ThingInput": {**obj(on=on, owner=ref("OwnerInput")), "required": ["on"]},
        "Owner": obj(name=TEXT),
        "OwnerInput": obj(name=TEXT),
    }


def query(name: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


RANGE = {"minimum": 0, "maximum": 8}
DEEP = obj(gte=INT, lt=INT)
PARAMETERS: list[tuple[Any, Any, str]] = [
    (query("a", INT), [query("a", INT)], ""),
    (query("a", {**INT, "minimum": 1, "maximum": 9}), [query("a", {**INT, "minimum": 1, "maximum": 9})], ""),
    (query("a", {**INT, "exclusiveMinimum": -1, "exclusiveMaximum": 9}), [query("a", {**INT, **RANGE})], ""),
    (query("a", {**INT, "exclusiveMinimum": True, **RANGE}), [query("a", {**INT, **RANGE})], ""),
    (query("a", {**INT, "minimum": -math.inf, "maximum": 1}), [query("a", {**INT, "maximum": 1})], ""),
    (query("a", {**INT, "default": 20}), [query("a", INT, **{"x-default": 20})], ""),
    (query("a", {"type": ["string", "null"]}), [query("a", TEXT)], ""),
    (query("a", {"anyOf": [DEEP, INT]}), [query("a", INT)], ""),
    (query("a", ref("Other")), [query("x", TEXT)], "changed: object in a query"),
    (query("a", obj(a=TEXT)), [query("a", TEXT)], "changed: object in a query"),
    (
        query("a", DEEP, style="deepObject"),
        [query("a[gte]", INT, **{"x-python-name": "a_gte"}), query("a[lt]", INT, **{"x-python-name": "a_lt"})],
        "changed: object in a query",
    ),
    (
        query("a", {"type": "array", "items": TEXT}, explode=False),
        [query("a", {"type": "array", "items": TEXT}, explode=False)],
        "",
    ),
    (query("a", {"type": "array", "items": TEXT}, style="pipeDelimited"), [query("a", TEXT)], "a text now"),
    (query("a", {"type": "array", "items": DEEP}), [query("a", {"type": "array", "items": TEXT})], ""),
    (
        {"name": "a", "in": "query", "content": {JSON: {"schema": DEEP}}},
        [query("a", TEXT)],
        "parameter of JSON: a text",
    ),
    ({"name": "a", "in": "cookie", "schema": TEXT}, None, "left out: parameters in cookie"),
    ({"name": "Authorization", "in": "header", "schema": TEXT}, None, "left out: headers that the client decides on"),
    ({"name": "gone", "in": "path", "required": True, "schema": TEXT}, None, "left out: parameters of the path"),
]


@pytest.mark.parametrize(("published", "expected", "told"), PARAMETERS, ids=lambda one: json.dumps(one)[:60])
def test_what_a_parameter_becomes(tmp_path: Path, published: Any, expected: Any, told: str) -> None:
    """Single values, and lists of them in queries."""
    found = normalised(tmp_path, document({"Other": obj(x=TEXT)}, parameters=[published]))
    assert found.document["paths"]["/things"]["get"].get("parameters") == expected
    assert told in "\n".join(found.report.lines())


def test_other_styles_of_paths_are_to_be_decided(tmp_path: Path) -> None:
    """A value of a path is sent as it is, without what a style writes before it."""
    name = {"name": "id", "in": "path", "required": True, "schema": TEXT, "style": "matrix"}
    found = normalised(tmp_path, document(path="/things/{id}", parameters=[name]))
    assert "to decide: written as style matrix says: sent as it is now (1)" in [*found.report.lines()]


def test_parameters_of_paths_are_complete(tmp_path: Path) -> None:
    """One that is not described is added; dates are texts there; all are required."""
    day = {"name": "day", "in": "path", "schema": {"type": "string", "format": "date"}}
    found = normalised(tmp_path, document(path="/things/{id}/{day}", parameters=[day]))
    assert found.document["paths"]["/things/{id}/{day}"]["get"]["parameters"] == [
        {"name": "day", "in": "path", "required": True, "schema": TEXT},
        {"name": "id", "in": "path", "required": True, "schema": TEXT},
    ]


BINARY = {"type": "string", "format": "binary"}
TEXT_LIST = {"type": "array", "items": TEXT}
FILES = obj(
    a=BINARY,
    b={"type": "array", "items": BINARY},
    c={"type": "string", "contentMediaType": "image/png"},
    d={"contentMediaType": "application/octet-stream"},
    e={"type": "string", "contentMediaType": "application/json"},
    f={"type": "string", "contentMediaType": "text/csv"},
    g=TEXT_LIST,
)
BODIES: list[tuple[Any, Any, str]] = [
    ({JSON: {"schema": obj(a=TEXT)}}, {"required": False, "content": {JSON: {"schema": ref("GetThingRequest")}}}, ""),
    (
        {"text/xml": {}, JSON: {"schema": {"type": ["object", "null"]}}},
        {"required": False, "content": {JSON: {"schema": {"type": "object"}}}},
        "changed: body of several content types: one",
    ),
    (
        {"application/zip": {"schema": BINARY}},
        {"required": True, "content": {"application/zip": {"schema": BINARY}}},
        "",
    ),
    ({"text/plain": {"schema": TEXT}}, {"required": True, "content": {"text/plain": {"schema": TEXT}}}, ""),
    (
        {"multipart/form-data": {"schema": obj(file=BINARY, note=TEXT)}},
        {"required": True, "content": {"multipart/form-data": {"schema": ref("GetThingRequest")}}},
        "",
    ),
    (
        {"multipart/form-data": {"schema": ref("Files")}},
        {"required": True, "content": {"multipart/form-data": {"schema": ref("Files")}}},
        "",
    ),
    (
        {URL_FORM: {"schema": obj(name=TEXT), "encoding": {"name": {"explode": True}}}},
        {"required": True, "content": {URL_FORM: {"schema": ref("GetThingRequest")}}},
        "",
    ),
    (
        {URL_FORM: {"schema": obj(a=TEXT), "encoding": {"a": {"style": "deepObject", "explode": True}}}},
        {
            "required": True,
            "content": {URL_FORM: {"schema": ref("GetThingRequest"), "encoding": {"a": {"style": "deepObject"}}}},
        },
        "",
    ),
    (
        {URL_FORM: {"schema": obj(a=TEXT)}, JSON: {"schema": obj(a=TEXT)}},
        {"required": False, "content": {JSON: {"schema": ref("GetThingRequest")}}},
        "changed: body of several content types: one",
    ),
]


@pytest.mark.parametrize(("published", "expected", "told"), BODIES, ids=lambda one: json.dumps(one)[:60])
def test_what_a_body_becomes(tmp_path: Path, published: Any, expected: Any, told: str) -> None:
    """One content type, and a name for an object."""
    published = document({"Files": FILES}, method="post", requestBody={"content": published})
    found = normalised(tmp_path, published)
    assert found.document["paths"]["/things"]["post"]["requestBody"] == expected
    assert told in "\n".join(found.report.lines())


def test_files_are_known_by_any_of_their_spellings(tmp_path: Path) -> None:
    """One or several, in OpenAPI 3.0 and 3.1; what is text, or JSON within text, is none."""
    body = {"content": {"multipart/form-data": {"schema": ref("Files")}}}
    found = normalised(tmp_path, document({"Files": FILES}, method="post", requestBody=body))
    properties = found.document["components"]["schemas"]["Files"]["properties"]
    several = {"type": "array", "items": BINARY}
    assert properties == {"a": BINARY, "b": several, "c": BINARY, "d": BINARY, "e": TEXT, "f": TEXT, "g": TEXT_LIST}


def test_what_is_said_beside_a_reference_is_not_said_of_the_class(tmp_path: Path) -> None:
    """The first place that refers to a schema does not decide what its docstring says."""
    told = {"description": "The owner."}
    schemas = {
        "Thing": obj(a={**ref("Other"), **told}, b={"allOf": [ref("Other")], **told}, c=ref("Other")),
        "Other": {**obj(x=TEXT), "description": "A person."},
    }
    made = normalised(tmp_path, document(schemas)).document["components"]["schemas"]
    assert [made["Thing"]["properties"][name].get("description") for name in "abc"] == ["The owner."] * 2 + [
        "A person."
    ]
    assert made["Other"]["description"] == "A person."


def test_what_operations_ask_for_is_kept(tmp_path: Path) -> None:
    """Credentials of schemes that are known; a scheme of another kind alone does not mean that none are needed."""
    published = document(security=[{"key": []}, {"tls": []}])
    published["paths"]["/free"] = {"get": {**published["paths"]["/things"]["get"], "operationId": "a", "security": []}}
    published["paths"]["/tls"] = {"get": {**published["paths"]["/free"]["get"], "security": [{"tls": []}]}}
    schemes = {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}, "tls": {"type": "mutualTLS"}}
    published["components"]["securitySchemes"] = schemes
    made = normalised(tmp_path, published).document["paths"]
    asked = [made[path]["get"].get("security") for path in ("/things", "/free", "/tls")]
    assert asked == [[{"key": []}], [], None]


def test_names_are_no_longer_than_those_of_files(tmp_path: Path) -> None:
    """Schemas, operations and tags are cut where they are too long to be modules, and stay apart."""
    long = "go_on_and_" * 30
    schemas = {"Thing": obj(**{long: obj(**{long: obj(x=TEXT)}), f"{long}2": obj(y=TEXT)})}
    body = {"content": {JSON: {"schema": obj(a=obj(**{long: obj(x=TEXT)}))}}}
    published = document(schemas, operationId=long, tags=[long], method="post", requestBody=body)
    published["paths"]["/others"] = {"post": {**published["paths"]["/things"]["post"], "operationId": f"{long}2"}}
    normalised(tmp_path, published)
    assert generate(tmp_path / "normal.yaml", "made", tmp_path)


def test_what_only_later_editions_have_is_said_to_be_left_out(tmp_path: Path) -> None:
    """Webhooks and callbacks, and methods of OpenAPI 3.2."""
    published = document(callbacks={"done": {}})
    published["webhooks"] = {"newThing": {}}
    published["paths"]["/things"] |= {"query": {}, "additionalOperations": {"COPY": {}}}
    told = [*normalised(tmp_path, published).report.lines()]
    for line in (
        "left out: webhooks (1)",
        "  newThing",
        "left out: callbacks (1)",
        "  COPY /things",
        "  query /things",
    ):
        assert line in told


LEFT_OUT: list[tuple[dict[str, Any], str]] = [
    (
        {"requestBody": {"content": {URL_FORM: {}}}, "method": "post"},
        "a body of application/x-www",
    ),
    (
        {"requestBody": {"content": {"multipart/form-data": {"schema": {"type": "array"}}}}, "method": "post"},
        "a body of multi",
    ),
    ({"responses": {"302": {"description": ""}}}, "no success is documented"),
    ({"servers": [{"url": "https://uploads.example.com"}]}, "another address"),
]


@pytest.mark.parametrize(("operation", "told"), LEFT_OUT)
def test_what_cannot_be_sent_is_left_out(tmp_path: Path, operation: dict[str, Any], told: str) -> None:
    """The other operations stay, and it is said why; without any other it is an error."""
    published = document(**operation)
    with pytest.raises(SpecError, match="none of its operations is selected, or can be generated"):
        normalised(tmp_path, published)
    published["paths"]["/others"] = document()["paths"]["/things"]
    found = normalised(tmp_path, published)
    assert list(found.document["paths"]) == ["/others"]
    assert f"left out: operations: {told}" in "\n".join(found.report.lines())


def content(**kinds: Any) -> dict[str, Any]:
    return {"description": "", "content": kinds}


RESPONSES: list[tuple[Any, Any]] = [
    ({"200": content(), "default": content()}, ({"200": {"description": ""}}, True)),
    ({"2XX": {"description": "ok"}, "4XX": {"description": ""}}, ({"200": {"description": "ok"}}, None)),
    ({"200": {"description": "ok"}, "2XX": content(**{JSON: {}})}, ({"200": {"description": "ok"}}, None)),
    ({"default": {"description": "ok"}}, ({"200": {"description": "ok"}}, None)),
    ({"200": content(**{JSON: {}})}, ({"200": content(**{JSON: {"schema": {}}})}, None)),
    ({"200": content(**{"text/csv": {}, "text/html": {}})}, ({"200": content(**{"text/csv": {"schema": TEXT}})}, None)),
    ({"200": content(**{"image/png": {}})}, ({"200": content(**{"image/png": {"schema": BINARY}})}, None)),
    ({"204": content(**{JSON: {}})}, ({"204": {"description": ""}}, None)),
    (
        {"201": content(), "404": content(**{JSON: {"schema": obj(message=TEXT)}})},
        ({"201": {"description": ""}, "404": {"description": ""}}, None),
    ),
    (
        {"200": content(**{JSON: {"schema": {"oneOf": [TEXT, ref("Thing")]}}})},
        ({"200": content(**{JSON: {"schema": {}}})}, None),
    ),
]


@pytest.mark.parametrize(("published", "expected"), RESPONSES, ids=lambda one: json.dumps(one)[:60])
def test_what_responses_become(tmp_path: Path, published: Any, expected: Any) -> None:
    """Exact statuses, one content type each; errors without bodies, because the client reads these itself."""
    operation = normalised(tmp_path, document(responses=published)).document["paths"]["/things"]["get"]
    assert (operation["responses"], operation.get("x-default-error")) == expected


def test_pages_and_ids_are_guessed_and_marked(tmp_path: Path) -> None:
    """The only list of objects of an answer; an id that is not required. Of two lists a person decides."""
    page = obj(parts={"type": "array", "items": ref("Part")}, next=TEXT)
    found = normalised(tmp_path, document({"Thing": page, "Part": obj(id=INT, a=TEXT)}))
    schemas = found.document["components"]["schemas"]
    assert (schemas["Thing"]["x-items"], schemas["Thing"]["x-source"]) == ("parts", "inferred")
    assert schemas["Part"]["properties"]["id"]["x-source"] == "inferred"
    page["properties"]["more"] = {"type": "array", "items": ref("Part")}
    found = normalised(tmp_path, document({"Thing": page, "Part": obj(id=INT, a=TEXT)}))
    assert "x-items" not in found.document["components"]["schemas"]["Thing"]
    assert "  GET /things: parts, more" in [*found.report.lines()]
    page["properties"]["items"] = {"type": "array", "items": ref("Part")}
    found = normalised(tmp_path, document({"Thing": page, "Part": obj(id=INT, a=TEXT)}))
    assert found.document["components"]["schemas"]["Thing"]["x-items"] == "items"


@pytest.mark.parametrize(
    ("properties", "guessed"),
    [({"items"}, "items"), ({"parts"}, None), ({"items", "id"}, None), ({"items", "key"}, None)],
)
def test_a_path_may_end_with_what_a_page_is_of(tmp_path: Path, properties: set[str], guessed: str | None) -> None:
    """The metrics of a project are a page, if their list is called as lists of pages are; a thing has lists, too."""
    lists = {"items", "parts"} & properties
    page = obj(**{name: {"type": "array", "items": ref("Part")} if name in lists else TEXT for name in properties})
    found = normalised(tmp_path, document({"Thing": page, "Part": obj(a=TEXT)}, path="/things/{project}"))
    assert found.document["components"]["schemas"]["Thing"].get("x-items") == guessed


def test_the_report_says_which_parameter_it_is_about(tmp_path: Path) -> None:
    """By operation and name."""
    several = [{"name": name, "in": "query", "schema": {**TEXT, "format": "odd"}} for name in ("one", "two")]
    told = [*normalised(tmp_path, document(parameters=several)).report.lines()]
    assert told[1:3] == ["  GET /things: one", "  GET /things: two"]


def test_operations_are_selected(tmp_path: Path) -> None:
    """By tag, and by patterns of their ids; what nothing refers to any more is gone."""
    published = document()
    other = document(operationId="listOthers", tags=["Others"], responses={"200": content()})
    published["paths"]["/others"] = other["paths"]["/things"]
    for selection, paths in (
        (Selection(tags=("others",)), ["/others"]),
        (Selection(operations=("list*",)), ["/others"]),
        (Selection(operations=("getThing", "listOthers")), ["/things", "/others"]),
    ):
        assert list(normalised(tmp_path, published, selection=selection).document["paths"]) == paths
    only = normalised(tmp_path, published, selection=Selection(tags=("Others",)))
    assert only.document["components"]["schemas"] == {}


def test_descriptions_are_kept_or_left_out(tmp_path: Path) -> None:
    """Everywhere, because a publisher's words are the publisher's."""
    published = document(
        {"Thing": {**obj(a={**TEXT, "description": "words"}), "description": "words"}},
        description="words",
        summary="words",
        parameters=[query("q", TEXT, description="words")],
    )
    kept = text_of(normalised(tmp_path, published).document, as_json=False)
    assert kept.count("words") == 5
    assert "words" not in text_of(normalised(tmp_path, published, descriptions=False).document, as_json=True)


@pytest.mark.parametrize(("name", "text"), [("museum.yaml", MUSEUM), ("swagger.yaml", SWAGGER)])
def test_a_package_of_a_published_document_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str
) -> None:
    """From a document with one of each oddity to a package whose own test passes; the same text every time."""
    (tmp_path / name).write_text(text)
    (tmp_path / "parts.yaml").write_text("Part: {type: object, properties: {size: {type: integer}}}\n")
    found = normalise(tmp_path / name)
    out = tmp_path / "normal.yaml"
    out.write_text(text_of(found.document, as_json=False))
    assert text_of(normalise(tmp_path / name).document, as_json=False) == out.read_text()
    package = f"made_of_{name.partition('.')[0]}"
    generate(out, package, tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    test: Any = importlib.import_module(f"{package}.test_smoke")
    assert len(test.CALLS) > 3
    test.test_operations()
    test.test_models()
