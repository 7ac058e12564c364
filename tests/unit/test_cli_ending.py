"""How commands end, and how they print: exit codes, single lines, JSON, CSV and tables that hold whatever comes."""

from __future__ import annotations

import asyncio
import csv
import errno
import io
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
import typer
from attrs import evolve

from abclient._documentation import link_of
from abclient.cli._output import Style, print_line, printer, record_of, style_of
from abclient.cli._run import UsageError, exit_code_for, print_error, run
from abclient.cli._tables import EXPERIMENTS, RESULTS
from abclient.errors import ConfigurationError, NotFoundError, UnauthorizedError
from abclient.results import COLUMNS, ResultRow

NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)
ROW = ResultRow(
    vendor="optimizely",
    experiment_id="12345678901234567890",
    experiment_name="Checkout, [bold]shorter[/bold]",
    metric_name="Purchase",
    metric_kind="conversion",
    variation_id="7",
    is_baseline=False,
    units=1200,
    mean=0.25,
    difference=0.1,
    difference_low=-0.05,
    difference_high=0.25,
    difference_kind="relative",
    probability=0.9,
    fetched_at=NOW.astimezone(timezone(timedelta(hours=2))),
)

CHECK_TOKEN = (
    "check that ABCLIENT_LAUNCHDARKLY_TOKEN is whole, not expired, and for this address; "
    "ABCLIENT_LAUNCHDARKLY_BASE_URL sets another, such as that of another region"
)


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (KeyboardInterrupt(), 130, "interrupted"),
        (typer.Abort(), 130, "interrupted"),
        (UsageError("no such thing"), 2, "no such thing"),
        (ConfigurationError("token must be a string"), 2, "token must be a string"),
        (
            ImportError("no scipy", name="scipy.stats"),
            2,
            "scipy is not installed: pip install 'abclient-experiments[analysis]'",
        ),
        (ImportError("get it: pip install 'x'", name="pyarrow"), 2, "get it: pip install 'x'"),
        (ImportError("no module named left"), 2, "no module named left"),
        (
            NotFoundError("gone", status=404, vendor="convert"),
            1,
            f"convert 404: gone\nabclient: see {link_of(NotFoundError)}",
        ),
        (OSError(errno.EACCES, "Permission denied", "x"), 1, "x: Permission denied"),
        (OSError(errno.EIO, "Input/output error"), 1, "OSError: [Errno 5] Input/output error"),
        (
            UnauthorizedError("no", status=401, vendor="launchdarkly"),
            1,
            f"launchdarkly 401: no\nabclient: {CHECK_TOKEN}\nabclient: see {link_of(UnauthorizedError)}",
        ),
        (
            UnauthorizedError("no", status=401, vendor="acme"),
            1,
            f"acme 401: no\nabclient: see {link_of(UnauthorizedError)}",
        ),
        (ValueError("odd\n\x1b[31mred"), 1, "ValueError: odd \N{REPLACEMENT CHARACTER}[31mred"),
        (RuntimeError("long " * 500), 1, f"{'RuntimeError: ' + ('long ' * 500)}"[:1000] + "…"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else None,
)
def test_every_error_is_one_line(
    error: BaseException, code: int, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever goes wrong is said in one harmless line, and has its exit code; what to check and a link follow ours."""
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_TOKEN", "some-token")

    async def work() -> int:
        raise error

    with pytest.raises(typer.Exit) as end:
        run(work)
    assert end.value.exit_code == code
    assert capsys.readouterr() == ("", f"abclient: {said}\n")


def test_before_the_work() -> None:
    """What goes wrong before anything is awaited, such as at a prompt, ends the command in the same way."""

    def work() -> Any:
        raise typer.Abort

    with pytest.raises(typer.Exit) as end:
        run(work)
    assert end.value.exit_code == 130


def test_a_reader_who_leaves_is_no_failure_of_ours(capsys: pytest.CaptureFixture[str]) -> None:
    """A closed pipe ends the work, which is a success: whoever read the output has seen enough."""

    async def work() -> int:
        raise BrokenPipeError

    with pytest.raises(typer.Exit) as end:
        run(work)
    assert end.value.exit_code == 0
    assert capsys.readouterr() == ("", "")


def test_every_name_can_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes to a file or a pipe is UTF-8, whatever the system would have chosen."""
    file = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(file, encoding="ascii", newline=""))

    async def work() -> int:
        print_line("Größe")
        return 0

    with pytest.raises(typer.Exit):
        run(work)
    assert file.getvalue() == "Größe\n".encode()


