"""What a vendor's document or its answers have that our specification has not is told, in whichever edition it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.cli import _document
from abclient.codegen.drift._answers import Answer, Answers
from abclient.codegen.drift._compare import drift
from abclient.codegen.drift._document import Document
from abclient.codegen.drift._known import specifications
from abclient.errors import ConfigurationError
from abclient.options import Timeouts
from abclient.testing import Recorder, recorder
from abclient.transports import WireRequest
from abclient.vendor import BUILT_IN
from abclient_api._runtime import Request, Response
from support.command import Command
from support.fake import Script, answer
from support.spec_changes import base

OURS = Document(base().data)

# The same API as another edition has it: names, nesting and spelling differ, and nothing else.
PUBLISHED: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://errands.example/api/v1"}],
    "paths": {
        "/errands/": {
            "get": {
                "tags": ["errands"],
                "parameters": [
                    {"name": "Authorization", "in": "header", "required": True, "schema": {"type": "string"}},
                    {"name": "api-edition", "in": "header", "required": True, "schema": {"const": "7"}},
                    {"name": "page", "in": "query", "schema": {"type": "integer", "default": 1}},
                    {"name": "state", "in": "query", "schema": {"$ref": "#/components/schemas/State"}},
                    {"name": "labels[]", "in": "query", "schema": {"type": "array", "items": {"type": "string"}}},
                    {"name": "since", "in": "query", "schema": {"type": ["string", "null"], "format": "date-time"}},
                    {"name": "X-TRACE", "in": "header", "schema": {"type": "string"}},
                ],
                "responses": {"2XX": {"$ref": "#/components/responses/Page"}, "default": {"description": "No."}},
            },
            "post": {
                "tags": ["errands"],
                "parameters": [{"name": "API-Edition", "in": "header", "schema": {"type": "string", "enum": ["7"]}}],
                "requestBody": {"$ref": "#/components/requestBodies/Errand"},
                "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/E"}}}}},
            },
        },
        "/people/{who}/errands/{errand}": {
            "parameters": [
                {"name": "who", "in": "path", "required": True, "schema": {"type": "integer"}},
                {"name": "errand", "in": "path", "required": True, "schema": {"type": "string"}},
            ],
            "get": {
                "tags": ["errands"],
                "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/E"}}}}},
            },
        },
        "/invoices": {"get": {"tags": ["invoices"], "responses": {"200": {"description": "All."}}}},
    },
    "components": {
        "requestBodies": {
            "Errand": {
                "content": {
                    "application/json": {
                        "schema": {
                            "allOf": [
                                {"type": "object", "required": ["key"], "properties": {"key": {"type": "string"}}},
                                {"$ref": "#/components/schemas/Common"},
                                {"properties": {"id": {"type": "integer", "readOnly": True}}},
                            ]
                        }
                    }
                }
            }
        },
        "responses": {
            "Page": {
                "content": {
                    "application/vnd.errands+json": {
                        "schema": {
                            "type": "object",
                            "properties": {
                                "errands": {"type": "array", "items": {"$ref": "#/components/schemas/E"}},
                                "others": {"type": "array", "items": {"$ref": "#/components/schemas/E"}},
                            },
                        }
                    }
                }
            }
        },
        "schemas": {
            "State": {"type": ["string", "null"], "enum": ["open", "done", None]},
            "Common": {
                "properties": {
                    "state": {"anyOf": [{"$ref": "#/components/schemas/State"}, {"type": "null"}]},
                    "due": {"type": "string", "format": "date"},
                    "weight": {"type": "integer"},
                    "made": {"type": "integer"},
                    "labels": {"type": "array", "items": {"$ref": "#/components/schemas/Word"}},
                    "limit": {"type": ["integer", "string"]},
                }
            },
            "Word": {
                "type": "object",
                "required": ["word"],
                "properties": {
                    "word": {"type": "string"},
                    "tone": {"enum": ["warm", "cold"]},
                    "rank": {"type": "integer"},
                },
            },
            "E": {
                "type": "object",
                "properties": {
                    "id": {"type": "integer"},
                    "key": {"type": "string"},
                    "state": {"$ref": "#/components/schemas/State"},
                    "runner": {
                        "anyOf": [
                            {"type": "integer"},
                            {"type": "object", "properties": {"name": {"type": ["string", "null"]}}},
                        ]
                    },
                    "rule": {
                        "oneOf": [
                            {"properties": {"kind": {"const": "day"}, "days": {"type": "integer"}}},
                            {"properties": {"kind": {"const": "hour"}, "hours": {"type": "integer"}}},
                        ]
                    },
                    "made": {"type": "integer"},
                    "due": {"type": "string"},
                    "weight": {"type": "number"},
                    "labels": {"type": "array", "items": {"$ref": "#/components/schemas/Word"}},
                    "places": {"type": "array", "items": {"type": "string"}},
                    "code": {"type": "string"},
                },
            },
        },
    },
}
_REST = [  # of our API, this document has three operations only
    "gone: deleteErrand: operation DELETE /people/{person_id}/errands/{errand_key}",
    "gone: searchErrands: operation POST /errands/search",
    "gone: updateErrand: operation PATCH /people/{person_id}/errands/{errand_key}",
    "gone: writeNote: operation POST /notes",
]

SWAGGER: dict[str, Any] = {
    "swagger": "2.0",
    "basePath": "/v1",
    "paths": {
        "/notes": {
            "post": {
                "operationId": "writeNote",
                "tags": ["n"],
                "parameters": [
                    {"in": "body", "name": "note", "required": True, "schema": {"$ref": "#/definitions/Note"}}
                ],
                "responses": {"200": {"schema": {"$ref": "#/definitions/Receipt"}}},
            }
        }
    },
    "definitions": {
        "Note": {
            "type": "object",
            "properties": {"text": {"type": "string"}, "author": {"type": "string"}, "stamp": {"type": "string"}},
        },
        "Receipt": {"type": "object", "properties": {"receipt_id": {"type": "string"}}},
    },
}


def told(published: dict[str, Any], ours: Document = OURS) -> list[str]:
    """What is told of a document, without the operations that it lacks anyway."""
    return [str(one) for one in drift(ours, Document(published)).findings if str(one) not in _REST]


def test_another_edition_of_the_same_is_no_drift() -> None:
    """OpenAPI 3.1, ``allOf``, alternatives, null, constants, inline objects, other names: nothing differs."""
    assert told(PUBLISHED) == []
    found = drift(OURS, Document(PUBLISHED))
    assert (found.common, found.others) == (3, {"invoices": 1})
    assert sorted(map(str, found.findings)) == _REST


def test_swagger_is_read() -> None:
    """Bodies and answers of Swagger 2.0 stand elsewhere in the document."""
    here = [one for one in drift(OURS, Document(SWAGGER)).findings if "operation" not in one.what]
    assert here == []
    changed = json.loads(json.dumps(SWAGGER).replace('"author"', '"writer"'))
    assert [str(one) for one in drift(OURS, Document(changed)).findings if "operation" not in one.what] == [
        "gone: NoteInput.author: property that is sent",
        "new: NoteInput.writer: property that is sent",
    ]


def _e(document: dict[str, Any]) -> Any:
    return document["components"]["schemas"]["E"]["properties"]


def _get(document: dict[str, Any]) -> Any:
    return document["paths"]["/errands/"]["get"]


_CHANGES: list[tuple[Callable[[dict[str, Any]], object], list[str]]] = [
    (
        lambda d: d["paths"].update({"/errands/count": {"get": {"tags": ["errands"], "responses": {}}}}),
        ["new: GET /errands/count: operation GET /errands/count"],
    ),
    (lambda d: d["paths"].update({"/bills": {"get": {"tags": ["invoices"], "responses": {}}}}), []),
    (
        lambda d: d["paths"]["/errands/"].pop("post"),
        ["gone: createErrand: operation POST /errands"],
    ),
    (lambda d: _get(d).update(deprecated=True), ["different: listErrands: is deprecated"]),
    (
        lambda d: _get(d)["parameters"].append({"name": "size", "in": "query", "required": True, "schema": {}}),
        ["new: listErrands: required query parameter size"],
    ),
    (lambda d: _get(d)["parameters"].pop(2), ["gone: listErrands: query parameter page"]),
    (
        lambda d: _get(d)["parameters"][2].update(required=True),
        ["different: listErrands: parameter page is required"],
    ),
    (
        lambda d: _get(d)["parameters"][2].update(schema={"type": "string"}),
        ["different: listErrands: parameter page is string there, integer here"],
    ),
    (
        lambda d: d["components"]["schemas"]["State"].update(enum=["open", "late"]),
        [
            "different: Errand.state: has no value 'done' there",
            "different: Errand.state: has the value 'late' there",
            "different: ErrandInput.state: has no value 'done' there",
            "different: ErrandInput.state: has the value 'late' there",
            "different: listErrands: parameter state has no value 'done' there",
            "different: listErrands: parameter state has the value 'late' there",
        ],
    ),
    (lambda d: _e(d).update(urgent={"type": "boolean"}), ["new: Errand.urgent: property that is read"]),
    (lambda d: _e(d).pop("places"), ["gone: Errand.places: property that is read"]),
    (lambda d: _e(d)["key"].update(type="integer"), ["different: Errand.key: is integer there, string here"]),
    (
        lambda d: _e(d)["places"]["items"].update(type="integer"),
        ["different: Errand.places[]: is integer there, string here"],
    ),
    (lambda d: _e(d)["weight"].update(type="integer"), ["different: Errand.weight: is integer there, number here"]),
    (
        lambda d: _e(d)["runner"]["anyOf"][1]["properties"].update(age={"type": "integer"}),
        ["new: PersonOrId.age: property that is read"],
    ),
    (
        lambda d: d["components"]["schemas"]["Word"]["properties"].update(more={"type": "string"}),
        ["new: Label.more: property that is read", "new: Label.more: property that is sent"],
    ),
    (
        lambda d: (
            d["components"]["requestBodies"]["Errand"]["content"]["application/json"]["schema"]["allOf"][1:2]
            and d["components"]["schemas"]["Common"].update(required=["state"])
        ),
        ["different: ErrandInput.state: is required there"],
    ),
]


@pytest.mark.parametrize(("change", "expected"), _CHANGES)
def test_what_is_new_gone_and_different_is_told(
    change: Callable[[dict[str, Any]], object], expected: list[str]
) -> None:
    """One change of the document is exactly what is told, by the names of our specification."""
    document = json.loads(json.dumps(PUBLISHED))
    change(document)
    assert told(document) == expected


@pytest.mark.parametrize(
    "mark", [{"x-source": "inferred"}, {"x-source": "vendor-client"}, {"x-source-note": "An older edition has it."}]
)
def test_what_we_have_from_elsewhere_is_not_gone(mark: dict[str, str]) -> None:
    """A property, a parameter or an operation that never was in the vendor's document."""
    ours = base()
    ours.properties("Errand")["extra"] = {"type": "string", **mark}
    ours.operation("listErrands")["parameters"].append({"name": "more", "in": "query", "schema": {}, **mark})
    ours.operation("exportErrands").update({"x-source": "inferred"}, deprecated=False)
    assert told(PUBLISHED, Document(ours.data)) == []


