"""``abclient diff``, and what ``make generate`` says of a changed spec."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

import spec_changes
from abclient.codegen.diff import _compare
from abclient.codegen.diff._compare import compare
from abclient.codegen.diff._uses import uses
from abclient.codegen.spec._model import load
from support.command import Command
from support.specs import TINY, changed, write

_ENUM = "enum: [running, paused]"
_MORE = changed(_ENUM, "enum: [running, paused, stopped]")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command."""
    return Command(capsys)


def test_descriptions_do_not_count(tmp_path: Path, command: Command) -> None:
    """New words for the same thing are not a change, whatever level is asked for."""
    new = write(tmp_path, TINY.replace("A thing.", "Something."), "new.yaml")
    ended = command("diff", write(tmp_path), new, "--fail-on", "additive")
    assert (ended.code, ended.out, ended.err) == (0, "no changes that callers can see\n", "")


def test_an_interruption_ends_a_comparison(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SIGTERM while it compares, which it does without a pause, ends it at once, with the signal's exit code."""

    def endless(*specs: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)
        pytest.fail("it went on")

    monkeypatch.setattr(_compare, "compare", endless)
    ended = command("diff", write(tmp_path), write(tmp_path))
    assert (ended.code, ended.out, ended.err) == (143, "", "abclient: interrupted\n")


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        (_MORE, "breaking", 0),
        (_MORE, "behavioral", 1),
        (_MORE, "additive", 1),
        (changed("[Things]", "[Items]"), "breaking", 1),
        (changed("[Things]", "[Items]"), "additive", 1),
        (TINY + "    Orphan: {type: object, description: Unused.}\n", "additive", 0),
    ],
)
def test_the_exit_code_is_what_was_asked_for(
    tmp_path: Path, command: Command, text: str, level: str, code: int
) -> None:
    """1 for a change of the level or of a worse one; 0 without such a wish."""
    files = (write(tmp_path), write(tmp_path, text, "new.yaml"))
    assert command("diff", *files, "--fail-on", level).code == code
    assert command("diff", *files).code == 0


def test_breaking_changes_come_first(tmp_path: Path, command: Command) -> None:
    """One line for each change, then how many there are."""
    text = changed("[Things]", "[Items]", _MORE)
    out = command("diff", write(tmp_path), write(tmp_path, text, "new.yaml")).out
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "breaking",
        "behavioral",
        "1 breaking, 1 behavioral, 0 additive",
    ]


def test_json_names_each_change(tmp_path: Path, command: Command) -> None:
    """For programs: level, kind, where, which names, and the words."""
    old, new = write(tmp_path), write(tmp_path, _MORE, "new.yaml")
    expected = {
        "old": str(old),
        "new": str(new),
        "summary": {"breaking": 0, "behavioral": 1, "additive": 0},
        "changes": [
            {
                "level": "behavioral",
                "kind": "response-property-value-added",
                "where": "Thing",
                "names": ["status"],
                "what": "status value 'stopped' is new",
            }
        ],
    }
    assert command("diff", old, new, "--json").document == expected
    assert command("diff", old, new, "--format", "json").document == expected


