"""``abclient generate`` and ``abclient normalise``: what they print, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from abclient.codegen import _package
from abclient.codegen._scratch import scratch_in
from abclient.codegen.spec import _check
from support.command import Command
from support.published import MUSEUM
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


def test_a_published_document_is_told_from_a_mistake(command: Command, tmp_path: Path) -> None:
    """The last line says what rewrites it; the exit code is that of wrong usage."""
    ended = command("generate", write(tmp_path, MUSEUM, "published.yaml"), "--package", "tiny_made", "--out", tmp_path)
    *findings, last = ended.lines
    assert (ended.code, ended.out, len(findings) > 1) == (2, "", True)
    assert last == "abclient: if SPEC is a published document, `abclient normalise SPEC --out FILE` rewrites it"


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


@pytest.mark.parametrize("command_line", [("generate", "--package", "tiny_api"), ("normalise",)])
def test_what_cannot_be_written_is_named(command: Command, tmp_path: Path, command_line: tuple[str, ...]) -> None:
    """By the place that was given, and not by that of a draft."""
    spec = write(tmp_path)
    ended = command(command_line[0], spec, *command_line[1:], "--out", spec / "there")
    assert (ended.code, ended.out) == (2, "")
    assert f"{spec / 'there'}" in ended.err
    assert "cannot be written: Not a directory" in ended.err


def test_an_interruption_leaves_nothing_behind(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SIGTERM while a package is made: the draft is gone, and the exit code is that of the signal."""

    def interrupted(package: Path) -> None:
        assert package.is_dir()
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(_package, "tidy", interrupted)
    ended = command("generate", write(tmp_path), "--package", "tiny_api", "--out", tmp_path / "out")
    assert (ended.code, ended.err) == (143, "abclient: interrupted\n")
    assert [*(tmp_path / "out").iterdir()] == []


KILLED = """
import os, signal, sys
from pathlib import Path
from abclient.codegen import _directory, _package

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if sys.argv[1] == "made":
    _package.tidy = killed
else:
    _directory.Path.rename = lambda self, to: killed() if self.parent.parent == Path("out") else os.rename(self, to)
_package.generate(Path("tiny.yaml"), "tiny_api", Path("out"))
"""


@pytest.mark.parametrize("when", ["made", "moved"])
def test_what_a_killed_run_left_is_gone_after_the_next(command: Command, tmp_path: Path, when: str) -> None:
    """SIGKILL lets no run clean up: the next one does, whatever it makes, and puts back what had been moved away."""
    out = tmp_path / "out"
    spec = write(tmp_path)
    assert command("generate", spec, "--package", "tiny_api", "--out", out).code == 0
    write(tmp_path, changed("All things.", "Each thing."))
    done = subprocess.run([sys.executable, "-c", KILLED, when], cwd=tmp_path, check=False)
    assert done.returncode == -signal.SIGKILL
    left = [one.name for one in out.glob(".*")]
    assert left
    assert (out / "tiny_api").exists() == (when == "made")
    with scratch_in(out) as in_use:
        assert command("generate", spec, "--package", "tiny_api", "--out", out, "--check").code == 1
        assert {one.name for one in out.glob(".*")} == {*left, in_use.name}
        assert command("generate", spec, "--package", "other_api", "--out", out).code == 0
        assert {one.name for one in out.iterdir()} == {"other_api", "tiny_api", in_use.name}
    assert command("generate", spec, "--package", "tiny_api", "--out", out).out.endswith(" changed\n")


def test_a_published_document_is_rewritten(command: Command, tmp_path: Path) -> None:
    """To a file, with the report on standard output, or to standard output, with the report on standard error."""
    published = write(tmp_path, MUSEUM, "published.yaml")
    write(tmp_path, "Part: {type: object, properties: {size: {type: integer}}}\n", "parts.yaml")
    out = tmp_path / "museum.yaml"
    ended = command("normalise", published, "--out", out)
    assert (ended.code, ended.err) == (0, "")
    *report, last = ended.out.splitlines()
    assert last == f"{out}: 4 operations, 14 schemas"
    assert "guessed: the list of a page, x-items (1)" in report
    assert "  GET /rooms: rooms" in report
    printed = command("normalise", published)
    assert command("normalise", published, "--out", "-") == printed
    assert (printed.code, printed.out) == (0, out.read_text())
    assert printed.err.splitlines() == report
    as_json = tmp_path / "museum.json"
    assert command("normalise", published, "--out", as_json, "--operation", "get-*", "--tag", "rooms").code == 0
    assert list(json.loads(as_json.read_text())["paths"]) == ["/rooms/{id}/picture"]


def test_what_a_person_decided_is_not_overwritten(command: Command, tmp_path: Path) -> None:
    """A file that exists is refused before anything is read; so is a document that cannot be used."""
    out = write(tmp_path, "decided: true\n", "out.yaml")
    ended = command("normalise", tmp_path / "none.yaml", "--out", out)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"abclient: --out {out}: exists already")
    assert out.read_text() == "decided: true\n"
    ended = command("normalise", out, "--out", tmp_path / "new.yaml")
    assert ended == (2, "", f"abclient: {out}:1: openapi-version: is not OpenAPI; 2.0 and 3.x are read\n")
    assert not (tmp_path / "new.yaml").exists()


def test_what_is_left_to_fix_is_listed(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Should anything keep a package from being generated, the exit code says so."""

    def check(path: Path, document: object, *, ours: bool) -> list[str]:
        assert document
        assert not ours
        return [f"{path}:1: rule: something"]

    monkeypatch.setattr(_check, "check_document", check)
    out = tmp_path / "out.yaml"
    ended = command("normalise", write(tmp_path), "--out", out)
    assert ended.code == 3
    assert f"to decide: {out}:1: rule: something" in ended.out.splitlines()


@pytest.mark.parametrize("suffix", ["yaml", "json"])
def test_words_that_look_like_other_values_are_no_finding(command: Command, tmp_path: Path, suffix: str) -> None:
    """Values such as no and 2024-01-01 are written in quotes, so nothing is left to be decided of them."""
    schema = "{type: string, enum: ['no', 'on', '2024-01-01', '~', '1_0', '0x10', '12:30:00', 'null', '.inf', '']}"
    path = (
        "paths: {/a: {get: {operationId: a, tags: [t], parameters: [{name: p, in: query, schema: SCHEMA}], responses: "
    )
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\nservers: [{url: 'https://a.example.com'}]\n" + path
    text = text.replace("SCHEMA", schema) + "{'204': {description: Done.}}}}}\n"
    ended = command("normalise", write(tmp_path, text, "published.yaml"), "--out", tmp_path / f"out.{suffix}")
    assert (ended.code, ended.out) == (0, f"{tmp_path / f'out.{suffix}'}: 1 operation, 0 schemas\n")