ODD: list[dict[str, Any]] = [
    {},
    {"paths": []},
    {"paths": {"/errands": None, "/notes": {"post": {"parameters": [None], "responses": [], "requestBody": 3}}}},
    {"paths": {"/notes": {"post": {"x-source": [], "parameters": [{"name": "a", "in": "query", "x-source": {}}]}}}},
    {
        "paths": {"/notes": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/a"}}}}}}},
        "a": {"$ref": "#/a"},
    },
    {
        "paths": {"/notes": {"post": {"responses": {"200": {"schema": {"allOf": [{"$ref": "#/a"}]}}}}}},
        "a": {"allOf": [{"$ref": "#/a"}]},
    },
]


@pytest.mark.parametrize("odd", ODD)
def test_odd_documents_are_read_as_far_as_they_go(odd: dict[str, Any]) -> None:
    """What is missing, of another kind, or refers to itself ends the comparison of that place only."""
    assert all(one.kind in {"new", "gone"} for one in drift(OURS, Document(odd)).findings)


@pytest.mark.slow
def test_every_operation_of_ours_is_read(tmp_path: Path) -> None:
    """Our own specifications, compared with themselves, differ in nothing; each vendor has one at least."""
    for vendor in BUILT_IN:
        for name, document in specifications(vendor, BUILT_IN).items():
            found = drift(document, document)
            assert (found.findings, found.others) == ((), {}), name
            assert found.common == len(document.operations())


def _published(tmp_path: Path, change: Callable[[dict[str, Any]], object], name: str = "new.json") -> Path:
    [package] = [one for one in specifications("optimizely_flags", BUILT_IN) if one.endswith("_permissions")]
    data = json.loads(json.dumps(specifications("optimizely_flags", BUILT_IN)[package].data))
    change(data)
    path = tmp_path / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def _more(data: dict[str, Any]) -> None:
    next(item["get"] for item in data["paths"].values() if "get" in item)["deprecated"] = True


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def test_the_command_finds_the_specification_that_is_meant(tmp_path: Path, command: Command) -> None:
    """Of a vendor's several specifications, the one with most of the document's operations is compared."""
    same = command("drift", "optimizely_flags", "--document", _published(tmp_path, lambda data: None), "--strict")
    assert (same.code, same.out.splitlines()) == (
        0,
        [
            "0 new, 0 gone, 0 different",
            "compared with optimizely_flags_permissions: 9 operations in both, 0 in 0 groups of which we have none",
        ],
    )
    changed = _published(tmp_path, _more)
    ended = command("drift", "optimizely_flags", "--document", changed, "--strict")
    assert ended.code == 1
    [line, *_] = ended.out.splitlines()
    assert line.startswith("different: ")
    assert line.endswith(": is deprecated")
    found = command("drift", "optimizely_flags", "--document", changed, "--json")
    assert (found.code, [one["what"] for one in found.document["findings"]]) == (0, ["is deprecated"])


def test_a_specification_of_ones_own_is_compared(tmp_path: Path, command: Command) -> None:
    """For a vendor of another distribution, or a specification that is not installed yet."""
    ours, published = tmp_path / "errands.json", tmp_path / "published.json"
    ours.write_text(json.dumps(OURS.data), encoding="utf-8")
    published.write_text(json.dumps(PUBLISHED), encoding="utf-8")
    ended = command("drift", "errands", "--document", published, "--specification", ours)
    assert ended.code == 0
    assert ended.out.splitlines() == [
        *_REST,
        "0 new, 4 gone, 0 different",
        "compared with errands: 3 operations in both, 1 in 1 group of which we have none",
    ]


def test_what_is_known_and_what_was_so_before_is_left_out(tmp_path: Path, command: Command) -> None:
    """``--known`` takes the lines of an earlier comparison, ``--since`` an older edition of the document."""
    new = _published(tmp_path, _more)
    known = tmp_path / "known.txt"
    known.write_text(command("drift", "optimizely_flags", "--document", new).out, encoding="utf-8")
    for more in (("--known", known), ("--since", new)):
        ended = command("drift", "optimizely_flags", "--document", new, "--strict", *more)
        assert (ended.code, ended.out.splitlines()[0]) == (0, "0 new, 0 gone, 0 different")
    old = _published(tmp_path, lambda data: None, "old.json")
    assert command("drift", "optimizely_flags", "--document", new, "--since", old, "--strict").code == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "give --document, with what the vendor publishes, or --answers, with what was recorded"),
        (("--answers", "x", "--document", "y"), "give --document, "),
        (("--answers", "x", "--since", "y"), "--since needs --document"),
        (("--document", "http://example.com/x.json"), "http://example.com/x.json does not begin with https://"),
        (("--document", "file:///etc/passwd"), "file:///etc/passwd does not begin with https://"),
        (("--document", "nowhere.json"), "nowhere.json: cannot be read: "),
        (("--answers", "nowhere"), "nowhere has no answers"),
        (("--document", "nowhere.json", "--known", "nowhere.txt"), "nowhere.json: cannot be read"),
    ],
)
def test_wrong_uses_are_one_line(command: Command, arguments: tuple[str, ...], said: str) -> None:
    """And the exit code is that for wrong usage."""
    ended = command("drift", "optimizely_flags", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"abclient: {said}")


