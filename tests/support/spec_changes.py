"""A made-up API with one of each, and one change of it for every kind that there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from importlib import import_module
from typing import Any, TypeAlias

from attrs import frozen

BASE = """\
openapi: 3.0.3
info: {title: Errands, version: "1", description: Errands and who runs them.}
servers:
  - url: https://api.errands.example/v1
  - url: https://eu.errands.example/v1
security:
  - token: []
paths:
  /errands:
    get:
      operationId: listErrands
      tags: [Errands]
      description: All errands.
      parameters:
        - {$ref: "#/components/parameters/Edition"}
        - {name: page, in: query, description: Which page., x-default: 1, schema: {type: integer, maximum: 100}}
        - {name: state, in: query, description: In which state., schema: {type: string, enum: [open, done]}}
        - {name: labels, in: query, description: With which labels., schema: {type: array, items: {type: string}}}
        - {name: since, in: query, description: Made since., schema: {type: string, format: date-time}}
        - {name: X-Trace, in: header, description: For the log., schema: {type: string, maxLength: 20}}
      responses:
        "200":
          description: A page.
          content: {application/json: {schema: {$ref: "#/components/schemas/ErrandPage"}}}
        "404": {description: None.}
    post:
      operationId: createErrand
      tags: [Errands]
      description: A new errand.
      parameters: [{$ref: "#/components/parameters/Edition"}]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/ErrandInput"}}}
      responses:
        "201":
          description: The errand.
          content: {application/json: {schema: {$ref: "#/components/schemas/Errand"}}}
  /people/{person_id}/errands/{errand_key}:
    parameters:
      - {name: person_id, in: path, required: true, description: Its runner., schema: {type: integer}}
      - {name: errand_key, in: path, required: true, description: Its key., schema: {type: string}}
    get:
      operationId: getErrand
      tags: [Errands]
      description: One errand.
      responses:
        "200":
          description: The errand.
          content: {application/json: {schema: {$ref: "#/components/schemas/Errand"}}}
    patch:
      operationId: updateErrand
      tags: [Errands]
      description: Change an errand.
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/ErrandPatch"}}}
      responses:
        "200":
          description: The errand.
          content: {application/json: {schema: {$ref: "#/components/schemas/Errand"}}}
        "202": {description: Later.}
    delete:
      operationId: deleteErrand
      tags: [Errands]
      description: Delete an errand.
      responses:
        "204": {description: Done.}
  /errands/search:
    post:
      operationId: searchErrands
      tags: [Errands]
      description: Find errands.
      x-reads: true
      requestBody:
        required: false
        content: {application/json: {schema: {$ref: "#/components/schemas/Search"}}}
      responses:
        "200":
          description: What was found.
          content: {application/json: {schema: {$ref: "#/components/schemas/ErrandPage"}}}
  /errands.csv:
    get:
      operationId: exportErrands
      tags: [Errands]
      description: All errands as text.
      deprecated: true
      responses:
        "200":
          description: The text.
          content: {text/csv: {schema: {type: string}}}
  /notes:
    post:
      operationId: writeNote
      tags: [Notes]
      description: A note, new or changed.
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/NoteInput"}}}
      responses:
        "200":
          description: The receipt.
          content: {application/json: {schema: {$ref: "#/components/schemas/Receipt"}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    key: {type: apiKey, in: header, name: X-Key}
  parameters:
    Edition:
      {name: API-Edition, in: header, required: true, description: Always this., schema: {type: string, enum: ["7"]}}
  schemas:
    Errand:
      type: object
      description: An errand.
      required: [id]
      properties:
        id: {type: integer, description: Its id.}
        key: {type: string, description: Its key.}
        state: {type: string, enum: [open, done], description: How far it is.}
        runner: {$ref: "#/components/schemas/PersonOrId"}
        rule: {$ref: "#/components/schemas/Rule"}
        made: {type: integer, x-wire: epoch-seconds, description: When it was made.}
        due: {type: string, format: date, description: Until when.}
        weight: {type: number, description: In kilograms.}
        labels: {type: array, description: Words about it., items: {$ref: "#/components/schemas/Label"}}
        places: {type: array, description: Where it leads., items: {type: string}}
        code: {type: string, description: To open doors., deprecated: true}
    ErrandPage:
      type: object
      description: A page.
      x-items: errands
      properties:
        errands: {type: array, description: The errands., items: {$ref: "#/components/schemas/Errand"}}
        others: {type: array, description: Those of others., items: {$ref: "#/components/schemas/Errand"}}
    ErrandInput:
      type: object
      description: An errand to be.
      required: [key]
      properties:
        key: {type: string, maxLength: 40, description: Its key.}
        state: {type: string, enum: [open, done], description: How far it is.}
        due: {type: string, format: date, nullable: true, description: Until when.}
        weight: {type: integer, x-default: 1, description: In kilograms.}
        made: {type: integer, x-wire: epoch-seconds, description: When it was made.}
        labels: {type: array, description: Words about it., items: {$ref: "#/components/schemas/Label"}}
        limit: {description: How much it may cost., oneOf: [{type: integer}, {type: string}]}
    ErrandPatch:
      type: object
      description: What to change.
      properties:
        state: {type: string, enum: [open, done], description: How far it is.}
    Search:
      type: object
      description: What to find.
      properties:
        text: {type: string, description: A part of its key.}
    NoteInput:
      type: object
      description: A note.
      properties:
        text: {type: string, description: What it says., x-required-on-create: true}
        author: {type: string, description: Who wrote it.}
        stamp: {type: string, description: Set by the vendor., readOnly: true}
    Receipt:
      type: object
      description: That a note has come.
      required: [receipt_id]
      properties:
        receipt_id: {type: string, description: Its id.}
    Label:
      type: object
      description: A word about an errand; read and sent.
      required: [word]
      properties:
        word: {type: string, description: The word.}
        tone: {type: string, enum: [warm, cold], description: How it sounds.}
        rank: {type: integer, description: How much it weighs.}
    Person:
      type: object
      description: Who runs errands.
      properties:
        name: {type: string, description: The name.}
    PersonOrId:
      description: A person, or an id.
      oneOf: [{type: integer}, {$ref: "#/components/schemas/Person"}]
    DayRule:
      type: object
      description: On some days.
      properties:
        kind: {type: string, description: day.}
        days: {type: integer, description: How many.}
    HourRule:
      type: object
      description: At some hours.
      properties:
        kind: {type: string, description: hour.}
        hours: {type: integer, description: How many.}
    Rule:
      description: When to run.
      oneOf: [{$ref: "#/components/schemas/DayRule"}, {$ref: "#/components/schemas/HourRule"}]
      discriminator:
        propertyName: kind
        mapping: {day: "#/components/schemas/DayRule", hour: "#/components/schemas/HourRule"}
    Orphan:
      type: object
      description: What no operation uses.
      properties:
        word: {type: string, description: A word.}
"""

_yaml: Any = import_module("yaml")  # comes without types
_BASE: dict[str, Any] = _yaml.safe_load(BASE)


@frozen
class Document:
    """The made-up API as plain data, to be changed.

    Attributes:
        data: all of it.
    """

    data: dict[str, Any]

    @property
    def schemas(self) -> dict[str, Any]:
        """The named schemas."""
        schemas: dict[str, Any] = self.data["components"]["schemas"]
        return schemas

    @property
    def paths(self) -> dict[str, Any]:
        """The paths."""
        paths: dict[str, Any] = self.data["paths"]
        return paths

    def operation(self, name: str) -> dict[str, Any]:
        """An operation by its id."""
        methods = ("get", "post", "put", "patch", "delete")
        found: dict[str, Any] = next(
            item[method]
            for item in self.paths.values()
            for method in methods
            if method in item and item[method]["operationId"] == name
        )
        return found

    def parameter(self, name: str, operation: str = "listErrands") -> dict[str, Any]:
        """An operation's parameter by its name."""
        found: dict[str, Any] = next(one for one in self.operation(operation)["parameters"] if one.get("name") == name)
        return found

    def properties(self, schema: str) -> dict[str, Any]:
        """A schema's properties."""
        properties: dict[str, Any] = self.schemas[schema]["properties"]
        return properties

    def renamed(self, old: str, new: str) -> None:
        """Another name for a schema, wherever it stands."""
        self.schemas[new] = self.schemas.pop(old)
        text = json.dumps(self.data).replace(f'#/components/schemas/{old}"', f'#/components/schemas/{new}"')
        self.data.update(json.loads(text))


def base() -> Document:
    """The made-up API, to be changed."""
    return Document(deepcopy(_BASE))


Change: TypeAlias = Callable[[Document], object]
Expected: TypeAlias = tuple[str, str, str]
"""Kind, where, and what."""


def schema(name: str) -> dict[str, str]:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def put_first(document: Document) -> None:
    """Two path parameters in another order."""
    document.paths[_ERRAND_FIRST] = document.paths.pop(_ERRAND)


def _rename(properties: dict[str, Any], old: str, new: str, **changes: object) -> None:
    properties[new] = {**properties.pop(old), **changes}


def _content(document: Document, operation: str, status: str | None = None) -> dict[str, Any]:
    holder = document.operation(operation)
    node = holder["responses"][status] if status else holder["requestBody"]
    content: dict[str, Any] = node["content"]
    return content


_ERRAND = "/people/{person_id}/errands/{errand_key}"
_ERRAND_FIRST = "/errands/{errand_key}/people/{person_id}"
_MODULE = "its module is in api.Tasks, was in api.Errands"

OPERATIONS: list[tuple[str, Change, list[Expected]]] = [
    (
        "operation removed",
        lambda d: d.paths.pop("/errands.csv"),
        [("operation-removed", "exportErrands", "is gone (GET /errands.csv)")],
    ),
    (
        "operation removed with its schema",
        lambda d: (d.paths.pop("/notes"), d.schemas.pop("NoteInput"), d.schemas.pop("Receipt")),
        [("operation-removed", "writeNote", "is gone (POST /notes), and with it NoteInput, Receipt")],
    ),
    (
        "operation removed, its schemas left as orphans",
        lambda d: d.paths.pop("/notes"),
        [("operation-removed", "writeNote", "is gone (POST /notes)")],
    ),
    (
        "operation renamed",
        lambda d: d.operation("exportErrands").update(operationId="downloadErrands"),
        [("operation-renamed", "exportErrands", "is called downloadErrands now")],
    ),
    (
        "operation renamed and moved",
        lambda d: (
            d.operation("searchErrands").update(operationId="findErrands"),
            d.paths.update({"/errands/find": d.paths.pop("/errands/search")}),
        ),
        [
            ("operation-renamed", "searchErrands", "is called findErrands now"),
            ("operation-moved", "findErrands", "POST /errands/search is now POST /errands/find"),
        ],
    ),
    (
        "operation added",
        lambda d: d.paths["/notes"].update(
            get={
                "operationId": "countNotes",
                "tags": ["Notes"],
                "description": "How many.",
                "responses": {"200": {"description": "x", "content": {"text/plain": {"schema": {"type": "string"}}}}},
            }
        ),
        [("operation-added", "countNotes", "is new (GET /notes)")],
    ),
    (
        "path changed",
        lambda d: d.paths.update({"/export": d.paths.pop("/errands.csv")}),
        [("operation-moved", "exportErrands", "GET /errands.csv is now GET /export")],
    ),
    (
        "method changed",
        lambda d: d.paths["/notes"].update(put=d.paths["/notes"].pop("post")),
        [("operation-moved", "writeNote", "POST /notes is now PUT /notes")],
    ),
    (
        "path parameters in another order",
        put_first,
        [
            (
                "operation-moved",
                one,
                f"{method} {_ERRAND} is now {method} {_ERRAND_FIRST}",
            )
            for one, method in (("getErrand", "GET"), ("updateErrand", "PATCH"), ("deleteErrand", "DELETE"))
        ]
        + [
            (
                "arguments-reordered",
                one,
                "is called with (errand_key, person_id), was with (person_id, errand_key)",
            )
            for one in ("getErrand", "updateErrand", "deleteErrand")
        ],
    ),
    (
        "tag changed",
        lambda d: d.operation("exportErrands").update(tags=["Tasks"]),
        [("operation-tag-changed", "exportErrands", _MODULE)],
    ),
    (
        "operation deprecated",
        lambda d: d.operation("getErrand").update(deprecated=True),
        [("operation-deprecated", "getErrand", "is deprecated")],
    ),
    (
        "operation no longer deprecated",
        lambda d: d.operation("exportErrands").pop("deprecated"),
        [("operation-undeprecated", "exportErrands", "is no longer deprecated")],
    ),
    (
        "search no longer sent again",
        lambda d: d.operation("searchErrands").pop("x-reads"),
        [("operation-retries-changed", "searchErrands", "is no longer sent again after a failure")],
    ),
    (
        "constant header changed",
        lambda d: d.data["components"]["parameters"]["Edition"]["schema"].update(enum=["8"]),
        [("constant-header-changed", one, "sends API-Edition 8, was 7") for one in ("createErrand", "listErrands")],
    ),
    (
        "constant header dropped",
        lambda d: d.operation("createErrand").pop("parameters"),
        [("constant-header-changed", "createErrand", "sends API-Edition no more, was 7")],
    ),
    (
        "body added, optional",
        lambda d: d.operation("exportErrands").update(
            requestBody={"required": False, "content": {"application/json": {"schema": schema("Search")}}}
        ),
        [("body-added", "exportErrands", "may have a body")],
    ),
    (
        "body added, required",
        lambda d: d.operation("deleteErrand").update(
            requestBody={"required": True, "content": {"application/json": {"schema": schema("Search")}}}
        ),
        [("required-body-added", "deleteErrand", "needs a body")],
    ),
    (
        "body removed",
        lambda d: (d.operation("searchErrands").pop("requestBody"), d.schemas.pop("Search")),
        [
            ("body-removed", "searchErrands", "takes no body any more"),
            ("schema-removed", "Search", "is gone"),
        ],
    ),
    (
        "body became required",
        lambda d: d.operation("searchErrands")["requestBody"].update(required=True),
        [("body-became-required", "searchErrands", "the body is required now")],
    ),
    (
        "body became optional",
        lambda d: d.operation("updateErrand")["requestBody"].update(required=False),
        [("body-became-optional", "updateErrand", "the body is optional now")],
    ),
    (
        "body of another type",
        lambda d: _content(d, "updateErrand")["application/json"].update(schema=schema("Search")),
        [
            ("body-type-changed", "updateErrand", "the body is Search, was ErrandPatch"),
            ("keywords-removed", "ErrandPatchFields", "the TypedDict is gone"),
        ],
    ),
    (
        "body of one more type",
        lambda d: _content(d, "searchErrands").update({"text/json": {"schema": schema("ErrandPatch")}}),
        [
            ("body-type-widened", "searchErrands", "the body is ErrandPatch | Search, was Search"),
            (
                "body-content-type-changed",
                "searchErrands",
                "sends application/json or text/json, was application/json",
            ),
        ],
    ),
    (
        "body of any type",
        lambda d: _content(d, "writeNote")["application/json"].update(schema={}),
        [
            ("body-type-compatible", "writeNote", "the body is Any, was NoteInput"),
            ("keywords-removed", "NoteCreateFields", "the TypedDict is gone"),
            ("keywords-removed", "NoteUpdateFields", "the TypedDict is gone"),
        ],
    ),
    (
        "answer of any type",
        lambda d: _content(d, "writeNote", "200")["application/json"].update(schema={}),
        [
            ("response-resource-changed", "writeNote", "its resources are none, were Receipt"),
            ("response-type-compatible", "writeNote", "answers Any, was Receipt"),
        ],
    ),
    (
        "body's content type",
        lambda d: _content(d, "writeNote").update({"text/json": _content(d, "writeNote").pop("application/json")}),
        [("body-content-type-changed", "writeNote", "sends text/json, was application/json")],
    ),
    (
        "status added",
        lambda d: d.operation("getErrand")["responses"].update({"410": {"description": "Gone."}}),
        [("response-status-added", "getErrand", "status 410 is new")],
    ),
    (
        "status removed",
        lambda d: d.operation("listErrands")["responses"].pop("404"),
        [("response-status-removed", "listErrands", "status 404 is gone")],
    ),
    (
        "answer may be empty",
        lambda d: d.operation("getErrand")["responses"].update({"202": {"description": "Later."}}),
        [
            ("response-status-added", "getErrand", "status 202 is new"),
            ("response-type-changed", "getErrand", "answers Errand | None, was Errand"),
        ],
    ),
    (
        "answer is never empty",
        lambda d: d.operation("updateErrand")["responses"].pop("202"),
        [
            ("response-status-removed", "updateErrand", "status 202 is gone"),
            ("response-type-narrowed", "updateErrand", "answers Errand, was Errand | None"),
        ],
    ),
    (
        "answer of another type",
        lambda d: _content(d, "writeNote", "200")["application/json"].update(schema=schema("Person")),
        [("response-type-changed", "writeNote", "answers Person, was Receipt")],
    ),
    (
        "answer's content type",
        lambda d: _content(d, "exportErrands", "200").update(
            {"text/plain": _content(d, "exportErrands", "200").pop("text/csv")}
        ),
        [("response-content-type-changed", "exportErrands", "asks for text/plain, was text/csv")],
    ),
    (
        "a page's items elsewhere",
        lambda d: d.schemas["ErrandPage"].update({"x-items": "others"}),
        [("page-items-changed", "ErrandPage", "its items are in others, were in errands")],
    ),
    (
        "a page is no page any more",
        lambda d: d.schemas["ErrandPage"].pop("x-items"),
        [
            ("page-items-changed", "ErrandPage", "its items are in no property, were in errands"),
            ("response-resource-changed", "listErrands", "its resources are ErrandPage, were Errand"),
            ("response-resource-changed", "searchErrands", "its resources are ErrandPage, were Errand"),
        ],
    ),
]

SERVICE: list[tuple[str, Change, list[Expected]]] = [
    (
        "another host",
        lambda d: d.data["servers"][0].update(url="https://api.errands.example/v2"),
        [
            (
                "server-changed",
                "",
                "requests go to https://api.errands.example/v2, went to https://api.errands.example/v1",
            )
        ],
    ),
    (
        "a further host is gone",
        lambda d: d.data["servers"].pop(),
        [("server-removed", "", "https://eu.errands.example/v1 is gone")],
    ),
    (
        "a further host",
        lambda d: d.data["servers"].append({"url": "https://us.errands.example/v1"}),
        [("server-added", "", "https://us.errands.example/v1 is new")],
    ),
    (
        "other credentials",
        lambda d: d.data.update(security=[{"key": []}]),
        [("security-changed", "", "credentials are header X-Key, were HTTP bearer")],
    ),
    (
        "another header for credentials",
        lambda d: d.data["components"]["securitySchemes"]["token"].update(scheme="basic"),
        [("security-changed", "", "credentials are HTTP basic, were HTTP bearer")],
    ),
    (
        "no credentials for one operation",
        lambda d: d.operation("exportErrands").update(security=[]),
        [("security-changed", "exportErrands", "credentials are none, were HTTP bearer")],
    ),
]

_OF_PARAMETERS: list[tuple[str, Change, str, str]] = [
    (
        "parameter removed",
        lambda d: d.operation("listErrands")["parameters"].pop(1),
        "parameter-removed",
        "parameter page is gone",
    ),
    (
        "parameter renamed",
        lambda d: d.parameter("since").update(name="made_since"),
        "parameter-renamed",
        "parameter since is called made_since now",
    ),
    (
        "parameter added",
        lambda d: d.operation("listErrands")["parameters"].append(
            {"name": "size", "in": "query", "description": "How many.", "schema": {"type": "integer"}}
        ),
        "parameter-added",
        "parameter size is new",
    ),
    (
        "parameter added, required",
        lambda d: d.operation("listErrands")["parameters"].append(
            {
                "name": "size",
                "in": "query",
                "required": True,
                "description": "How many.",
                "schema": {"type": "integer"},
            }
        ),
        "required-parameter-added",
        "required parameter size is new",
    ),
    (
        "parameter became required",
        lambda d: d.parameter("page").update(required=True),
        "parameter-became-required",
        "parameter page is required now",
    ),
    (
        "parameter of another type",
        lambda d: d.parameter("since")["schema"].pop("format"),
        "parameter-type-changed",
        "parameter since is str, was datetime.datetime",
    ),
    (
        "a day instead of a time",
        lambda d: d.parameter("since")["schema"].update(format="date"),
        "parameter-type-compatible",
        "parameter since is datetime.date, was datetime.datetime",
    ),
    (
        "parameter of a compatible type",
        lambda d: d.parameter("page")["schema"].update(type="number"),
        "parameter-type-compatible",
        "parameter page is float, was int",
    ),
    (
        "value of a parameter removed",
        lambda d: d.parameter("state")["schema"].update(enum=["open"]),
        "parameter-value-removed",
        "parameter state value 'done' is gone",
    ),
    (
        "value of a parameter added",
        lambda d: d.parameter("state")["schema"].update(enum=["open", "done", "late"]),
        "parameter-value-added",
        "parameter state value 'late' is new",
    ),
    (
        "value of a parameter spelt otherwise",
        lambda d: d.parameter("state")["schema"].update(enum=["OPEN", "done"]),
        "parameter-value-renamed",
        "parameter state value 'open' is gone; 'OPEN' is new, and alike",
    ),
    (
        "parameter became an enum",
        lambda d: d.parameter("X-Trace")["schema"].update(enum=["a", "b"]),
        "parameter-became-enum",
        "parameter x_trace has known values now: 'a', 'b'",
    ),
    (
        "parameter is no enum any more",
        lambda d: d.parameter("state")["schema"].pop("enum"),
        "parameter-became-free",
        "parameter state may be any str now, was one of 'done', 'open'",
    ),
    (
        "items of a parameter became an enum",
        lambda d: d.parameter("labels")["schema"]["items"].update(enum=["red"]),
        "parameter-became-enum",
        "parameter labels items: has known values now: 'red'",
    ),
    (
        "parameter's limit lowered",
        lambda d: d.parameter("page")["schema"].update(maximum=50),
        "parameter-limits-changed",
        "parameter page has maximum 50 now, was 100",
    ),
    (
        "parameter's length limited no more",
        lambda d: d.parameter("X-Trace")["schema"].pop("maxLength"),
        "parameter-limits-changed",
        "parameter x_trace has no maxLength any more, was 20",
    ),
    (
        "parameter's default",
        lambda d: d.parameter("page").update({"x-default": 0}),
        "parameter-default-changed",
        "parameter page is 0 by default, was 1",
    ),
    (
        "parameter moved",
        lambda d: d.parameter("page").update({"in": "header"}),
        "parameter-location-changed",
        "parameter page is in the header, was in the query",
    ),
    (
        "parameter's name in requests",
        lambda d: d.parameter("page").update(name="Page"),
        "parameter-wire-name-changed",
        "parameter page is Page in the request, was page",
    ),
    (
        "parameter's list with commas",
        lambda d: d.parameter("labels").update(explode=False),
        "parameter-style-changed",
        "parameter labels has all values in one, with commas",
    ),
    (
        "parameter deprecated",
        lambda d: d.parameter("page").update(deprecated=True),
        "parameter-deprecated",
        "parameter page is deprecated",
    ),
]

PARAMETERS: list[tuple[str, Change, list[Expected]]] = [
    *((name, change, [(kind, "listErrands", what)]) for name, change, kind, what in _OF_PARAMETERS),
    (
        "path parameter renamed",
        lambda d: (
            d.paths.update({"/people/{runner_id}/errands/{errand_key}": d.paths.pop(_ERRAND)}),
            d.paths["/people/{runner_id}/errands/{errand_key}"]["parameters"][0].update(name="runner_id"),
        ),
        [
            ("parameter-renamed", one, "parameter person_id is called runner_id now")
            for one in ("deleteErrand", "getErrand", "updateErrand")
        ],
    ),
]


def _property(name: str, change: Change, kind: str, where: str, what: str) -> tuple[str, Change, list[Expected]]:
    return name, change, [(kind, where, what)]


READ: list[tuple[str, Change, list[Expected]]] = [
    _property(
        "attribute removed",
        lambda d: d.properties("Errand").pop("due"),
        "response-property-removed",
        "Errand",
        "due is gone",
    ),
    _property(
        "attribute renamed",
        lambda d: _rename(d.properties("Errand"), "due", "due_on"),
        "response-property-renamed",
        "Errand",
        "due is called due_on now",
    ),
    _property(
        "attribute renamed, with the same words",
        lambda d: _rename(d.properties("Person"), "name", "title"),
        "response-property-renamed",
        "Person",
        "name is called title now",
    ),
    _property(
        "attribute added",
        lambda d: d.properties("Errand").update(urgent={"type": "boolean", "description": "Whether it hurries."}),
        "response-property-added",
        "Errand",
        "urgent is new",
    ),
    _property(
        "attribute became optional",
        lambda d: d.schemas["Errand"].pop("required"),
        "response-property-became-optional",
        "Errand",
        "id is optional now",
    ),
    _property(
        "attribute became required",
        lambda d: d.schemas["Errand"].update(required=["id", "key"]),
        "response-property-became-required",
        "Errand",
        "key is required now",
    ),
    _property(
        "required attribute became nullable",
        lambda d: d.properties("Errand")["id"].update(nullable=True),
        "response-property-became-nullable",
        "Errand",
        "id may now be None",
    ),
    _property(
        "attribute of another type",
        lambda d: d.properties("Errand")["key"].update(type="integer"),
        "response-property-type-changed",
        "Errand",
        "key is int, was str",
    ),
    _property(
        "attribute of a compatible type",
        lambda d: d.properties("Errand")["weight"].update(type="integer"),
        "response-property-type-compatible",
        "Errand",
        "weight is int, was float",
    ),
    _property(
        "attribute of one type less",
        lambda d: d.properties("Errand").update(runner=schema("Person")),
        "response-property-type-narrowed",
        "Errand",
        "runner is Person, was Person | int",
    ),
    _property(
        "attribute of one type more",
        lambda d: d.properties("Errand").update(
            weight={"description": "In kilograms.", "oneOf": [{"type": "number"}, {"type": "string"}]}
        ),
        "response-property-type-changed",
        "Errand",
        "weight is float | str, was float",
    ),
    _property(
        "items of another type",
        lambda d: d.properties("Errand")["places"]["items"].update(type="integer"),
        "response-property-type-changed",
        "Errand",
        "places items: is int, was str",
    ),
    _property(
        "read value added",
        lambda d: d.properties("Errand")["state"].update(enum=["open", "done", "late"]),
        "response-property-value-added",
        "Errand",
        "state value 'late' is new",
    ),
    _property(
        "read value removed",
        lambda d: d.properties("Errand")["state"].update(enum=["open"]),
        "response-property-value-removed",
        "Errand",
        "state value 'done' is gone",
    ),
    _property(
        "read value spelt otherwise",
        lambda d: d.properties("Errand")["state"].update(enum=["open", "is-done"]),
        "response-property-value-renamed",
        "Errand",
        "state value 'done' is gone; 'is-done' is new, and alike",
    ),
    _property(
        "attribute became an enum",
        lambda d: d.properties("Errand")["key"].update(enum=["a"]),
        "response-property-became-enum",
        "Errand",
        "key has known values now: 'a'",
    ),
    _property(
        "attribute is no enum any more",
        lambda d: d.properties("Errand")["state"].pop("enum"),
        "response-property-became-free",
        "Errand",
        "state may be any str now, was one of 'done', 'open'",
    ),
    _property(
        "attribute's time in milliseconds",
        lambda d: d.properties("Errand")["made"].update({"x-wire": "epoch-milliseconds"}),
        "response-property-wire-form-changed",
        "Errand",
        "made stands in JSON as epoch-milliseconds, was epoch-seconds",
    ),
    _property(
        "attribute's name in JSON",
        lambda d: _rename(d.properties("Errand"), "places", "Places"),
        "response-property-wire-name-changed",
        "Errand",
        "places is Places in JSON, was places",
    ),
    _property(
        "attribute secret",
        lambda d: d.properties("Errand")["code"].update(format="password"),
        "response-property-secrecy-changed",
        "Errand",
        "code is hidden in reprs now",
    ),
    _property(
        "attribute no longer deprecated",
        lambda d: d.properties("Errand")["code"].pop("deprecated"),
        "response-property-undeprecated",
        "Errand",
        "code is no longer deprecated",
    ),
    _property(
        "attribute deprecated",
        lambda d: d.properties("Errand")["due"].update(deprecated=True),
        "response-property-deprecated",
        "Errand",
        "due is deprecated",
    ),
    _property(
        "schema renamed",
        lambda d: d.renamed("Person", "Runner"),
        "schema-renamed",
        "Person",
        "is called Runner now",
    ),
    _property(
        "another kind of a rule of a class that is there",
        lambda d: d.schemas["Rule"]["discriminator"]["mapping"].update(night="#/components/schemas/HourRule"),
        "discriminator-changed",
        "Rule",
        "'night' means HourRule, was of no kind",
    ),
    _property(
        "orphan changed",
        lambda d: d.schemas.pop("Orphan"),
        "",
        "",
        "",
    ),
    _property(
        "kind of a rule means another class",
        lambda d: d.schemas["Rule"]["discriminator"]["mapping"].update(
            day="#/components/schemas/HourRule", hour="#/components/schemas/DayRule"
        ),
        "discriminator-changed",
        "Rule",
        "'day' means HourRule, was DayRule",
    ),
]
READ[-1][2].append(("discriminator-changed", "Rule", "'hour' means DayRule, was HourRule"))
READ[-2][2].clear()

SENT: list[tuple[str, Change, list[Expected]]] = [
    _property(
        "keyword removed",
        lambda d: d.properties("ErrandInput").pop("limit"),
        "request-property-removed",
        "ErrandInput",
        "limit is gone",
    ),
    _property(
        "keyword renamed",
        lambda d: _rename(d.properties("ErrandInput"), "limit", "cost_limit"),
        "request-property-renamed",
        "ErrandInput",
        "limit is called cost_limit now",
    ),
    _property(
        "keyword added",
        lambda d: d.properties("ErrandInput").update(urgent={"type": "boolean", "description": "Whether it hurries."}),
        "request-property-added",
        "ErrandInput",
        "urgent is new",
    ),
    _property(
        "keyword added, required",
        lambda d: (
            d.properties("ErrandInput").update(urgent={"type": "boolean", "description": "Whether it hurries."}),
            d.schemas["ErrandInput"].update(required=["key", "urgent"]),
        ),
        "required-request-property-added",
        "ErrandInput",
        "required urgent is new",
    ),
    _property(
        "keyword became required",
        lambda d: d.schemas["ErrandInput"].update(required=["key", "state"]),
        "request-property-became-required",
        "ErrandInput",
        "state is required now",
    ),
    _property(
        "keyword became optional",
        lambda d: d.schemas["ErrandInput"].pop("required"),
        "request-property-became-optional",
        "ErrandInput",
        "key is optional now",
    ),
    _property(
        "keyword became nullable",
        lambda d: d.properties("ErrandInput")["state"].update(nullable=True),
        "request-property-became-nullable",
        "ErrandInput",
        "state may now be None",
    ),
    _property(
        "keyword is not nullable any more",
        lambda d: d.properties("ErrandInput")["due"].pop("nullable"),
        "request-property-became-not-nullable",
        "ErrandInput",
        "due may no longer be None",
    ),
    _property(
        "keyword of another type",
        lambda d: d.properties("ErrandInput")["key"].update(type="integer"),
        "request-property-type-changed",
        "ErrandInput",
        "key is int, was str",
    ),
    _property(
        "keyword of a compatible type",
        lambda d: d.properties("ErrandInput")["weight"].update(type="number"),
        "request-property-type-compatible",
        "ErrandInput",
        "weight is float, was int",
    ),
    _property(
        "keyword of one type more",
        lambda d: d.properties("ErrandInput")["limit"]["oneOf"].append({"type": "boolean"}),
        "request-property-type-widened",
        "ErrandInput",
        "limit is bool | int | str, was int | str",
    ),
    _property(
        "keyword of one type less",
        lambda d: d.properties("ErrandInput")["limit"]["oneOf"].pop(),
        "request-property-type-changed",
        "ErrandInput",
        "limit is int, was int | str",
    ),
    _property(
        "sent value removed",
        lambda d: d.properties("ErrandInput")["state"].update(enum=["open"]),
        "request-property-value-removed",
        "ErrandInput",
        "state value 'done' is gone",
    ),
    _property(
        "sent value added",
        lambda d: d.properties("ErrandInput")["state"].update(enum=["open", "done", "late"]),
        "request-property-value-added",
        "ErrandInput",
        "state value 'late' is new",
    ),
    _property(
        "sent value spelt otherwise",
        lambda d: d.properties("ErrandInput")["state"].update(enum=["open", "Done"]),
        "request-property-value-renamed",
        "ErrandInput",
        "state value 'done' is gone; 'Done' is new, and alike",
    ),
    _property(
        "keyword became an enum",
        lambda d: d.properties("ErrandInput")["key"].update(enum=["a"]),
        "request-property-became-enum",
        "ErrandInput",
        "key has known values now: 'a'",
    ),
    _property(
        "keyword is no enum any more",
        lambda d: d.properties("ErrandInput")["state"].pop("enum"),
        "request-property-became-free",
        "ErrandInput",
        "state may be any str now, was one of 'done', 'open'",
    ),
    _property(
        "keyword is no longer given",
        lambda d: d.properties("NoteInput")["author"].update(readOnly=True),
        "request-property-became-read-only",
        "NoteInput",
        "author is not a keyword any more",
    ),
    _property(
        "keyword is given now",
        lambda d: d.properties("NoteInput")["stamp"].pop("readOnly"),
        "request-property-became-writable",
        "NoteInput",
        "stamp is a keyword now",
    ),
    _property(
        "keyword needed on creation",
        lambda d: d.properties("NoteInput")["author"].update({"x-required-on-create": True}),
        "request-property-became-required-on-create",
        "NoteInput",
        "author is required on creation now",
    ),
    _property(
        "keyword not needed on creation",
        lambda d: d.properties("NoteInput")["text"].pop("x-required-on-create"),
        "request-property-became-optional-on-create",
        "NoteInput",
        "text is optional on creation now",
    ),
    _property(
        "keyword's length",
        lambda d: d.properties("ErrandInput")["key"].update(maxLength=30),
        "request-property-limits-changed",
        "ErrandInput",
        "key has maxLength 30 now, was 40",
    ),
    _property(
        "keyword's default",
        lambda d: d.properties("ErrandInput")["weight"].pop("x-default"),
        "request-property-default-changed",
        "ErrandInput",
        "weight is unknown by default, was 1",
    ),
    _property(
        "keyword's time in milliseconds",
        lambda d: d.properties("ErrandInput")["made"].update({"x-wire": "epoch-milliseconds"}),
        "request-property-wire-form-changed",
        "ErrandInput",
        "made stands in JSON as epoch-milliseconds, was epoch-seconds",
    ),
    _property(
        "shared attribute became required",
        lambda d: d.schemas["Label"].update(required=["word", "rank"]),
        "request-property-became-required",
        "Label",
        "rank is required now",
    ),
    _property(
        "shared attribute became optional",
        lambda d: d.schemas["Label"].pop("required"),
        "response-property-became-optional",
        "Label",
        "word is optional now",
    ),
    _property(
        "shared attribute of another type",
        lambda d: d.properties("Label")["rank"].update(type="string"),
        "response-property-type-changed",
        "Label",
        "rank is str, was int",
    ),
    _property(
        "shared attribute's value removed",
        lambda d: d.properties("Label")["tone"].update(enum=["warm"]),
        "response-property-value-removed",
        "Label",
        "tone value 'cold' is gone",
    ),
    _property(
        "shared schema only read now",
        lambda d: d.properties("ErrandInput").pop("labels"),
        "request-property-removed",
        "ErrandInput",
        "labels is gone",
    ),
    _property(
        "shared schema only sent now",
        lambda d: d.properties("Errand").pop("labels"),
        "response-property-removed",
        "Errand",
        "labels is gone",
    ),
]
SENT[-1][2].append(("schema-use-changed", "Label", "is only sent now"))
SENT[20][2].extend(
    [
        ("keywords-removed", "NoteCreateFields", "the TypedDict is gone"),
        ("keywords-removed", "NoteUpdateFields", "the TypedDict is gone"),
        ("keywords-added", "NoteInputFields", "the TypedDict is new"),
    ]
)

CHANGES: list[tuple[str, Change, list[Expected]]] = [*OPERATIONS, *SERVICE, *PARAMETERS, *READ, *SENT]
"""What is done, how, and all that callers see of it."""
