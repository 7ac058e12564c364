"""The pages about Optimizely Classic run, and the one about the vendor's own client leaves nothing of it out."""

from __future__ import annotations

import ast
import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from support.documented_classic import PAYLOADS, Documented

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = (DOCS / "optimizely_classic.md").read_text("utf-8")
MIGRATION = (DOCS / "migrating-from-optimizely-classic-client.md").read_text("utf-8")

# The vendor ships no types: importing by name keeps everything it gives an honest Any.
theirs: Any = import_module("optimizely")
resource: Any = import_module("optimizely.resource")
error: Any = import_module("optimizely.error")


@pytest.fixture
def vendor(monkeypatch: pytest.MonkeyPatch) -> Documented:
    """Every client made meanwhile talks to a vendor that answers as documented."""
    answering = Documented()
    # The documented goal and experiment are of different projects, which would not go together.
    answering.changed["/goals/543071054"] = {"project_id": PAYLOADS["getExperiment"]["response"]["project_id"]}

    def open_transport(*given: object, **options: object) -> Documented:
        return answering

    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_CLASSIC_TOKEN", "abc:123")
    monkeypatch.setattr("abclient.client.open_transport", open_transport)
    return answering


async def run(source: str, names: dict[str, Any]) -> None:
    """The source, which may await."""
    running = eval(compile(source, "docs", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names)
    if inspect.isawaitable(running):
        await running


def rows() -> list[tuple[list[str], list[str]]]:
    """Old and new code of each row of the migration page's tables."""
    cells = re.findall(r"^\| (.*?) ?\| (.*?) ?\|$", MIGRATION, re.MULTILINE)
    return [(re.findall(r"`([^`]+)`", old), re.findall(r"`([^`]+)`", new)) for old, new in cells]


async def test_the_guide_runs(vendor: Documented, capsys: pytest.CaptureFixture[str]) -> None:
    """Its blocks run one after the other, each with the names of those before."""
    names: dict[str, Any] = {}
    blocks = re.findall(r"^```python\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
    for block in blocks:
        await run(block, names)
    assert len(blocks) == 10
    assert "My even newer project name" in capsys.readouterr().out


async def test_the_new_lines_run(vendor: Documented) -> None:
    """Each new line runs after the ones above it; what an old line assigns, the new one assigns too."""
    names: dict[str, Any] = {}
    new_lines = [(old, line) for old, new in rows() for line in new if old != ["optimizely"]]
    for old, line in new_lines:
        await run(line, names)
        assigned = re.match(r"(\w+) = ", old[0]) if old else None
        if assigned and assigned[1] != "client":
            assert f"{assigned[1]} = " in line
    assert len(new_lines) > 70
    assert {seen.operation for seen in vendor.seen} >= {"updateGoal", "deleteDimension", "getExperimentStats"}


def test_the_old_lines_are_all_there_is() -> None:
    """Every method of the vendor's client and every error of it has a row."""
    old = "\n".join(line for lines, _ in rows() for line in lines)
    kinds = {"Project", "Experiment", "Variation", "Goal", "Audience", "Dimension", "Schedule"}
    for kind in kinds:
        theirs_of_kind = getattr(resource, kind)
        for method in {"get", "create", "update"}:
            assert f"client.{kind}s.{method}(" in old
        for method, _ in inspect.getmembers(theirs_of_kind, inspect.isfunction):
            if not method.startswith("_") and method != "get_child_objects":
                assert f"{kind.lower()}.{method}(" in old
    client = theirs.Client("abc:123", "legacy")
    collections = {name for name in dir(client) if hasattr(getattr(client, name), "create")}
    assert collections == {f"{kind}s" for kind in kinds}
    for name, _ in inspect.getmembers(error, inspect.isclass):
        assert f"from optimizely.error import {name}" in old


@pytest.mark.parametrize("line", [line for old, _ in rows() for line in old if line != "abclient"])
def test_the_old_lines_are_python(line: str) -> None:
    """An old line is what somebody may really have written."""
    ast.parse(line)