def test_a_document_of_another_api_is_refused(tmp_path: Path, command: Command) -> None:
    """Without a single operation of ours, it is not the vendor's."""
    path = tmp_path / "other.json"
    path.write_text(json.dumps(PUBLISHED), encoding="utf-8")
    ended = command("drift", "launchdarkly", "--document", path)
    assert ended.code == 2
    assert f"{path}: has no operation of launchdarkly or launchdarkly_events" in ended.err


@pytest.mark.parametrize(
    ("steps", "code", "said"),
    [
        ([answer(301, location="/b"), answer(200, PUBLISHED)], 2, "has no operation of"),
        ([answer(302, location="http://example.com/b")], 2, "http://example.com/b does not begin with https://"),
        ([answer(302, location="https://example.com/a")], 2, "https://example.com/a leads on and on"),
        ([answer(404, {"message": "no"})], 2, "https://example.com/a has no document: it responds with status 404"),
        ([answer(200, b"")], 2, "https://example.com/a has no document"),
        ([answer(200, b"openapi: 3.0.3\npaths: {}\n")], 2, "has no operation of"),
        ([answer(200, b"{broken")], 2, "is not JSON"),
    ],
)
def test_documents_are_fetched(
    monkeypatch: pytest.MonkeyPatch, command: Command, steps: list[Any], code: int, said: str
) -> None:
    """Redirects are followed over TLS only; YAML and JSON are told apart; other responses are named."""
    script = Script(*steps)

    def opened(_: str | None) -> Script:
        return script

    monkeypatch.setattr(_document, "open_transport", opened)
    ended = command("drift", "launchdarkly", "--document", "https://example.com/a")
    assert ended.code == code
    assert said in ended.err
    assert script.closed
    assert all(one.max_response_bytes <= 64 * 2**20 for one in script.requests)


