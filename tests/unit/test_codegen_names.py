"""Parameters, properties and classes may be called as what generated code calls its own."""

from __future__ import annotations

import datetime
import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from abclient.codegen._package import generate

SPEC = """\
openapi: 3.0.3
info: {title: Names, version: "1"}
paths:
  /test:
    put:
      operationId: testThing
      tags: [tests]
      parameters:
        - {name: joined, in: query, schema: {type: boolean}}
        - {name: epoch, in: query, schema: {type: integer, x-wire: epoch-seconds}}
        - {name: to_epoch_seconds, in: query, schema: {type: string}}
        - {name: ids, in: query, explode: false, schema: {type: array, items: {type: integer, enum: [-1, 2]}}}
        - {name: limit, in: query, x-default: -1, schema: {type: integer}}
        - {name: offset, in: query, x-default: 0, schema: {type: integer}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/TestInput"}}}}
      responses:
        "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/TestThing"}}}}
    post:
      operationId: sendThing
      tags: [tests]
      parameters:
        - {name: url_form, in: query, schema: {type: string}}
        - {name: body, in: query, schema: {type: string}}
      requestBody:
        required: true
        content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/TestInput"}}}
      responses:
        "204": {description: Done.}
components:
  schemas:
    TestInput: {type: object, properties: {to_base64: {type: string}, data: {type: string, x-wire: base64}}}
    TestThing:
      type: object
      properties:
        id: {type: string}
        classmethod: {type: boolean}
        property: {type: boolean}
        to_date: {type: string, format: date}
        due: {type: string, format: date}
        read_thing_test: {type: string}
        test: {$ref: "#/components/schemas/ThingTest"}
    ThingTest: {type: object, properties: {Exception: {type: string}, thing: {$ref: "#/components/schemas/TestThing"}}}
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the package."""
    directory = tmp_path_factory.mktemp("names")
    (directory / "names.yaml").write_text(SPEC)
    generate(directory / "names.yaml", "names_api", directory)
    return directory


def test_names_of_generated_code_are_free(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A parameter hides nothing that its operation calls, and a property nothing that its class does."""
    monkeypatch.setattr(sys, "path", [str(place), *sys.path])
    test_thing = importlib.import_module("names_api.api.tests.test_thing")
    send_thing = importlib.import_module("names_api.api.tests.send_thing")
    models: Any = importlib.import_module("names_api.models")
    body = models.TestInput(to_base64="a", data=b"b")
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    made = test_thing.request(body=body, joined_=True, epoch_=moment, to_epoch_seconds_="x", ids=[-1, 2], limit=-1)
    assert made.query == "joined=true&epoch=1767225600&to_epoch_seconds=x&ids=-1%2C2&limit=-1"
    assert send_thing.request(body=body, url_form_="a", body_="b").query == "url_form=a&body=b"
    document = {"id": "1", "classmethod": True, "due": "2026-01-02", "test": {"Exception": "none"}}
    thing = models.TestThing.from_dict(document)
    assert (thing.classmethod_, thing.due, thing.test.exception) == (True, datetime.date(2026, 1, 2), "none")
    with pytest.raises(ValueError, match="offset"):
        test_thing.request(body=body, offset=-1)


def test_pytest_takes_no_other_module_for_a_test(place: Path) -> None:
    """Neither an operation nor a class whose name begins or ends with test: pytest would warn of their classes."""
    command = (sys.executable, "-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio")
    done = subprocess.run(
        [*command, "-W", "error", "names_api"], cwd=place, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 passed" in done.stdout


@pytest.mark.slow
def test_checkers_see_the_same(place: Path) -> None:
    """In mypy's strict mode."""
    options = ("--strict", "--config-file=", "--cache-dir=/dev/null", "--follow-imports=silent")
    command = [sys.executable, "-m", "mypy", *options, "names_api"]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
