"""``abclient record`` and ``abclient drift --answers`` against the sandbox, whose answers are as documented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from abclient.testing import Sandbox
from abclient.vendor import BUILT_IN
from support.command import Command, credentials


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """A small world, which no test changes."""
    with Sandbox(experiments=4, seed=1) as running:
        yield running


@pytest.fixture
def command(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command with the sandbox's credentials and addresses."""
    for name, value in credentials(sandbox.url).items():
        monkeypatch.setenv(name, value)
    return Command(capsys)


@pytest.mark.slow
@pytest.mark.parametrize("vendor", BUILT_IN)
def test_recorded_answers_are_as_documented(vendor: str, tmp_path: Path, command: Command) -> None:
    """What the vendor's operations answer is kept without values, and has nothing that the specification has not."""
    answers = tmp_path / "answers"
    recorded = command("record", vendor, "--out", answers, "--limit", "2")
    assert (recorded.code, recorded.err) == (0, "")
    files = sorted(answers.glob("*.json"))
    assert files
    assert recorded.out.endswith(
        f"{len(files)} new answer{'' if len(files) == 1 else 's'} of 2 experiments, without values\n"
    )
    assert answers.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    found = command("drift", vendor, "--answers", answers, "--strict")
    assert (found.code, found.out) == (0, "0 new, 0 gone, 0 different\n")


def test_a_field_that_no_document_has_is_found(tmp_path: Path, command: Command) -> None:
    """An answer that is changed by hand shows what a vendor's change would."""
    answers = tmp_path / "answers"
    assert command("record", "optimizely", "--out", answers).code == 0
    path = next(answers.glob("list_projects-*.json"))
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["body"][0]["mood"] = ""
    path.write_text(json.dumps(kept), encoding="utf-8")
    found = command("drift", "optimizely", "--answers", answers, "--strict")
    assert (found.code, found.out.splitlines()[0]) == (1, "new: Project.mood: property that answers have")


def test_what_cannot_be_written_to_is_named(tmp_path: Path, command: Command) -> None:
    """A file in place of the directory is one line, before anything is fetched."""
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    ended = command("record", "optimizely", "--out", file)
    assert ended.code == 2
    assert ended.err.startswith(f"abclient: {file} cannot be written to: ")
