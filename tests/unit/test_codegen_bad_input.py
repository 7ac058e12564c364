"""What is wrong with a document is said in a line each, with file, line and rule; nothing is written, nothing hangs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from abclient.codegen._package import generate
from abclient.codegen.normalise._rewrite import normalise, text_of
from abclient.codegen.spec import _file
from abclient.codegen.spec._document import SpecError
from support.published import MUSEUM
from support.specs import TINY, changed

_HEAD = (
    'openapi: 3.0.3\ninfo: {title: A, version: "1"}\npaths:\n  /a:\n    get:\n      operationId: a\n      tags: [a]\n'
)
_BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join(['*' + old] * 10)}]\n" for old, new in zip("abcdefghi", "bcdefghij", strict=True)
)


def grown(member: str, levels: int = 40, order: int = 1) -> str:
    """A few kilobytes of schemas, each of which has the next one twice; with ``order=-1`` the last one comes first."""
    each = [f"    S{level}: {member.replace('NEXT', f'S{level + 1}')}\n" for level in range(levels)]
    schemas = "".join(each[::order])
    return f"{_HEAD}components:\n  schemas:\n{schemas}    S{levels}: {{type: string}}\n"


_NEXT = '{$ref: "#/components/schemas/NEXT"}'


def of(schema: str) -> str:
    """A document whose only response has this schema."""
    content = f"          content:\n            application/json:\n              schema: {schema}\n"
    return f"{_HEAD}      responses:\n        '200':\n          description: ''\n{content}"


UNREADABLE: list[tuple[str, str, str]] = [
    ("a.yaml", "just text", "a.yaml: is not an OpenAPI document, but a str"),
    ("a.yaml", "", "a.yaml: is not an OpenAPI document, but a NoneType"),
    ("a.yaml", "- a\n", "a.yaml: is not an OpenAPI document, but a list"),
    ("a.yaml", "a: 1\nb: [1", "a.yaml:3: is not YAML: did not find expected"),
    ("a.yaml", "a: 1\nb:\n  a: 1\n  a: 2\n", 'a.yaml:4: is not YAML: found duplicate key "a"'),
    ("a.yaml", "a: 1\n? [b]\n: 2\n", "a.yaml:2: is not YAML: found a key that is not a text"),
    ("a.yaml", "a: !!python/object:os.system x\n", "a.yaml:1: is not YAML: could not determine a constructor"),
    ("a.yaml", "a: &a {b: *a}\n", "a.yaml:1: is not YAML: found unconstructable recursive node"),
    ("a.yaml", _BOMB, "a.yaml: its aliases contain themselves, or stand for more than can be read"),
    ("a.yaml", grown(f"{{allOf: [{_NEXT}, {_NEXT}]}}"), "a.yaml:37: S27 is composed of more than 10,000 schemas"),
    ("a.yaml", grown(f"{{anyOf: [{_NEXT}, {{oneOf: [{_NEXT}]}}]}}"), "a.yaml:38: S28 is composed of more than"),
    ("a.yaml", grown(f"{{allOf: [{_NEXT}]}}", 300, -1), "a.yaml:309: S0 is composed of more than"),
    ("a.yaml", "a: " + "[" * 100_000, "a.yaml:1: is nested more than 200 levels deep"),
    ("a.json", '{"a": 1,\n "b": }', "a.json:2: is not JSON: Expecting value"),
    ("a.json", '{"a": 1, "a": 2}', 'a.json: is not JSON: found duplicate key "a"'),
    ("a.json", "[" * 100_000, "a.json: is not JSON: nested too deeply"),
    ("a.yaml", "caf\udce9: 1\n", "a.yaml: is not UTF-8 (byte 3)"),
]


@pytest.mark.parametrize(("name", "text", "message"), UNREADABLE, ids=lambda one: one[:40])
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, text: str, message: str) -> None:
    """Both commands say the same."""
    path = tmp_path / name
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    for run in (lambda: normalise(path), lambda: generate(path, "made", tmp_path)):
        with pytest.raises(SpecError) as refused:
            run()
        assert str(refused.value).startswith(f"{tmp_path}/{message}")
        assert "\n" not in str(refused.value)
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "member", [f"{{type: object, properties: {{a: {_NEXT}, b: {_NEXT}}}}}", f"{{oneOf: [{_NEXT}]}}"]
)
def test_what_names_others_often_is_read(tmp_path: Path, member: str) -> None:
    """Schemas whose properties are of two to the fortieth kinds in all, and compositions of few."""
    path = tmp_path / "a.yaml"
    path.write_text(grown(member), encoding="utf-8")
    assert len(_file.read(path)["components"]["schemas"]) == 41


@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, there: bool) -> None:
    """Nothing, and a directory."""
    path = tmp_path / "a.yaml"
    if there:
        path.mkdir()
    with pytest.raises(SpecError, match=r"a\.yaml: cannot be read: "):
        normalise(path)


SWAGGER = """\
swagger: "2.0"
info: {title: T, version: "1"}
paths: {/a: {get: {responses: {"200": {description: Done.}}}}}
"""
PUBLISHED: list[tuple[str, str]] = [
    ("a: 1\n", ":1: openapi-version: is not OpenAPI; 2.0 and 3.x are read"),
    ("asyncapi: 2.0.0\npaths: {}\n", ":1: openapi-version: is not OpenAPI; 2.0 and 3.x are read"),
    ('swagger: "1.2"\n', ":1: openapi-version: is 1.2; 2.0 and 3.x are read"),
    ("openapi: 4.0.0\n", ":1: openapi-version: is 4.0.0; 2.0 and 3.x are read"),
    ("openapi: 3.1.0\npaths: []\n", ":1: openapi: has no paths"),
    ("openapi: 3.1.0\npaths: {}\n", ":1: openapi: none of its operations is selected, or can be generated"),
    (of('{$ref: "#/components/schemas/Gone"}'), ":13: local-reference: #/components/schemas/Gone does not exist"),
    (of('{$ref: "#/paths/~1a/get/responses/9"}'), ":13: local-reference: #/paths/~1a/get/responses/9 does not exist"),
    (
        of('{$ref: "../b.yaml#/A"}'),
        ":13: local-reference: ../b.yaml#/A is outside of the document's directory; --allow-remote",
    ),
    (
        of('{$ref: "https://example.com/b.yaml#/A"}'),
        ":13: local-reference: https://example.com/b.yaml#/A is on the network",
    ),
    (
        of('{$ref: "#/x"}') + 'x: {$ref: "#/y"}\ny: {$ref: "#/x"}\n',
        ":13: local-reference: a circle of references: ",
    ),
    (
        of('{$ref: "#/x"}') + 'x: {allOf: [{$ref: "#/y"}]}\ny: {allOf: [{$ref: "#/x"}]}\n',
        ":13: local-reference: ",
    ),
    (f"{SWAGGER}securityDefinitions: {{key: null}}\n", ":4: openapi: "),
    (f"{SWAGGER}parameters:\n  a: 5\n", ":5: openapi: "),
    (of("{properties: {a: " * 150 + "{}" + "}}" * 150), ": is nested more than 200 levels deep"),
]


@pytest.mark.parametrize(("text", "message"), PUBLISHED, ids=lambda one: one[-60:])
def test_what_a_published_document_lacks_is_named(tmp_path: Path, text: str, message: str) -> None:
    """With file, line and rule."""
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(SpecError) as refused:
        normalise(path)
    told = str(refused.value)
    assert told.startswith(str(path))
    assert message in told
    assert "\n" not in told


SPECS: list[tuple[str, str]] = [
    (changed("openapi: 3.0.3", "openapi: 3.1.0"), ":1: openapi-version: must be 3.0.3, is 3.1.0"),
    (changed("operationId: getThing", "operationId: list_things"), "operation-id: list_things and listThings are both"),
    (changed("name: kind", "name: Page"), "parameter-name: parameters Page and page are both page in Python"),
    (
        changed('"#/components/schemas/Thing"', '"https://example.com/a.yaml#/Thing"'),
        "local-reference: https://example",
    ),
    (
        changed("    ErrorRep:\n", "    Model: {type: object, properties: {a: {type: string}}}\n    ErrorRep:\n"),
        "class-name: Model",
    ),
    (
        changed(
            "    ErrorRep:\n",
            '    A: {$ref: "#/components/schemas/B"}\n    B: {$ref: "#/components/schemas/A"}\n    ErrorRep:\n',
        ),
        "local-reference: #/components/schemas/B refers to itself in the end",
    ),
    (
        changed(
            "    ErrorRep:\n", '    A: {properties: {a: {$ref: "#/components/parameters/ThingId"}}}\n    ErrorRep:\n'
        ),
        "local-reference: #/components/parameters/ThingId is not in #/components/schemas/, where this place needs it",
    ),
    (
        changed(
            "    ErrorRep:\n", '    A: {properties: {a: {$ref: "#/components/schemas/Thing/type"}}}\n    ErrorRep:\n'
        ),
        "local-reference: #/components/schemas/Thing/type is not in #/components/schemas/",
    ),
]


@pytest.mark.parametrize(("text", "message"), SPECS, ids=lambda one: one[-60:])
def test_what_a_specification_breaks_is_named(tmp_path: Path, text: str, message: str) -> None:
    """With file, line and rule; nothing is written."""
    path = tmp_path / "tiny.yaml"
    path.write_text(text)
    with pytest.raises(SpecError) as refused:
        generate(path, "made", tmp_path)
    told = str(refused.value).splitlines()
    assert all(line.startswith(f"{path}:") for line in told)
    assert any(message in line for line in told), told
    assert [one.name for one in tmp_path.iterdir()] == ["tiny.yaml"]


def test_keywords_are_names_with_an_underscore(tmp_path: Path) -> None:
    """Properties, parameters and operations may be called as Python's words."""
    text = TINY.replace("operationId: getThing", "operationId: class").replace("name: kind", "name: import")
    path = tmp_path / "tiny.yaml"
    path.write_text(text)
    assert generate(path, "made", tmp_path)
    assert "import_" in (tmp_path / "made" / "api" / "things" / "list_things.py").read_text()
    assert (tmp_path / "made" / "api" / "things" / "class_.py").exists()


