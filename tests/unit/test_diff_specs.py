"""Every kind of change of a spec is told, and told as what it is for callers."""

from __future__ import annotations

from pathlib import Path

import pytest

import diff_specs
from abclient.codegen._spec_model import load
from support.library import LIBRARY
from support.specs import TINY, changed, write

_PAGE = """\
        - name: page
          in: query
          description: Which page, from 1.
          schema: {type: integer}
"""
_SIZE = _PAGE.replace("page", "size")
_WORD = """\
        word:
          type: string
          description: The word.
"""
_SENT = """\
      required: [status]
      properties:
        status:
          type: string
          enum: [running, paused]
"""
_NOT_READY = """\
        "202":
          description: Not ready yet.
"""
_LIST = "      operationId: listThings\n"
_ENUM = "enum: [running, paused]"
_DATE = "format: date-time\n          nullable: true"

# Whether additive, where, what, and how the tiny spec has to change for it.
CHANGES = [
    (False, "exportThings", "operation exportThings is gone", "operationId: exportThings", "operationId: dump"),
    (True, "dump", "operation dump is new", "operationId: exportThings", "operationId: dump"),
    (True, "exportThings", "GET /things.csv is now GET /export", "  /things.csv:", "  /export:"),
    (False, "listThings", "moved from tag Things to Items, and its module with it", "[Things]", "[Items]"),
    (True, "listThings", "is deprecated", _LIST, f"{_LIST}      deprecated: true\n"),
    (False, "listThings", "parameter page is gone", _PAGE, ""),
    (True, "listThings", "parameter size is new", _PAGE, _PAGE + _SIZE),
    (
        False,
        "listThings",
        "required parameter size is new",
        _PAGE,
        _PAGE + _SIZE.replace("in: query", "in: query\n          required: true"),
    ),
    (False, "listThings", "parameter page became required", "in: query\n", "in: query\n          required: true\n"),
    (False, "listThings", "parameter page is str, was int", "schema: {type: integer}", "schema: {type: string}"),
    (True, "listThings", "parameter page moved from query to header", _PAGE, _PAGE.replace("query", "header")),
    (True, "getThing", "status 202 is gone", _NOT_READY, ""),
    (True, "getThing", "answers Thing, was Thing | None", _NOT_READY, ""),
    (True, "listThings", "status 409 is new", '        "404":', '        "409": {description: No.}\n        "404":'),
    (False, "listThings", "answers ThingPage | None, was ThingPage", '        "404":', f'{_NOT_READY}        "404":'),
    (False, "exportThings", "answers bytes, was str", "text/csv:", "application/pdf:"),
    (
        True,
        "createThing",
        "sends text/json instead of application/json",
        'application/json:\n            schema: {$ref: "#/components/schemas/ThingCreate"}',
        'text/json:\n            schema: {$ref: "#/components/schemas/ThingCreate"}',
    ),
    (
        False,
        "createThing",
        "the body is Tag, was ThingCreate",
        '{$ref: "#/components/schemas/ThingCreate"}',
        '{$ref: "#/components/schemas/Tag"}',
    ),
    (False, "Tag", "field word is gone", _WORD, ""),
    (True, "Tag", "field language is new", _WORD, _WORD + _WORD.replace("word", "language")),
    (False, "Tag", "field word is int, was str", _WORD, _WORD.replace("string", "integer")),
    (True, "Tag", "field word is Word in JSON, was word", _WORD, _WORD.replace("word:", "Word:")),
    (False, "Thing", "field id became optional", "required: [id]", "required: []"),
    (True, "ThingCreate", "field status became optional", "required: [status]", "required: []"),
    (False, "ThingCreate", "field until became required", "required: [status]", "required: [status, until]"),
    (
        False,
        "ThingCreate",
        "required field end is new",
        _SENT,
        _SENT.replace("status]", "status, end]").replace("es:\n", "es:\n        end: {}\n"),
    ),
    (False, "ThingCreate", "field until may no longer be null", _DATE, "format: date-time"),
    (True, "Thing", "field status: value 'paused' is gone", _ENUM, "enum: [running]"),
    (True, "Thing", "field status: value 'stopped' is new", _ENUM, "enum: [running, paused, stopped]"),
    (False, "ThingCreate", "field status: value 'paused' is gone", _SENT, _SENT.replace(", paused", "")),
    (True, "ThingCreate", "field status may be any value now", _SENT, _SENT.replace(_ENUM, "")),
    (True, "Tag", "field word has known values now: a, b", _WORD, _WORD + "          enum: [a, b]\n"),
    (False, "Thing", "field seen is int, was datetime.datetime", "          x-wire: epoch-seconds\n", ""),
]

_WORDS = "oneOf: [{type: integer}, {type: string}]"
_NULLABLE = "nullable: true\n          oneOf: [{type: integer}, {type: string}]"
_REPLACE = "Write a book.\n      requestBody:\n        required: true"
_SEARCH = '            schema: {$ref: "#/components/schemas/Search"}\n'
_STEP = '          text/json:\n            schema: {$ref: "#/components/schemas/Step"}\n'
_AUTHOR = '{$ref: "#/components/schemas/AuthorOrId"}'