ERRAND = {
    "id": 17,
    "key": "person@example.com",
    "state": "open",
    "runner": {"name": "Ada Lovelace"},
    "made": 1700000000,
    "weight": 2,
    "labels": [{"word": "secret", "tone": "warm"}, {"word": "other", "tone": "warm"}],
    "places": ["Main Street 1", None],
    "code": None,
}


def test_answers_keep_no_values() -> None:
    """Texts are empty, numbers zero, and like items one; names and the short values of enums stay."""
    answers = Answers([OURS])
    [document, operation] = answers.found("GET", "/v1/people/3/errands/x") or pytest.fail("there is such an operation")
    body = {**ERRAND, "added": {"person@example.com": "x", "plain": True}, "state": "Ada's own state!"}
    assert answers.redacted(document, operation, body) == {
        "id": 0,
        "key": "",
        "state": "",
        "runner": {"name": ""},
        "made": 0,
        "weight": 0,
        "labels": [{"word": "", "tone": "warm"}],
        "places": ["", None],
        "code": None,
        "added": {"key0": "", "key1": True},
    }


def test_names_in_maps_that_have_properties_are_not_kept() -> None:
    """What is not a documented property there is the name of an entry, which people give."""
    schema: dict[str, Any] = {
        "properties": {"total": {}},
        "additionalProperties": {"properties": {"size": {"type": "integer"}}},
    }
    answer: dict[str, Any] = {"content": {"application/json": {"schema": schema}}}
    document = Document({"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {"200": answer}}}}})
    answers = Answers([document])
    _, operation = answers.found("GET", "/a") or pytest.fail("there is such an operation")
    found = answers.redacted(document, operation, {"total": 3, "AdaLovelace": {"size": 7}})
    assert found == {"total": 0, "name1": {"size": 0}}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (ERRAND, []),
        ({**ERRAND, "made": 1.5, "runner": 3, "due": None}, []),
        ({**ERRAND, "added": 1}, ["new: Errand.added: property that answers have"]),
        ({**ERRAND, "state": "late"}, ["different: Errand.state: has the value 'late' in answers"]),
        ({**ERRAND, "key": 5}, ["different: Errand.key: is integer in answers, string here"]),
        ({**ERRAND, "places": {}}, ["different: Errand.places: is object in answers, array here"]),
        (
            {**ERRAND, "labels": [{"tone": "grey", "more": 1}]},
            ["different: Label.tone: has the value 'grey' in answers", "new: Label.more: property that answers have"],
        ),
        ({**ERRAND, "runner": {"age": 5}}, ["new: PersonOrId.age: property that answers have"]),
        ([], ["different: Errand: is array in answers, object here"]),
    ],
)
def test_what_answers_show_is_told(body: Any, expected: list[str]) -> None:
    """Fields that no document has, enums that grew, and types that differ, although the values are gone."""
    answers = Answers([OURS])
    [document, operation] = answers.found("GET", "/people/3/errands/x") or pytest.fail("there is such an operation")
    kept = json.loads(json.dumps(answers.redacted(document, operation, body)))
    assert [str(one) for one in answers.findings([Answer(operation.name, 200, kept)])] == expected