@pytest.mark.slow
def test_a_long_chain_of_objects_is_no_problem(tmp_path: Path) -> None:
    """Each schema refers to the next one, longer than Python's stack is deep."""
    schemas: dict[str, Any] = {
        f"S{n}": {"properties": {"next": {"$ref": f"#/components/schemas/S{n + 1}"}}} for n in range(2000)
    }
    schemas["S2000"] = {"type": "string"}
    path = tmp_path / "a.json"
    answer = {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/S0"}}}}
    paths = {"/a": {"get": {"responses": {"200": answer}}}}
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": schemas}}))
    found = normalise(path)
    assert len(found.document["components"]["schemas"]) == 2000
    (tmp_path / "b.json").write_text(text_of(found.document, as_json=True))
    assert generate(tmp_path / "b.json", "made", tmp_path, check=True)


def test_other_files_are_followed_only_where_they_may(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside the document always; elsewhere with leave, over https only, and each is fetched once."""
    (tmp_path / "docs").mkdir()
    path = tmp_path / "docs" / "a.yaml"
    path.write_text(MUSEUM.replace("parts.yaml#/Part", "../parts.yaml#/Part"))
    (tmp_path / "parts.yaml").write_text('Part: {properties: {size: {$ref: "https://example.com/b.json#/Size"}}}\n')
    asked: list[str] = []

    class Response:
        url = "https://example.com/b.json"

        def __enter__(self) -> Response:
            return self

        def __exit__(self, *_: object) -> None: ...

        def read(self, most: int) -> bytes:
            return json.dumps({"Size": {"type": "integer"}}).encode()[:most]

    def urlopen(url: str, timeout: float) -> Response:
        asked.append(url)
        assert timeout
        return Response()

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    with pytest.raises(SpecError, match=r"a\.yaml:\d+: local-reference: \.\./parts\.yaml#/Part is outside"):
        normalise(path)
    assert asked == []
    found: Any = normalise(path, allow_remote=True).document["components"]["schemas"]
    assert found["Part"]["properties"]["size"] == {"type": "integer"}
    assert asked == ["https://example.com/b.json"]
    Response.url = "http://example.com/b.json"
    with pytest.raises(SpecError, match=r"leads to http://example\.com/b\.json; only https:// is fetched"):
        normalise(path, allow_remote=True)
    (tmp_path / "parts.yaml").write_text('Part: {properties: {size: {$ref: "http://example.com/b.json#/Size"}}}\n')
    with pytest.raises(SpecError, match="only https:// is fetched"):
        normalise(path, allow_remote=True)


def test_a_server_that_does_not_answer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the address."""
    path = tmp_path / "a.yaml"
    path.write_text(of('{$ref: "https://example.com/b.yaml#/A"}'))

    def urlopen(url: str, timeout: float) -> None:
        raise OSError("no route")

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    with pytest.raises(SpecError, match=r"https://example\.com/b\.yaml: cannot be fetched: no route"):
        normalise(path, allow_remote=True)


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before it is read as a whole."""
    monkeypatch.setattr(_file, "LARGEST", 2**20)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a" * (2**20 + 1))
    with pytest.raises(SpecError, match="has more than 1 MB, which is the most that is read"):
        normalise(path)


@pytest.mark.slow
def test_twenty_megabytes_are_read(tmp_path: Path) -> None:
    """As cloud providers publish; most of it is descriptions and examples."""
    words = "word " * 400
    schemas = {
        f"Thing{n}": {
            "type": "object",
            "description": words,
            "properties": {f"p{m}": {"type": "string", "description": words} for m in range(4)},
        }
        for n in range(2000)
    }
    answers = {
        f"/things{n}": {
            "get": {
                "operationId": f"getThing{n}",
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/Thing{n}"}}},
                    }
                },
            }
        }
        for n in range(2000)
    }
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"openapi": "3.1.0", "info": {}, "paths": answers, "components": {"schemas": schemas}}))
    assert path.stat().st_size > 20_000_000
    found = normalise(path, descriptions=False).document
    assert len(found["components"]["schemas"]) == len(found["paths"]) == 2000


@pytest.mark.parametrize("odd", [7, None, True, "x", [], {}, [None], {"a": 1}], ids=repr)
def test_odd_values_of_published_documents_are_left_out(tmp_path: Path, odd: Any) -> None:
    """Where a list of names, of tags, a style, a server's variable, or the type of credentials should stand."""
    path = tmp_path / "a.json"
    schema = {"type": "object", "required": odd, "patternProperties": odd, "properties": {"a": {"type": "string"}}}
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    parameters = [{"name": "p", "in": "query", "style": odd, "schema": {"type": "array", "items": {"type": "string"}}}]
    operation = {"operationId": "a", "tags": odd, "security": odd, "callbacks": odd, "parameters": parameters}
    document = {
        "openapi": "3.0.3",
        "info": {"title": "A", "version": "1"},
        "servers": [{"url": "https://{a}.example.com", "variables": {"a": odd}}],
        "security": odd,
        "webhooks": odd,
        "paths": {"/a": {"get": {**operation, "responses": {"200": answer}}}},
        "components": {"securitySchemes": {"key": {"type": odd}}},
    }
    path.write_text(json.dumps(document))
    made = normalise(path).document
    assert made["paths"]["/a"]["get"]["tags"]
    assert "securitySchemes" not in made["components"]