@pytest.mark.parametrize(
    ("failures", "done", "code", "lines"),
    [
        ({}, 0, 0, []),
        ({}, 5, 0, []),
        ({"12": "gone"}, 5, 3, ["12: gone", "1 failed of 6"]),
        ({"12": "gone", "13": ValueError("odd")}, 0, 1, ["12: gone", "13: odd", "2 failed of 2"]),
        ({"12": KeyError("nme")}, 0, 1, ["12: KeyError: 'nme'", "1 failed of 1"]),
    ],
)
def test_failures_are_listed(
    failures: Mapping[str, Exception | str], done: int, code: int, lines: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each is a line with its key; some make the exit code 3, nothing but failures makes it 1."""
    assert exit_code_for(failures, done=done) == code
    assert capsys.readouterr().err.splitlines() == [f"abclient: {line}" for line in lines]


@pytest.mark.parametrize(
    ("chosen", "excel", "terminal", "style"),
    [
        ("json", False, True, "json"),
        ("jsonl", False, True, "jsonl"),
        ("csv", False, True, "csv"),
        ("table", False, False, "table"),
        ("markdown", False, True, "markdown"),
        (None, False, True, "table"),
        (None, False, False, "csv"),
        (None, True, True, "excel"),
        ("csv", True, False, "excel"),
    ],
)
def test_styles(chosen: Any, excel: bool, terminal: bool, style: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets a table, a pipe CSV, unless something else is asked for."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    assert style_of(chosen, excel=excel) == style


def printed(style: Style, *rows: ResultRow) -> None:
    with printer(style, COLUMNS, RESULTS) as out:
        for row in rows:
            out.add(record_of(row))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """An array with an object for each record, times in UTC, ids as text, null for what is missing."""
    printed("json", *[ROW] * count)
    found = json.loads(capsys.readouterr().out)
    assert len(found) == count
    for one in found:
        assert list(one) == list(COLUMNS)
        assert (one["fetched_at"], one["experiment_id"]) == ("2026-01-31T06:00:00Z", "12345678901234567890")
        assert (one["units"], one["conversions"]) == (1200, None)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_json_lines(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each record, with what the array has in JSON; nothing if there is none."""
    printed("json", *[ROW] * count)
    array = json.loads(capsys.readouterr().out)
    printed("jsonl", *[ROW] * count)
    text = capsys.readouterr().out
    assert [json.loads(line) for line in text.splitlines()] == array
    assert text.count("\n") == count


@pytest.mark.parametrize("count", [0, 1, 3])
def test_csv(count: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A header always, and a line for each record."""
    printed("csv", *[ROW] * count)
    found = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert found[0] == list(COLUMNS)
    assert len(found) == count + 1
    for cells in found[1:]:
        one = dict(zip(COLUMNS, cells, strict=True))
        assert (one["fetched_at"], one["is_baseline"], one["conversions"]) == ("2026-01-31T06:00:00Z", "false", "")
        assert one["experiment_name"] == "Checkout, [bold]shorter[/bold]"


def test_line_ends_in_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names with line ends of any kind come back as they were; lines end as in RFC 4180, whatever the system's way."""
    names = ["one\rtwo", "one\ntwo", "one\r\ntwo", "\r", "plain"]
    file = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(file, newline="\r\n"))

    async def work() -> int:
        printed("csv", *(evolve(ROW, experiment_name=name) for name in names))
        return 0

    with pytest.raises(typer.Exit):
        run(work)
    text = file.getvalue().decode()
    found = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert [dict(zip(COLUMNS, cells, strict=True))["experiment_name"] for cells in found[1:]] == names
    assert text.endswith("\r\n")
    assert "\r\r\n" not in text


@pytest.mark.parametrize("style", ["json", "csv"])
@pytest.mark.parametrize("rows", [0, 2])
def test_work_that_breaks_off(style: Style, rows: int, capsys: pytest.CaptureFixture[str]) -> None:
    """What was printed is completed, so that it can be read; nothing is printed if nothing had come."""
    with pytest.raises(asyncio.CancelledError), printer(style, COLUMNS, RESULTS) as out:
        for _ in range(rows):
            out.add(record_of(ROW))
        raise asyncio.CancelledError
    text = capsys.readouterr().out
    if rows == 0:
        assert text == ""
    else:
        assert len(json.loads(text) if style == "json" else list(csv.DictReader(io.StringIO(text)))) == rows


@pytest.mark.parametrize(("count", "lines"), [(0, 2), (2, 4)])
def test_markdown(count: int, lines: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A table with a line for each record, and its head even if there is none."""
    printed("markdown", *[ROW] * count)
    written = capsys.readouterr().out.splitlines()
    assert len(written) == lines
    assert all(line.startswith("| ") and line.endswith(" |") for line in written)


def test_complaints_are_harmless(capsys: pytest.CaptureFixture[str]) -> None:
    """What a vendor says cannot command the terminal, nor look like another line."""
    print_error("one\r\nabclient: two\x07\u202e")
    assert capsys.readouterr().err == "abclient: one abclient: two\N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}\n"


def test_a_terminal_gets_no_byte_order_mark(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mark for spreadsheets is for files; at a terminal it would be a character that nobody sees."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with printer("excel", ("name",), EXPERIMENTS) as out:
        out.add({"name": "one"})
    assert capsys.readouterr().out == "name\none\n"
