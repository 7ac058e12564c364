"""Each error leads to its explanation: a note, the page's headings, and what the command prints."""

from __future__ import annotations

import copy
import pickle
import re
import tomllib
from pathlib import Path

import pytest

import abclient
from abclient import errors
from abclient._documentation import DOCUMENTATION, link_of
from abclient.cli._run import exit_code_for

ROOT = Path(__file__).parents[2]
CLASSES = [
    value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, errors.ABClientError)
]
BASES = {"ABClientError", "CallError"}
SECTION = re.compile(r"^(##+) ([^\n]+)\n(.*?)(?=^##|\Z)", re.MULTILINE | re.DOTALL)
LOST = f"{DOCUMENTATION}errors/#notfounderror"


def lost() -> errors.NotFoundError:
    return errors.NotFoundError("it is not there", status=404)


def test_every_class_has_its_heading() -> None:
    """Every class has a heading on the page, as deep as it is in the tree, and every heading is a class."""
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    sections = {name: (len(marks), text) for marks, name, text in SECTION.findall(page)}
    assert {name: depth for name, (depth, _) in sections.items()} == {
        one.__name__: max(2, sum(base in CLASSES for base in one.__mro__)) for one in CLASSES
    }
    for name, (_, text) in sections.items():
        assert "**What to do.**" in text, name
        assert name in BASES or "**Causes.**" in text, name


def test_the_address_is_the_same_everywhere() -> None:
    """Notes, the distribution's metadata and the site have one address."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"]["Documentation"] == DOCUMENTATION
    assert f"\nsite_url: {DOCUMENTATION}\n" in (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("kind", "link"),
    [
        (abclient.NotFoundError, LOST),
        (errors.ABClientError, f"{DOCUMENTATION}errors/#abclienterror"),
        (type("Mine", (abclient.ExportError,), {}), f"{DOCUMENTATION}errors/#exporterror"),
        (type("Mine", (abclient.NotFoundError,), {}), LOST),
        (ValueError, None),
    ],
)
def test_a_class_leads_to_its_place(kind: type[BaseException], link: str | None) -> None:
    """A class that is not of the tree leads to its nearest base that is."""
    assert link_of(kind) == link


def test_an_error_has_one_note_however_often_it_travels() -> None:
    """The note is there from the start, once, and copies and pickles keep what else was noted."""
    error = lost()
    assert error.__notes__ == [LOST]
    error.add_note("3 were imported before")
    for twin in (copy.copy(error), copy.deepcopy(error), pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(error))))):
        assert twin.__notes__ == [LOST, "3 were imported before"]


def test_the_command_prints_each_link_once(capsys: pytest.CaptureFixture[str]) -> None:
    """One line for each kind of error, before the last line; none for what only has a text."""
    exit_code_for({"a": lost(), "b": lost(), "c": errors.ConflictError("meanwhile", status=409), "d": "why"}, done=1)
    assert capsys.readouterr().err.splitlines()[4:] == [
        f"abclient: see {LOST}",
        f"abclient: see {DOCUMENTATION}errors/#conflicterror",
        "abclient: 4 failed of 5",
    ]


def test_what_an_export_keeps_of_an_error_has_its_link(capsys: pytest.CaptureFixture[str]) -> None:
    """The text begins with the class's name; a name of something else leads nowhere."""
    failures = {"a": f"NotFoundError: {lost()}", "b": "NoRowsError: none", "c": "annotations: x", "d": "Any: y"}
    exit_code_for(failures, done=0)
    assert capsys.readouterr().err.splitlines()[4:] == [f"abclient: see {LOST}", "abclient: 4 failed of 4"]


@pytest.mark.parametrize(("variable", "is_dim"), [(None, True), ("NO_COLOR", False)])
def test_links_are_dim_at_terminals(
    variable: str | None, is_dim: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Unless the user wants no colors."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    if variable:
        monkeypatch.setenv(variable, "1")
    exit_code_for({"a": lost()}, done=0)
    assert (f"\x1b[2mabclient: see {LOST}\x1b[0m\n" in capsys.readouterr().err) is is_dim
