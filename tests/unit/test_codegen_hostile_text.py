"""What a vendor writes in a specification is text in the generated package, and never code."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

from abclient.codegen._package import generate

_CODE = "HOSTILE()"
_PROSE = (
    f'a"""\n\'\'\'\n+{_CODE}+"+{_CODE}+"\'+{_CODE}+\'{{{_CODE}}}{{{{ {_CODE} }}}} {{% x %}}\\" \\\n\n{_CODE}'
    f"\r\x0b\x1b[31m\u2028{_CODE}\\"
)
_NAME = f'n"""+{_CODE}+"""+{_CODE}+"\'+{_CODE}+\'\\'
"""As the name of anything: it ends text in either quotes, or in three."""

_REF = "#/components/schemas/"


def _content(kind: str, name: str) -> dict[str, Any]:
    return {"description": _PROSE, "content": {kind: {"schema": {"$ref": _REF + name}}}}


def _text(place: str, name: str, values: list[str]) -> dict[str, Any]:
    schema = {"type": "string", **({"enum": values} if values else {})}
    return {"name": name, "in": place, "schema": schema, "description": _PROSE, "x-default": _PROSE}


def _hostile() -> dict[str, Any]:
    """A specification with hostile text wherever its rules allow any text."""
    path = {**_text("path", "id", []), "required": True}
    headers = [_text("header", f"X{_NAME}", []), {**_text("header", "X-Constant", [_NAME]), "required": True}]
    query = _text("query", _NAME, [_NAME, _PROSE])
    listed = {
        "operationId": "listThings",
        "tags": [f"T {_PROSE}"],
        "summary": _PROSE,
        "description": _PROSE,
        "parameters": [path, *({**one, "x-python-name": f"p{n}"} for n, one in enumerate([query, *headers]))],
        "responses": {"200": _content("application/json", "Page")},
    }
    created = {
        "operationId": "createThing",
        "tags": [f"T {_PROSE}"],
        "parameters": [path],
        "requestBody": {"required": True, **_content(f"application/{_NAME}+json", "ThingInput")},
        "responses": {"200": _content(f"application/{_NAME}+json", "Thing")},
    }
    field = {"type": "string", "enum": [_NAME, _PROSE], "description": _PROSE, "x-default": _PROSE}
    schemas: dict[str, Any] = {
        "Page": {"x-items": _NAME, "properties": {_NAME: {"type": "array", "items": {"$ref": f"{_REF}Thing"}}}},
        "Thing": {"properties": {_NAME: field, "kind": {"$ref": f"{_REF}Kind"}, "one": {"$ref": f"{_REF}Choice"}}},
        "ThingInput": {"properties": {_NAME: field, "many": {"type": "array", "items": {"$ref": f"{_REF}Kind"}}}},
        "First": {"properties": {"a": {"type": "string"}}},
        "Second": {"properties": {"a": {"type": "string"}}},
    }
    for schema in schemas.values():
        schema.update(type="object", description=_PROSE)
        for key, inner in schema["properties"].items():
            inner.update({"x-python-name": "hostile"} if key == _NAME else {})
    schemas["Kind"] = {"type": "string", "enum": [_NAME], "description": _PROSE}
    mapping = {_NAME: f"{_REF}First", _PROSE: f"{_REF}Second"}
    alternatives = [{"$ref": f"{_REF}First"}, {"$ref": f"{_REF}Second"}]
    schemas["Choice"] = {"oneOf": alternatives, "discriminator": {"propertyName": _NAME, "mapping": mapping}}
    return {
        "openapi": "3.0.3",
        "info": {"title": _PROSE, "version": _PROSE, "description": _PROSE},
        "servers": [{"url": f"https://example.com/{_NAME}"}],
        "paths": {f"/{_NAME}/{{id}}": {"get": listed, "post": created}},
        "components": {
            "schemas": schemas,
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": _NAME}},
        },
    }


def test_text_is_never_code(tmp_path: Path) -> None:
    """Texts that end strings and docstrings, and templates' own signs, run nowhere in the package."""
    spec = tmp_path / "hostile.json"
    spec.write_text(json.dumps(_hostile()))
    generate(spec, "made", tmp_path)
    files = list((tmp_path / "made").rglob("*.py"))
    assert sum("HOSTILE" in path.read_text() for path in files) > 6
    for path in files:
        tree = ast.parse(path.read_text())
        called = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "HOSTILE"]
        assert not called, f"{path}:{called[0]}"


def test_a_package_may_have_no_models(tmp_path: Path) -> None:
    """A specification whose operations answer with any JSON is one."""
    operation = {"operationId": "getAny", "tags": ["any"], "responses": {"204": {"description": "Done."}}}
    document = {"openapi": "3.0.3", "info": {"title": "A", "version": "1"}, "paths": {"/any": {"get": operation}}}
    spec = tmp_path / "bare.json"
    spec.write_text(json.dumps(document))
    assert generate(spec, "made", tmp_path).new
