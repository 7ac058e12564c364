"""Every kind of change of a spec is told, as what it is for callers, and nothing else is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from abclient.codegen._render import render
from abclient.codegen.diff._change import KINDS, Level
from abclient.codegen.diff._change import Change as Told
from abclient.codegen.diff._compare import compare
from abclient.codegen.diff._output import counts, lines, markdown
from abclient.codegen.diff._types import aspects, parse, text_of
from abclient.codegen.spec._model import spec_of
from support.cases import a_third_every_run
from support.oasdiff_checks import checks
from support.spec_changes import CHANGES, Change, Document, Expected, base
from support.spec_users import program

ROOT = Path(__file__).parents[2]
OLD = spec_of(base().data)


def told(*changes: Change) -> list[Told]:
    """What is told of changes of the made-up API."""
    document = base()
    for change in changes:
        change(document)
    return compare(OLD, spec_of(document.data))


@pytest.mark.parametrize(
    ("change", "expected"), a_third_every_run(one[1:] for one in CHANGES), ids=[one[0] for one in CHANGES]
)
def test_each_change_is_told_and_nothing_else(change: Change, expected: list[Expected]) -> None:
    """Kind, place and words, of one change of the made-up API."""
    assert sorted((one.kind, one.where, one.what) for one in told(change)) == sorted(expected)


def test_every_kind_of_change_has_an_example() -> None:
    """No kind exists that the changes of the made-up API do not show, except the opposites of some."""
    shown = {kind for _, _, expected in CHANGES for kind, _, _ in expected}
    assert sorted(KINDS.keys() - shown) == [
        "body-limits-changed",
        "parameter-became-optional",
        "parameter-type-widened",
        "parameter-undeprecated",
        "parameter-wire-form-changed",
        "request-property-deprecated",
        "request-property-secrecy-changed",
        "request-property-undeprecated",
        "request-property-wire-name-changed",
        "response-property-became-not-nullable",
        "response-property-default-changed",
        "response-property-limits-changed",
    ]


def _rename_a_kind(document: Document) -> None:
    document.schemas["TimeRule"] = document.schemas.pop("HourRule")
    document.schemas["Rule"]["oneOf"][1] = {"$ref": "#/components/schemas/TimeRule"}
    document.schemas["Rule"]["discriminator"]["mapping"]["hour"] = "#/components/schemas/TimeRule"


_THERE_AND_BACK: list[tuple[Change, str, str]] = [
    (lambda d: d.parameter("page").update(required=True), "parameter-became-required", "parameter-became-optional"),
    (lambda d: d.parameter("page").update(deprecated=True), "parameter-deprecated", "parameter-undeprecated"),
    (
        lambda d: d.properties("Errand")["id"].update(nullable=True),
        "response-property-became-nullable",
        "response-property-became-not-nullable",
    ),
    (
        lambda d: d.properties("Search")["text"].update(deprecated=True),
        "request-property-deprecated",
        "request-property-undeprecated",
    ),
    (
        lambda d: d.properties("Search")["text"].update(format="password"),
        "request-property-secrecy-changed",
        "request-property-secrecy-changed",
    ),
    (
        lambda d: d.properties("Person")["name"].update(maxLength=9, **{"x-default": "x"}),
        "response-property-limits-changed response-property-default-changed",
        "response-property-limits-changed response-property-default-changed",
    ),
    (
        lambda d: d.properties("Search").update(Text=d.properties("Search").pop("text")),
        "request-property-wire-name-changed",
        "request-property-wire-name-changed",
    ),
    (
        lambda d: d.schemas["Rule"]["discriminator"]["mapping"].update(night="#/components/schemas/HourRule"),
        "discriminator-changed",
        "discriminator-changed",
    ),
    (_rename_a_kind, "schema-renamed", "schema-renamed"),
]


@pytest.mark.parametrize(("change", "there", "back"), _THERE_AND_BACK)
def test_the_way_back_is_told_as_well(change: Change, there: str, back: str) -> None:
    """Kinds that the examples do not show are the opposites of others."""
    document = base()
    change(document)
    new = spec_of(document.data)
    assert {one.kind for one in compare(OLD, new)} == set(there.split())
    assert {one.kind for one in compare(new, OLD)} == set(back.split())


@pytest.mark.parametrize(
    ("old", "new", "sent", "found"),
    [
        ("int | str", "int | str | bool", True, ["type-widened: is bool | int | str, was int | str"]),
        ("list[int]", "list[float]", True, ["type-compatible: items: is float, was int"]),
        ("list[int]", "list[float]", False, ["type-changed: items: is float, was int"]),
        ("dict[str, Any]", "Any", False, ["type-compatible: is Any, was dict[str, Any]"]),
        ("Literal['a'] | str", "Literal['a', 'b'] | str", False, ["value-added: value 'b' is new"]),
        ("Literal['a'] | str", "Literal['a', 'b'] | str", True, []),
        ("Literal['a'] | int", "Literal['b'] | str", True, ["value-removed", "value-added", "type-changed"]),
        ("list[Literal['a']]", "list[str]", True, ["became-free: items: may be any str now, was one of 'a'"]),
        ("Literal[1]", "str", True, ["type-changed: is str, was Literal[1]"]),
    ],
)
def test_types_are_compared_as_a_checker_does(old: str, new: str, sent: bool, found: list[str]) -> None:
    """What is sent may become more, and what is read less; an enum that any value fits is a hint."""
    told = [f"{one.suffix}: {one.what}" for one in aspects(parse(old), parse(new), sent=sent)]
    assert len(told) == len(found)
    assert all(one.startswith(other) for one, other in zip(told, found, strict=True))


def test_long_enums_are_cut() -> None:
    """Of a hundred values, a line names some."""
    many = f"Literal[{', '.join(map(str, range(100)))}]"
    assert text_of(parse(many)).endswith(" and 92 more]")


def test_what_changes_alike_is_one_line() -> None:
    """Three operations with the same new argument, and several new fields of one class, are told together."""
    found = told(
        lambda d: d.paths["/people/{person_id}/errands/{errand_key}"]["parameters"].append(_SIZE),
        lambda d: d.operation("exportErrands").update(parameters=[_SIZE]),
        lambda d: d.properties("Person").update({name: {"type": "string", "description": name} for name in "cab"}),
    )
    assert counts(found) == {"breaking": 0, "behavioral": 0, "additive": 7}
    assert lines(found) == [
        "additive: Person: a, b and c are new",
        "additive: deleteErrand, exportErrands, getErrand and 1 more: parameter size is new",
        "0 breaking, 0 behavioral, 7 additive",
    ]


_SIZE = {"name": "size", "in": "query", "description": "How many.", "schema": {"type": "integer"}}


def test_markdown_shows_names_as_they_are() -> None:
    """A name of a vendor makes no link, no emphasis and no table in the changelog."""
    odd = "<b>*[x](y)|`_z_"
    found = told(lambda d: d.properties("ErrandInput")["state"].update(enum=["open", "done", odd]))
    assert markdown(found).splitlines() == [
        "### Additive",
        "",
        r"- `ErrandInput`: state value '\<b\>\*\[x\](y)\|\`\_z\_' is new",
    ]
    broken = told(lambda d: d.data.update(servers=[{"url": "https://example.com/\n\n# $a$"}]))
    assert (
        markdown(broken)
        .splitlines()[2]
        .startswith(r"- All operations: requests go to https://example.com/ \# \$a\$, went to ")
    )
    done = {"tags": ["Errands"], "responses": {"204": {"description": "Done."}}}
    ticked = told(lambda d: d.data["paths"].update({"/x": {"put": {"operationId": "list``<b>`\n- x", **done}}}))
    assert markdown(ticked).endswith("- ``` list``<b>` - x ```: is new (PUT /x)")
    assert markdown([]) == "No changes that callers can see."


def test_a_change_has_a_kind_that_exists() -> None:
    """A misspelt kind is noticed where it is made."""
    with pytest.raises(ValueError, match=r"^nonsense is not a kind of change$"):
        Told(kind="nonsense", where="", what="")


def test_each_check_of_oasdiff_is_a_kind_of_ours_or_explained() -> None:
    """Its 509 published checks: none is unknown here, and what is an error there is not only an addition here."""
    known = list(checks())
    assert len({check for _, check, _ in known}) == len(known) == 509
    reasons = {kind for _, _, kinds in known for kind in kinds if len(kind) == 1}
    assert reasons == set("dhilo")
    unknown = {kind for _, _, kinds in known for kind in kinds if len(kind) > 1} - KINDS.keys()
    assert unknown == set()
    milder = {
        check
        for level, check, kinds in known
        if level == "E" and all(KINDS.get(kind) is Level.ADDITIVE for kind in kinds)
    }
    assert milder == set()


@pytest.mark.slow
def test_a_type_checker_agrees_about_what_breaks(tmp_path: Path) -> None:
    """A program for the old code has an error with the new one where a change is breaking, and nowhere else."""
    many = tmp_path / "many"
    many.mkdir()
    for shared in (ROOT / "generated" / "abclient_api").glob("_*.py"):
        shutil.copy(shared, many)
    expected: dict[str, bool] = {}
    for index, (_, change, _) in enumerate(CHANGES):
        document = base()
        change(document)
        render(Path(f"m{index}.yaml"), spec_of(document.data), many / f"m{index}")
        (tmp_path / f"use_m{index}.py").write_text(program(OLD, f"many.m{index}", "many._runtime"), encoding="utf-8")
        expected[f"use_m{index}.py"] = any(one.level is Level.BREAKING for one in told(change))
    assert _with_errors(tmp_path) == sorted(name for name, breaks in expected.items() if breaks)


def _with_errors(directory: Path) -> list[str]:
    """The programs in which mypy finds an error."""
    config = directory / "mypy.ini"
    config.write_text("[mypy]\nstrict = True\nincremental = False\n", encoding="utf-8")
    programs = sorted(path.name for path in directory.glob("use_*.py"))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--config-file", config.name, *programs],
        cwd=directory,
        env={**os.environ, "MYPYPATH": str(directory)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    found = {line.partition(":")[0] for line in done.stdout.splitlines() if ": error:" in line}
    assert found <= set(programs), done.stdout
    return sorted(found)


def test_the_program_of_the_checker_uses_everything() -> None:
    """Each operation is called, each attribute read, each body made: else the checker could not find what breaks."""
    text = program(OLD, "many.m0", "many._runtime")
    assert all(f"def call_{name}(" in text for name in ("list_errands", "delete_errand", "write_note"))
    assert "runner: int | models.Person | None = it.runner" in text
    assert "models.ErrandInput(key=key)" in text
    assert "least: models.NoteCreateFields = {'text': text}" in text


def test_what_no_operation_uses_is_not_looked_at() -> None:
    """An orphan may become anything."""

    def change(document: Document) -> None:
        document.properties("Orphan").update(
            word={"type": "integer", "description": "A number."}, more={"type": "string"}
        )

    assert told(change) == []


def test_the_page_has_every_kind_with_its_level() -> None:
    """docs/spec-changes.md lists them all, each beside its level."""
    page = (ROOT / "docs" / "spec-changes.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in page[page.index("## Kinds of changes") :].splitlines() if "`" in line]
    listed = {
        kind: level.strip() for level, kinds in rows[1:] for kind in kinds.replace("`", "").replace(" ", "").split(",")
    }
    assert listed == {kind: level.value for kind, level in KINDS.items()}
