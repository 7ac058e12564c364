"""docs/generating.md: its files are written, its commands run, and its Python runs on what they made."""

from __future__ import annotations

import asyncio
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from abclient.testing import Sandbox
from contract.test_docs import run_blocks
from support.command import Command, credentials

PAGE = Path(__file__).parents[2] / "docs" / "generating.md"
_STEP = re.compile(
    r"(?:`(?P<file>[\w.]+)`:\n\n)?^```(?P<kind>py|yaml|sh)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world that is only read."""
    with Sandbox(experiments=3, seed=1) as running:
        yield running


async def test_the_page_does_what_it_says(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each file and command in the page's order, then the Python with a client of the sandbox."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    for variable, value in credentials(sandbox.url).items():
        monkeypatch.setenv(variable, value)
    steps = [*_STEP.finditer(PAGE.read_text(encoding="utf-8"))]
    assert {step["kind"] for step in steps} == {"py", "yaml", "sh"}
    for step in steps:
        if step["kind"] != "sh":
            Path(step["file"]).write_text(step["text"], encoding="utf-8")
            continue
        for line in step["text"].splitlines():
            program, *arguments = shlex.split(line, comments=True)
            assert program == "abclient"
            ended = await in_thread(Command(capsys), arguments)
            assert (ended.code, ended.err) == (0, ""), line
    before = set(sys.modules)
    await run_blocks("docs/generating.md")
    assert "Production" in capsys.readouterr().out
    for name in set(sys.modules) - before:  # the page's packages are gone after this test
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(tmp_path)):
            del sys.modules[name]


async def in_thread(command: Command, arguments: list[str]) -> Any:
    """Run a command outside of the test's event loop."""
    return await asyncio.to_thread(command, *arguments)