def test_markdown_is_a_section_for_the_changelog(tmp_path: Path, command: Command) -> None:
    """Changes stand below headings, ready to be pasted."""
    out = command("diff", write(tmp_path), write(tmp_path, _MORE, "new.yaml"), "--format", "markdown").out
    assert out == "### Behavioral\n\n- `Thing`: status value 'stopped' is new\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "new.yaml: cannot be read: No such file or directory"),
        ("[1]", "new.yaml: is not an OpenAPI document, but a list"),
        ("openapi: 3.0.3\n", "new.yaml:1: openapi: 'info' is a required property"),
        ("a: [", "new.yaml:2: is not YAML: "),
        (TINY.replace("tags: [Things]", "tags: []"), "new.yaml:12: one-tag: "),
        (TINY.replace("openapi: 3.0.3", "openapi: 3.1.0"), "new.yaml:1: openapi-version: "),
    ],
)
def test_what_is_not_a_spec_is_named(tmp_path: Path, command: Command, content: str | None, said: str) -> None:
    """With file, line and rule, and the code for wrong usage."""
    new = tmp_path / "new.yaml"
    if content is not None:
        new.write_text(content, encoding="utf-8")
    ended = command("diff", write(tmp_path), new)
    assert (ended.code, ended.out) == (2, "")
    told = ended.err.replace('"', "'")  # of the validator's two engines, one prefers the other quotes
    assert told.startswith(f"abclient: {tmp_path}/{said}")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a spec and files that use it, as committed; it is the current directory."""
    root = tmp_path / "repository"
    for folder in ("specs", "src/abclient/vendors/tiny", "src/abclient/sandbox/tiny"):
        (root / folder).mkdir(parents=True)
    write(root / "specs", TINY)
    (root / "src/abclient/vendors/tiny/things.py").write_text(
        "from abclient_api.tiny.api import things\n\n\ndef status():\n    return things.get_thing.request(1).status\n",
        encoding="utf-8",
    )
    (root / "src/abclient/sandbox/tiny/things.py").write_text("THING = {'exportThings': 1}\n", encoding="utf-8")
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    author = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    for arguments in (("init", "-q"), ("add", "."), (*author, "commit", "-q", "-m", "one")):
        subprocess.run(["git", *arguments], cwd=root, check=True)
    monkeypatch.chdir(root)
    return root


def test_a_revision_of_git_is_read(repository: Path, command: Command) -> None:
    """REVISION:PATH stands for the file as git has it; what git lacks is named."""
    (repository / "specs" / "tiny.yaml").write_text(_MORE, encoding="utf-8")
    assert "value 'stopped' is new" in command("diff", "HEAD:specs/tiny.yaml", "specs/tiny.yaml").out
    ended = command("diff", "HEAD:specs/none.yaml", "specs/tiny.yaml")
    assert ended.code == 2
    assert ended.err.startswith("abclient: HEAD:specs/none.yaml: ")
    ended = command("diff", "--", "--output=x:specs/tiny.yaml", "specs/tiny.yaml")
    assert ended.code == 2
    assert not (repository / "x").exists()


def test_make_generate_tells_changes_and_where_they_are_used(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Since the last commit: the changes of each spec, and the files and lines that use what has changed."""
    assert spec_changes.main([], repository) == 0
    assert capsys.readouterr().out == ""
    text = changed("operationId: exportThings", "operationId: downloadThings", _MORE)
    (repository / "specs" / "tiny.yaml").write_text(text, encoding="utf-8")
    write(repository / "specs", TINY, "fresh.yaml")
    assert spec_changes.main([], repository) == 0
    assert capsys.readouterr().out.splitlines() == [
        "specs/tiny.yaml:",
        "  breaking: exportThings: is called downloadThings now",
        "  behavioral: Thing: status value 'stopped' is new",
        "  1 breaking, 1 behavioral, 0 additive",
        "  exportThings: is called downloadThings now: used in src/abclient/sandbox/tiny/things.py:1",
        "  Thing: status value 'stopped' is new: used in src/abclient/vendors/tiny/things.py:5",
        "not in HEAD, or there is no git: specs/fresh.yaml",
    ]


def test_a_spec_that_changes_only_in_words_is_said_to(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever changed it hears that callers do not see it."""
    (repository / "specs" / "tiny.yaml").write_text(TINY.replace("A thing.", "Something."), encoding="utf-8")
    assert spec_changes.main(["HEAD"], repository) == 0
    assert capsys.readouterr().out == "specs/tiny.yaml: nothing that callers can see\n"


def test_additions_are_used_nowhere(tmp_path: Path) -> None:
    """What is new needs no look at the code, even if it has a name that stands there."""
    file = tmp_path / "use.py"
    file.write_text("get_thing(more=1)\n", encoding="utf-8")
    more = "        more:\n          type: string\n          description: More.\n        word:\n"
    old = load(write(tmp_path))
    new = load(write(tmp_path, changed("        word:\n", more), "new.yaml"))
    assert uses(old, new, compare(old, new), [file]) == {}


def test_specs_know_the_files_of_their_vendor() -> None:
    """The client's and the sandbox's own, and what several editions share; not another vendor's."""
    found = {path.relative_to(spec_changes.ROOT).as_posix() for path in spec_changes.files_of("optimizely")}
    assert "src/abclient/vendors/optimizely/client.py" in found
    assert "src/abclient/vendors/_optimizely_v2.py" in found
    assert not any("/optimizely_flags/" in path for path in found)
    scheduling = {path.parent.name for path in spec_changes.files_of("optimizely_flags_scheduling")}
    assert "optimizely_flags" in scheduling


def test_published_documents_are_rewritten_first(tmp_path: Path, command: Command) -> None:
    """What a vendor publishes is not in our dialect; ``--normalise`` compares what would be generated of it."""
    text = """\
openapi: 3.1.0
info: {title: Published, version: "1"}
servers: [{url: "https://api.example.com"}]
paths:
  /words:
    get:
      operationId: listWords
      tags: [Words, Other]
      responses:
        "200":
          description: All.
          content:
            application/json:
              schema:
                type: array
                items: {allOf: [{$ref: "#/components/schemas/Base"}, {properties: {word: {type: [string, "null"]}}}]}
components:
  schemas:
    Base: {type: object, properties: {id: {type: integer}}}
"""
    old, new = write(tmp_path, text), write(tmp_path, text.replace("id: {", "key: {"), "new.yaml")
    refused = command("diff", old, new)
    assert refused.code == 2
    assert refused.err.endswith(f"{old}: if it is a published document, `--normalise` rewrites it first\n")
    out = command("diff", old, new, "--normalise").out.splitlines()
    assert len(out) == 3
    assert out[0].endswith(": id is gone")
    assert out[1].endswith(": key is new")