@pytest.mark.parametrize("order", [1, -1])
def test_a_literal_step_wins_over_a_name(order: int) -> None:
    """Whichever of two operations with the same method and number of steps stands first in the document."""
    answers = {"200": {"description": "Found."}}
    paths = {
        "/errands/{id}": {"get": {"operationId": "one", "responses": answers}},
        "/errands/results": {"get": {"operationId": "results", "responses": answers}},
        "/{kind}/results": {"get": {"operationId": "any", "responses": answers}},
    }
    document = Document({"openapi": "3.0.3", "paths": dict([*paths.items()][::order])})
    found = Answers([document]).found("GET", "/v1/errands/results")
    assert found is not None
    assert found[1].name == "results"


def test_operations_are_found_by_their_paths() -> None:
    """A literal step wins over a name; a gateway's path may stand before; what is unknown is not found."""
    answers = Answers([OURS])
    found = {path: answers.found("POST", path) for path in ("/v1/errands/search", "/gateway/v1/notes/", "/v1/nothing")}
    assert [one and one[1].name for one in found.values()] == ["searchErrands", "writeNote", None]
    assert [str(one) for one in answers.findings([Answer("formerOne", 200, {})])] == [
        "new: formerOne: operation that was called"
    ]


@pytest.mark.parametrize("own", [False, True])
async def test_calls_of_ones_own_are_recorded(tmp_path: Path, own: bool) -> None:
    """Whatever a client sends, by the vendor's specifications or by one of one's own; others are sent, and not kept."""
    specification = tmp_path / "own.json"
    specification.write_text(json.dumps(base().data))
    errand, flag = answer(200, ERRAND), answer(200, {"key": "secret", "name": "secret", "kind": "boolean"})
    kept = recorder(
        "launchdarkly",
        tmp_path / "answers",
        specification=specification if own else None,
        transport=Script(errand, flag),
    )
    async with abclient.LaunchDarkly("a-token", transport=kept) as ld:
        for place in ("/people/3/errands/key", "/api/v2/flags/project/key"):
            call: Request[Any, Any] = Request(
                operation="own", method="GET", path_template=place, path=place, parse=Response.json
            )
            await ld.send(call)
    [path] = (tmp_path / "answers").iterdir()
    assert json.loads(path.read_text())["operation"] == ("getErrand" if own else "getFeatureFlag")
    assert "secret" not in path.read_text()
    assert (tmp_path / "answers").stat().st_mode & 0o777 == 0o700


