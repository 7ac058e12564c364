"""``abclient generate``: what it prints, and how it ends."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from support.command import Command
from support.specs import changed, write


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def test_it_says_what_changed(command: Command, tmp_path: Path) -> None:
    """One line; a check exits with 1 where there is a difference, and writes nothing."""
    arguments = ("generate", write(tmp_path), "--package", "tiny_made", "--out", tmp_path)
    assert command(*arguments, "--check") == (1, f"{tmp_path / 'tiny_made'}: 20 new\n", "")
    assert command(*arguments) == (0, f"{tmp_path / 'tiny_made'}: 20 new\n", "")
    assert command(*arguments, "--check") == (0, f"{tmp_path / 'tiny_made'}: no change\n", "")


def test_each_finding_is_a_line(command: Command, tmp_path: Path) -> None:
    """With file, line and rule; the exit code is that of wrong usage, and nothing is written."""
    spec = write(tmp_path, changed("x-items: things", "x-items: objects").replace('"200":', "200:"))
    ended = command("generate", spec, "--package", "tiny_made", "--out", tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert len(ended.lines) > 1
    assert all(line.startswith(f"abclient: {spec}:") for line in ended.lines)
    assert not (tmp_path / "tiny_made").exists()


def test_a_missing_extra_is_named(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to run to get it."""
    monkeypatch.setitem(sys.modules, "openapi_python_client", None)
    for name in [name for name in sys.modules if name.startswith("abclient.codegen")]:
        monkeypatch.delitem(sys.modules, name)
    ended = command("generate", write(tmp_path), "--package", "tiny_made", "--out", tmp_path)
    assert ended == (
        2,
        "",
        "abclient: openapi_python_client is not installed: pip install 'abclient-experiments[codegen]'\n",
    )
