"""The command at a terminal: whatever a vendor sends, in any style, the terminal shows it and does not obey it."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from abclient._console.terminal import visible
from support.command import COMMAND, at_a_terminal, credentials
from support.optimizely_server import OptimizelyServer, experiment, serving

pytestmark = pytest.mark.slow

EVIL = (
    "be\x1b]0;owned\x07\x1b[2J\x9b2J\x9d0;owned\x9cg\x7f\x08\rin\u202e\u2066\u200f\u061c\u200b\u2028\u2029\ufeff"
    "\u3164\U000e0041 \n\x1b[8mend"
)
HALF = "half \ud83d"

OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[1A|\x1b\[2K|\r(?=\x1b|\n|$)|\n")
"""What tables, bars and colours of our own are made of."""


@pytest.fixture(scope="module")
def server() -> Iterator[OptimizelyServer]:
    """A vendor whose every name would command a terminal."""
    variations: list[dict[str, Any]] = [{"variation_id": one, "name": EVIL, "weight": 5000} for one in (1, 2)]
    named = [experiment(1, name=EVIL, variations=variations, status="running"), experiment(2, name=HALF)]
    listed = serving(*named, metric=EVIL)

    def route(path: str) -> tuple[int, object]:
        if path.startswith("/v2/refused"):
            return 403, {"message": EVIL, "code": EVIL, "uuid": EVIL}
        return listed(path)

    with OptimizelyServer(route) as running:
        yield running


def seen_at_a_terminal(server: OptimizelyServer, *arguments: str, **environment: str) -> str:
    with at_a_terminal(*arguments, environment={**server.environment, **environment}) as process:
        assert process.stdin
        assert process.stdout
        said = b""
        while more := process.stdout.read(65536):
            said += more
    return said.decode(environment.get("PYTHONIOENCODING", "utf-8"))


STYLES = [
    "experiments list optimizely",
    "experiments list optimizely --format csv",
    "experiments list optimizely --format json",
    "experiments show optimizely 1 2",
    "experiments show optimizely 1 2 --format json",
    "results optimizely",
    "results optimizely --format csv",
    "results optimizely --format json",
    "results optimizely --format jsonl",
    "--debug results optimizely --format csv",
    "health optimizely",
    "health optimizely --format json",
    "experiments list optimizely --project 6 --base-url {refused}",
    "--debug experiments list optimizely --project 6 --base-url {refused}",
    "results optimizely 1 --base-url {refused}",
    "doctor optimizely --base-url {refused}",
    "doctor optimizely --format json --base-url {refused}",
]


@pytest.mark.parametrize("line", STYLES)
def test_nothing_a_vendor_sends_commands_the_terminal(line: str, server: OptimizelyServer) -> None:
    """No style lets through what moves the cursor, sets the title or hides text; the rest of a name is shown."""
    refused = server.environment["ABCLIENT_OPTIMIZELY_BASE_URL"].replace("/v2", "/v2/refused")
    said = seen_at_a_terminal(server, *line.format(refused=refused).split())
    assert "end" in said
    left = OURS.sub("", said)
    assert [letter for letter in left if not visible(letter)] == []
    assert "\x1b[8m" not in said


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("arguments", ["results optimizely", "experiments list optimizely"])
def test_tables_are_as_wide_as_the_terminal(width: int, arguments: str) -> None:
    """No line is longer, ids and figures are whole, and the long name ends in an ellipsis."""
    named = experiment(12345678901234567, name="A long name " * 20)
    with OptimizelyServer(serving(named, metric="Purchases of returning visitors")) as server:
        said = seen_at_a_terminal(server, *arguments.split(), COLUMNS=str(width), NO_COLOR="1")
    lines = [
        line for line in OURS.sub("\n", said).split("\n") if line and "\N{BOX DRAWINGS HEAVY HORIZONTAL}" not in line
    ]
    assert max(map(cell_len, lines)) <= width
    (named_line,) = [line for line in lines if "12345678901234567" in line]
    assert named_line.startswith("12345678901234567 ")
    assert "A long name" in named_line
    assert "\N{HORIZONTAL ELLIPSIS}" in named_line
    if arguments.startswith("results"):
        (compared,) = [line for line in lines if "Variation 2" in line]
        assert compared.split() == ["Variation", "2", "+20.0%", "+10.0%", "+30.0%", "97.0%", "1,000", "0.12"]


@pytest.mark.parametrize("subject", ["experiments list optimizely", "results optimizely"])
def test_files_and_pipes_get_every_letter(subject: str, server: OptimizelyServer) -> None:
    """In a pipe CSV and JSON hold the very name, and JSON is harmless even then; half a letter costs nothing."""
    texts: dict[str, str] = {}
    for style in ("--format=csv", "--format=json"):
        ended = subprocess.run(
            [*COMMAND, *subject.split(), style], capture_output=True, env=server.environment, timeout=60, check=True
        )
        texts[style] = ended.stdout.decode()
    rows = list(csv.DictReader(io.StringIO(texts["--format=csv"], newline=""), strict=True))
    for names in (
        {row["experiment_name"] for row in rows},
        {one["experiment_name"] for one in json.loads(texts["--format=json"])},
    ):
        assert EVIL in names
        assert any(name.startswith("half ") for name in names)
    assert all(visible(letter) or letter == "\n" for letter in texts["--format=json"])


def test_what_a_vendor_calls_a_number_is_json(server: OptimizelyServer) -> None:
    """NaN and infinities, which JSON has not, are null where the vendor's own answer is printed."""

    def route(path: str) -> tuple[int, object]:
        return 200, b'{"id":1,"name":"n","project_id":5,"traffic_allocation":NaN,"holdback":-Infinity,"x":[1e999]}'

    with OptimizelyServer(route) as odd:
        shown = subprocess.run(
            [*COMMAND, "experiments", "show", "optimizely", "1", "--format=json"],
            capture_output=True, env=odd.environment, timeout=60, check=True,
        )  # fmt: skip

    def refuse(word: str) -> object:
        raise AssertionError(word)

    (one,) = json.loads(shown.stdout, parse_constant=refuse)
    assert (one["traffic_allocation"], one["holdback"], one["x"]) == (None, None, [None])


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "cp1252"},
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"NO_COLOR": "1", "TERM": "dumb"},
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("arguments", [("results", "optimizely"), ("--help",)])
def test_a_terminal_that_knows_few_letters(
    environment: Mapping[str, str], arguments: tuple[str, ...], server: OptimizelyServer
) -> None:
    """What its encoding has not is shown as an escape; nothing fails."""
    said = seen_at_a_terminal(server, *arguments, **environment)
    assert "Traceback" not in said
    assert "Error" not in said
    assert "owned" in said or "experiments" in said


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"FORCE_COLOR": "1"},
        {"FORCE_COLOR": "3", "CI": "true"},
        {"TTY_COMPATIBLE": "1"},
        {"CLICOLOR_FORCE": "1"},
        {"TTY_INTERACTIVE": "1", "FORCE_COLOR": "1"},
    ],
    ids=" ".join,
)
def test_files_get_no_animation(environment: Mapping[str, str], server: OptimizelyServer, tmp_path: Path) -> None:
    """Colours may be asked for where standard error is a file; cursors are neither moved nor hidden there."""
    for arguments in (
        ("export", "optimizely", "--out", str(tmp_path / "out")),
        ("experiments", "list", "optimizely"),
    ):
        ended = subprocess.run(
            [*COMMAND, *arguments],
            capture_output=True,
            env={**server.environment, **environment},
            timeout=60,
            check=True,
        )
        assert ended.stderr == b""


def test_the_sandbox_prints_what_to_paste(server: OptimizelyServer) -> None:
    """At a terminal, the lines for a shell come after the first line, unasked."""
    with at_a_terminal("sandbox", "--port", "0", "--experiments", "0", environment=server.environment) as process:
        assert process.stdout
        url = process.stdout.readline().decode().strip().removeprefix("abclient sandbox listening on ")
        expected = sorted(f"export {name}={value}" for name, value in credentials(url).items())
        lines = sorted(process.stdout.readline().decode().strip() for _ in expected)
    assert f"export ABCLIENT_OPTIMIZELY_BASE_URL={url}/optimizely/v2" in lines
    assert lines == expected