def test_what_cannot_be_recorded_is_named(tmp_path: Path) -> None:
    """A vendor that is none, and a specification that cannot be read; nothing is made."""
    with pytest.raises(ConfigurationError, match="nobody"):
        recorder("nobody", tmp_path / "answers")
    with pytest.raises(ConfigurationError, match=r"none\.yaml: cannot be read"):
        recorder("launchdarkly", tmp_path / "answers", specification=tmp_path / "none.yaml")
    assert not (tmp_path / "answers").exists()


async def test_a_recorder_keeps_private_files(tmp_path: Path) -> None:
    """Only successful JSON of known operations is kept, alike answers once, in files that only their owner reads."""
    directory = tmp_path / "answers"
    directory.mkdir()
    steps = [answer(200, ERRAND), answer(200, {**ERRAND, "id": 99}), answer(500, ERRAND), answer(200, b"<html>")]
    script = Script(*steps, answer(204))
    recorder = Recorder(script, Answers([OURS]), directory)
    request = WireRequest(
        method="GET",
        url="https://api.errands.example/v1/people/3/errands/secret%20key?token=secret",
        headers=(("authorization", "Bearer secret"),),
        timeouts=Timeouts(),
        max_response_bytes=1000,
    )
    assert [(await recorder.send(request)).status for _ in range(5)] == [200, 200, 500, 200, 204]
    await recorder.aclose()
    [path] = directory.iterdir()
    assert (recorder.kept, script.closed, path.stat().st_mode & 0o777) == (1, True, 0o600)
    text = path.read_text(encoding="utf-8")
    assert json.loads(text)["operation"] == "getErrand"
    assert not [word for word in ("secret", "person@", "Ada", "Main", "1700000000") if word in text]
