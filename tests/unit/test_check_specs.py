"""The checker finds every way to break a rule, says where, and its rules are those of specs/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import check_specs
from abclient.codegen.spec import _check
from abclient.codegen.spec._rules import RULES, Rule, Trouble
from support.cases import a_third_every_run
from support.library import LIBRARY
from support.specs import TINY, changed, write

ROOT = Path(__file__).resolve().parents[2]

_LIST = "      operationId: listThings\n"
_WORD = "        word:\n          type: string\n"

# Rule, text to replace in the tiny spec, replacement, and a text in the line that must be named.
BROKEN = [
    ("openapi-version", "openapi: 3.0.3", "openapi: 3.1.0", "openapi: 3.1.0"),
    ("local-reference", '"#/components/schemas/ThingPage"', '"other.yaml#/ThingPage"', "other.yaml"),
    ("local-reference", '"#/components/schemas/ThingPage"', '"#/components/schemas/Page"', "schemas/Page"),
    (
        "quoted-status",
        '        "200":\n          description: A page.',
        "        200:\n          description: A page.",
        "200:",
    ),
    (
        "openapi",
        "      description: All things.\n",
        "      description: All things.\n      summary: [no text]\n",
        "summary",
    ),
    (
        "openapi",
        "        - name: page\n          in: query",
        "        - name: page\n          in: nowhere",
        "name: page",
    ),
    (
        "operation-source",
        '  version: "1"\n',
        '  version: "1"\n  x-sources: {page: {document: A page., edition: "1", date: last year}}\n',
        "x-sources",
    ),
    ("server-url", "https://api.example.com/v1", "http://api.example.com/v1", "http:"),
    ("server-url", "https://api.example.com/v1", "https://api.example.com/v1/", "https:"),
    ("servers", "servers:\n  - url: https://api.example.com/v1\n", "", "openapi"),
    ("operation-id", _LIST, "", "    get:"),
    ("operation-id", "operationId: createThing", "operationId: list_things", "operationId: list_things"),
    ("operation-id", "operationId: createThing", "operationId: 1things", "operationId: 1things"),
    (
        "one-tag",
        "      tags: [Things]\n      description: All",
        "      tags: [Things, All]\n      description: All",
        "[Things, All]",
    ),
    ("one-tag", "      tags: [Things]\n      description: All", "      description: All", "    get:"),
    (
        "parameter-kind",
        "in: query\n          description: Which",
        "in: cookie\n          description: Which",
        "name: page",
    ),
    ("parameter-kind", "schema: {type: integer}\n", "content: {application/json: {schema: {}}}\n", "name: page"),
    (
        "parameter-kind",
        "schema: {type: integer}\n",
        "schema: {type: object}\n          style: deepObject\n",
        "name: page",
    ),
    (
        "parameter-kind",
        "schema: {type: array, items",
        "explode: true\n          schema: {type: array, items",
        "name: kind",
    ),
    (
        "parameter-kind",
        "schema: {type: integer}\n",
        "explode: false\n          schema: {type: integer}\n",
        "name: page",
    ),
    ("parameter-kind", "name: kind\n          in: query", "name: kind\n          in: header", "name: kind"),
    ("parameter-kind", "name: page\n          in: query", "name: Accept\n          in: header", "name: Accept"),
    ("parameter-kind", "schema: {type: integer, format: int64}", "schema: {type: number}", "ThingId"),
    ("parameter-name", "        - name: kind\n", "        - name: Page\n", "    get:"),
    (
        "request-type",
        '            schema: {$ref: "#/components/schemas/ThingCreate"}\n',
        '            schema: {$ref: "#/components/schemas/ThingCreate"}\n          text/csv: {}\n',
        "requestBody",
    ),
    (
        "request-type",
        'content:\n          application/json:\n            schema: {$ref: "#/components/schemas/ThingCreate"}\n',
        "content:\n          application/x-www-form-urlencoded:\n            schema: {type: object}\n",
        "requestBody",
    ),
    ("required-body", "        required: true\n        content", "        content", "requestBody"),
    ("one-response-type", "            text/csv:\n", "            text/plain: {}\n            text/csv:\n", '"200":'),
    ("response-status", '        "202":', '        "302":', '"302"'),
    ("response-status", '        "202":', "        default:", "default:"),
    ("response-status", '        "202":', '        "2XX":', '"2XX"'),
    ("response-status", '        "204":', '        "404":', "responses:"),
    (
        "response-status",
        "          description: Done.\n",
        "          description: Done.\n          content: {application/json: {schema: {}}}\n",
        '"204"',
    ),
    ("error-schema", '{$ref: "#/components/schemas/ErrorRep"}', "{type: string}", '"404"'),
    ("error-schema", '{$ref: "#/components/schemas/ErrorRep"}', '{$ref: "#/components/schemas/Tag"}', '"404"'),
    ("read-sent-null", _WORD, f"{_WORD}          nullable: true\n", "word:"),
    ("class-name", "    ErrorRep:\n", "    Request:\n      description: No.\n    ErrorRep:\n", "Request:"),
    ("class-name", "    ErrorRep:\n", "    error_rep:\n      description: No.\n    ErrorRep:\n", "error_rep:"),
    (
        "body-fields",
        "    ErrorRep:\n",
        "    ThingCreateFields: {description: No.}\n    ErrorRep:\n",
        "ThingCreate:",
    ),
    (
        "body-fields",
        "          enum: [running, paused]\n          description: What it shall do.\n",
        "          readOnly: true\n          description: What it shall do.\n",
        "status:",
    ),
    (
        "body-fields",
        "          description: What it shall do.\n",
        "          description: What it shall do.\n          x-required-on-create: true\n          readOnly: true\n",
        "status:",
    ),
    (
        "named-object",
        _WORD,
        "        word:\n          type: object\n          properties: {a: {description: A.}}\n",
        "word:",
    ),
    ("union", _WORD, "        word:\n          anyOf: [{type: string}, {type: integer}]\n", "word:"),
    (
        "union",
        _WORD,
        '        word:\n          allOf: [{$ref: "#/components/schemas/Thing"}, {$ref: "#/components/schemas/Tag"}]\n',
        "word:",
    ),
    (
        "no-endless-type",
        "    ErrorRep:\n",
        '    Tree: {type: array, description: No., items: {$ref: "#/components/schemas/Tree"}}\n    ErrorRep:\n',
        "Tree:",
    ),
    ("no-default", _WORD, f"{_WORD}          default: none\n", "default: none"),
    ("no-default", "schema: {type: integer}\n", "schema: {type: integer, default: 1}\n", "default: 1"),
    (
        "open-object",
        "      description: A page of",
        "      additionalProperties: false\n      description: A page of",
        "additional",
    ),
    ("array-items", _WORD, f"        more: {{type: array, description: No.}}\n{_WORD}", "more:"),
    ("parameter-kind", "items: {type: string}", "items: {}", "name: kind"),
    ("parameter-kind", "items: {type: string}", "items: {type: array, items: {type: string}}", "name: kind"),
    ("enum-value", "[running, paused]", "[running, null]", "[running, null]"),
    ("openapi", "[running, paused]", "[running, running]", "[running, running]"),
    ("enum-value", "[running, paused]", "[running, 5]", "[running, 5]"),
    ("enum-value", _WORD, "        word:\n          enum: [a, b]\n", "word:"),
    ("quoted-enum", "[running, paused]", "[running, off]", "[running, off]"),
    ("quoted-enum", "[running, paused]", "[running, NO]", "[running, NO]"),
    ("known-format", "format: date-time", "format: datetime", "format: datetime"),
    ("property-name", _WORD, f"        _word: {{type: string, description: No.}}\n{_WORD}", "        word:"),
    ("property-name", _WORD, f"        1st: {{type: string, description: No.}}\n{_WORD}", "1st:"),
    ("reserved-name", "        word:\n", "        toDict:\n", "toDict:"),
    ("python-name", _WORD, f"{_WORD}          x-python-name: Word\n", "x-python-name"),
    ("python-name", _WORD, f"{_WORD}          x-python-name: from\n", "x-python-name"),
    ("known-extension", "x-items: things", "x-item: things", "x-item:"),
    ("wire", "x-wire: epoch-seconds", "x-wire: epoch-days", "x-wire: epoch-d"),
    ("wire", "type: integer\n          x-wire", "type: string\n          x-wire", "x-wire: epoch-seconds"),
    ("wire", "items: {type: string}", "items: {type: string, x-wire: json-string}", "x-wire: json-string"),
    ("wire", "schema: {type: integer}\n", "schema: {type: string, x-wire: base64}\n", "schema:"),
    ("wire", "schema: {type: integer}\n", "schema: {type: string, x-wire: epoch-seconds}\n", "schema:"),
    ("items-key", "x-items: things", "x-items: objects", "x-items: objects"),
    ("read-required", "required: [id]", "required: [id, tags]", "required: [id, tags]"),
    ("description", "      description: All things.\n", "", "    get:"),
    ("description", "          description: Which page, from 1.\n", "", "name: page"),
    ("description", "          description: The word.\n", "", "word:"),
    ("description", "      description: A thing.\n", "", "    Thing:"),
    ("source-note", _WORD, f"{_WORD}          x-source: inferred\n", "x-source: inferred"),
    ("source-note", _WORD, f"{_WORD}          x-source: hearsay\n", "x-source: hearsay"),
]


_AUTHOR = 'oneOf: [{type: integer}, {$ref: "#/components/schemas/Author"}]'

# The same for the spec of the made-up library.
BROKEN_LIBRARY = [
    ("union", _AUTHOR, _AUTHOR.replace("integer", "array, items: {}"), "AuthorOrId:"),
    ("union", _AUTHOR, _AUTHOR.replace("integer", "string, format: date"), "AuthorOrId:"),
    ("union", _AUTHOR, _AUTHOR.replace("integer", "integer, nullable: true"), "AuthorOrId:"),
    ("union", _AUTHOR, _AUTHOR.replace("{type: integer}", '{$ref: "#/components/schemas/Shelf"}'), "AuthorOrId:"),
    ("union", _AUTHOR, f"{_AUTHOR}\n      discriminator: {{propertyName: kind}}", "AuthorOrId:"),
    (
        "union",
        'author: {$ref: "#/components/schemas/AuthorOrId"}',
        f"author:\n          description: No name.\n          {_AUTHOR}",
        "author:",
    ),
    ("union", '          place: "#/components/schemas/PlaceRule"\n', "", "LendingRule:"),
    ("union", 'place: "#/components/schemas/PlaceRule"', 'place: "#/components/schemas/Shelf"', "LendingRule:"),
    (
        "union",
        '{$ref: "#/components/schemas/Book"}\n    put',
        '{$ref: "#/components/schemas/BookOrId"}\n    put',
        '"200"',
    ),
    (
        "union",
        'schema: {$ref: "#/components/schemas/Book"}\n    put',
        'schema: {type: object, additionalProperties: {$ref: "#/components/schemas/LendingRule"}}\n    put',
        '"200"',
    ),
    (
        "one-base",
        "  /books/search:\n",
        "  /books/search:\n    servers: [{url: https://b.example.com}]\n",
        "    servers:",
    ),
    (
        "one-base",
        "      x-reads: true\n",
        "      x-reads: true\n      servers: [{url: https://b.example.com}]\n",
        "      servers:",
    ),
    (
        "request-type",
        'merge-patch+json:\n            schema: {$ref: "#/components/schemas/BookUpdate"}',
        "merge-patch+json:\n            schema: {type: array, items: {}}",
        "requestBody",
    ),
    (
        "request-type",
        'merge-patch+json:\n            schema: {$ref: "#/components/schemas/BookUpdate"}',
        'merge-patch+json:\n            schema: {$ref: "#/components/schemas/Steps"}',
        "requestBody",
    ),
    (
        "request-type",
        "text/plain:\n            schema: {type: string}",
        "multipart/form-data:\n            schema: {type: object}",
        "requestBody",
    ),
    ("required-body", "required: false", "description: No.", "requestBody"),
    (
        "required-body",
        "      description: What to find.\n",
        "      description: What to find.\n      nullable: true\n",
        "requestBody",
    ),
    (
        "required-body",
        "      description: Write a note.\n      requestBody:\n        required: true",
        "      description: Write a note.\n      requestBody:\n        required: false",
        "requestBody",
    ),
    ("reads", "x-reads: true", "x-reads: false", "x-reads"),
    ("reads", "operationId: getScan\n", "operationId: getScan\n      x-reads: true\n", "x-reads"),
    ("binary", "op: {type: string,", "op: {type: string, format: binary,", "op:"),
    ("binary", "schema: {type: array, items", "schema: {type: string, format: binary, items", "schema:"),
    ("class-name", "    NumberOrWord:\n", "    BookORId: {description: No.}\n    NumberOrWord:\n", "BookORId:"),
    ("wire", "type: string\n          x-wire: base64", "type: integer\n          x-wire: base64", "x-wire: base64"),
    ("items-key", "      required: [id]\n", "      required: [id]\n      x-items: prices\n", "x-items: prices"),
    ("read-required", "      required: [id]\n", "      required: [id, author]\n", "required: [id, author]"),
]


@pytest.mark.parametrize("text", [TINY, LIBRARY])
def test_a_spec_without_faults_has_no_findings(tmp_path: Path, text: str) -> None:
    """The specs that the other tests break are whole."""
    assert _check.check(write(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("spec", "rule", "old", "new", "culprit"),
    a_third_every_run([*((TINY, *row) for row in BROKEN), *((LIBRARY, *row) for row in BROKEN_LIBRARY)]),
)
def test_every_fault_is_found_with_its_rule_and_line(
    tmp_path: Path, spec: str, rule: str, old: str, new: str, culprit: str
) -> None:
    """Each fault breaks its own rule and no other one, at the line of the culprit."""
    text = changed(old, new, spec)
    findings = _check.check(write(tmp_path, text))
    assert {finding.rule for finding in findings} == {rule}
    assert any(culprit in text.splitlines()[finding.line - 1] for finding in findings), findings


def test_every_rule_has_a_fault_in_the_table() -> None:
    """No rule is without a proof that it finds something."""
    assert {rule.name for rule in RULES} == {rule for rule, *_ in [*BROKEN, *BROKEN_LIBRARY]}


def test_the_readme_names_the_same_rules() -> None:
    """specs/README.md explains every rule of the checker, and no other."""
    section = (ROOT / "specs" / "README.md").read_text(encoding="utf-8").split("## The rules")[1]
    assert re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE) == [rule.name for rule in RULES]


@pytest.mark.slow  # `make specs`, which is part of `make test`, does the same
def test_our_own_specs_keep_the_rules(capsys: pytest.CaptureFixture[str]) -> None:
    """The specs of this project have no findings."""
    assert check_specs.main([]) == 0, capsys.readouterr().out


def test_findings_are_printed_with_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A finding is one line that an editor can jump to, and the return code says that there was one."""
    path = write(tmp_path, changed("x-items: things", "x-items: objects"))
    assert check_specs.main([str(path)]) == 1
    line = next(index for index, text in enumerate(path.read_text().splitlines(), 1) if "x-items" in text)
    assert capsys.readouterr().out == f"{path}:{line}: items-key: objects is not an array of a named schema here\n"