_NEEDED = "x-required-on-create: true, "

# The same for the spec of the made-up library.
LIBRARY_CHANGES = [
    (False, "Book", "field author may be str", _AUTHOR, '{$ref: "#/components/schemas/BookOrId"}'),
    (False, "Book", "field author may be Book", _AUTHOR, '{$ref: "#/components/schemas/BookOrId"}'),
    (True, "Book", "field author is no longer Author", _AUTHOR, '{$ref: "#/components/schemas/BookOrId"}'),
    (True, "Book", "field author is no longer None", "nullable: true\n      oneOf", "oneOf"),
    (True, "Book", "field author is no longer int", _AUTHOR, '{$ref: "#/components/schemas/Author"}'),
    (False, "BookUpdate", "field price is no longer int", _NULLABLE, "oneOf: [{type: string}]"),
    (False, "BookUpdate", "field price is no longer None", _NULLABLE, _WORDS),
    (True, "replaceBook", "the body became optional", _REPLACE, _REPLACE.replace("true", "false")),
    (False, "searchBooks", "the body became required", "required: false", "required: true"),
    (True, "searchBooks", "the body is Search | Step | None, was Search | None", _SEARCH, _SEARCH + _STEP),
    (True, "searchBooks", "sends application/json or text/json instead of application/json", _SEARCH, _SEARCH + _STEP),
    (
        False,
        "MarkInput",
        "field color is no keyword any more",
        "{type: string, null",
        "{readOnly: true, type: string, null",
    ),
    (True, "MarkInput", "field made is a keyword now", "date-time, readOnly: true,", "date-time,"),
    (True, "MarkInput", "field text became optional on creation", _NEEDED, ""),
    (False, "MarkCreateFields", "TypedDict MarkCreateFields is gone", _NEEDED, ""),
    (True, "MarkInputFields", "TypedDict MarkInputFields is new", _NEEDED, ""),
    (True, "BookUpdate", "field price may be bool", _NULLABLE, _NULLABLE.replace("[", "[{type: boolean}, ")),
]


@pytest.mark.parametrize(("additive", "where", "what", "old", "new"), LIBRARY_CHANGES)
def test_changes_of_unions_and_keywords_are_told(
    tmp_path: Path, additive: bool, where: str, what: str, old: str, new: str
) -> None:
    """What is read may lose a type, and what is sent may gain one; callers may be asked for less."""
    before = load(write(tmp_path, LIBRARY))
    after = load(write(tmp_path, changed(old, new, LIBRARY), "new.yaml"))
    assert diff_specs.Change(additive, where, what) in diff_specs.compare(before, after)


@pytest.mark.parametrize(("additive", "where", "what", "old", "new"), CHANGES)
def test_every_kind_of_change_is_told(
    tmp_path: Path, additive: bool, where: str, what: str, old: str, new: str
) -> None:
    """The change is among those found, and on the right side."""
    before = load(write(tmp_path))
    after = load(write(tmp_path, changed(old, new), "new.yaml"))
    assert diff_specs.Change(additive, where, what) in diff_specs.compare(before, after)


def test_a_renamed_schema_is_gone_and_new(tmp_path: Path) -> None:
    """A name is part of the promise, because it is the class's."""
    before = load(write(tmp_path))
    after = load(write(tmp_path, TINY.replace("ErrorRep", "FaultRep"), "new.yaml"))
    assert diff_specs.compare(before, after) == [
        diff_specs.Change(False, "ErrorRep", "schema ErrorRep is gone"),
        diff_specs.Change(True, "FaultRep", "schema FaultRep is new"),
    ]


def test_descriptions_do_not_count(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """New words for the same thing are no change."""
    new = write(tmp_path, TINY.replace("A thing.", "Something."), "new.yaml")
    assert diff_specs.main([str(write(tmp_path)), str(new), "--fail-on-breaking"]) == 0
    assert capsys.readouterr().out == "no changes that callers can see\n"


def test_breaking_changes_come_first_and_can_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The return code is 0 unless it was asked to fail on breaking changes."""
    text = changed("[Things]", "[Items]").replace(_ENUM, "enum: [running, paused, stopped]", 1)
    files = [str(write(tmp_path)), str(write(tmp_path, text, "new.yaml"))]
    assert diff_specs.main(files) == 0
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["BREAKING", "additive"]
    assert diff_specs.main([*files, "--fail-on-breaking"]) == 1
    assert diff_specs.main([*reversed(files), "--fail-on-breaking"]) == 1


def test_markdown_is_a_section_for_the_changelog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Changes stand below headings, ready to be pasted."""
    new = write(tmp_path, changed(_WORD, _WORD + _WORD.replace("word", "language")), "new.yaml")
    assert diff_specs.main([str(write(tmp_path)), str(new), "--markdown"]) == 0
    assert capsys.readouterr().out == "### Additive\n\n- `Tag`: field language is new\n"


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is one clear line, and return code 2."""
    assert diff_specs.main([str(write(tmp_path)), str(tmp_path / "none.yaml")]) == 2
    assert capsys.readouterr().err == f"{tmp_path / 'none.yaml'}: cannot be read: No such file or directory\n"