def test_everything_that_is_wrong_is_named_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The findings of all files are told in their order, also beside one that cannot be read."""
    both = changed('"#/components/schemas/ThingPage"', '"#/components/schemas/Page"').replace(
        "x-items: th", "x-items: o"
    )
    paths = [
        write(tmp_path, both, "a.yaml"),
        write(tmp_path, "a: [1", "b.yaml"),
        write(tmp_path, changed("          description: The word.\n", ""), "c.yaml"),
    ]
    assert check_specs.main([str(path) for path in paths]) == 2
    told = capsys.readouterr()
    found = [line.split(": ")[:2] for line in told.out.splitlines()]
    assert [(Path(place.split(":")[0]).name, rule) for place, rule in found] == [
        ("a.yaml", "local-reference"),
        ("a.yaml", "items-key"),
        ("c.yaml", "description"),
    ]
    assert told.err.startswith(f"{paths[1]}:2: is not YAML")


@pytest.mark.parametrize(("spec", "faults"), [(TINY, BROKEN), (LIBRARY, BROKEN_LIBRARY)])
def test_no_fault_hides_another(tmp_path: Path, spec: str, faults: list[tuple[str, str, str, str]]) -> None:
    """A spec with a fault for every rule, as far as they fit into one: each is named."""
    text, there = spec, set[str]()
    for rule, old, new, _ in faults:
        if old in text and rule not in there:
            text = text.replace(old, new, 1)
            there.add(rule)
    found = _check.check(write(tmp_path, text))
    assert not [one for one in found if "cannot be checked" in one.message]
    assert {one.rule for one in found} >= there
    assert len(there) > 0.8 * len({rule for rule, *_ in faults})


def test_a_rule_that_cannot_be_checked_is_named(tmp_path: Path) -> None:
    """A spec without the shape of one has findings, and no rule is passed over in silence."""
    findings = _check.check(write(tmp_path, "openapi: 3.0.3\npaths: []\nservers: 5\n"))
    told = {finding.rule for finding in findings if "cannot be checked until the rest is right" in finding.message}
    assert "openapi" in {finding.rule for finding in findings} - told
    assert {"server-url", "quoted-status", "one-tag"} <= told


def test_a_rule_that_fails_on_its_own_is_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the checker itself is not passed over as if the spec were whole."""

    def find(document: dict[str, object]) -> Iterator[Trouble]:
        raise LookupError(str(len(document)))

    monkeypatch.setattr(_check, "RULES", [Rule("broken", find)])
    with pytest.raises(LookupError):
        _check.check(write(tmp_path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, ": cannot be read: No such file or directory"),
        ("a: [1", ":2: is not YAML"),
        ("a: 1\na: 2\n", ':2: is not YAML: found duplicate key "a"'),
        ("- a\n", ": is not an OpenAPI document, but a"),
    ],
)
def test_a_file_that_is_no_spec_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, message: str
) -> None:
    """A missing file, text that is no YAML and YAML that is no mapping are told in one line, with return code 2."""
    path = tmp_path / "wrong.yaml" if text is None else write(tmp_path, text, "wrong.yaml")
    assert check_specs.main([str(path)]) == 2
    assert re.fullmatch(rf"{re.escape(str(path) + message)}.*\n", capsys.readouterr().err)


def test_the_tiny_spec_has_the_crlf_and_utf8_of_the_world(tmp_path: Path) -> None:
    """Line ends of Windows and text beyond ASCII change nothing."""
    path = tmp_path / "tiny.yaml"
    path.write_bytes(TINY.replace("All things.", "Alle Dinge, für 10 €.").replace("\n", "\r\n").encode())
    assert _check.check(path) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("          description: Not ready yet.\n", "          headers: {}\n", "the response has no description"),
        (
            "          in: query\n",
            "          in: nowhere\n",
            "a parameter is in path, query, header or cookie, not in nowhere",
        ),
        ("          schema: {type: integer}\n", "", "the parameter has neither a schema nor content"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    """In place of the validator's words, which quote everything and say that it is of none of several forms."""
    found = _check.check(write(tmp_path, changed(old, new)))
    assert message in [finding.message for finding in found if finding.rule == "openapi"]
    assert all(len(finding.message) < 250 and "\n" not in finding.message for finding in found)
