"""The summary of many accounts: as wide as there is room, with every figure, and a report that is whole or absent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from abclient.accounts import Account, AccountSummary
from abclient.cli._run import UsageError
from abclient.cli.accounts import Output, exit_code, export_all, table_lines
from abclient.export import Summary

NAMES = {
    "shop": "optimizely",
    "a name that is much longer than any table is wide, and goes on": "optimizely_classic",
    "店" * 30: "launchdarkly",
    "web": "convert_v1",
}
ACCOUNTS = [Account(name=name, vendor=vendor, credentials={}) for name, vendor in NAMES.items()]


def summary_of(
    account: Account, rows: int = 0, failures: int = 0, *, error: Exception | None = None, succeeded: int = 0
) -> AccountSummary:
    """The result of an account."""
    found = Summary(
        directory=Path("out") / account.name,
        rows=rows,
        keys=9,
        parts=1,
        exported=rows // 3,
        resumed=False,
        succeeded=succeeded,
        failures={f"key {number}": "no" for number in range(failures)},
    )
    return AccountSummary(
        account=account, directory=found.directory, seconds=3725.4, error=error, summary=None if error else found
    )


DONE = {
    one.account.name: one
    for one in (
        summary_of(ACCOUNTS[0], 1237, succeeded=9),
        summary_of(ACCOUNTS[1], 12_345_678, 25, succeeded=1),
        summary_of(ACCOUNTS[3], error=ValueError("wrong")),
    )
}


@pytest.mark.parametrize("width", [80, 100, 200])
def test_every_line_fits(width: int) -> None:
    """Names are cut, figures never; what is not done was interrupted."""
    lines = table_lines(ACCOUNTS, DONE, width)
    assert max(map(cell_len, lines)) <= width
    assert lines[0].split() == ["account", "vendor", "state", "rows", "fetched", "failed", "time"]
    assert lines[1].split() == ["shop", "optimizely", "done", "1,237", "412", "0", "62:05"]
    assert lines[2].split()[-6:] == ["optimizely_classic", "partial", "12,345,678", "4,115,226", "25", "62:05"]
    assert lines[3].split()[-2:] == ["launchdarkly", "interrupted"]
    assert lines[4].split() == ["web", "convert_v1", "failed", "62:05"]
    assert ("…" in lines[2], "…" in lines[3]) == ((True, True) if width < 200 else (False, False))


def test_a_narrow_terminal_cuts_no_figure() -> None:
    """Lines are longer than it is wide then."""
    assert table_lines(ACCOUNTS, DONE, 20)[2].split()[-3:] == ["4,115,226", "25", "62:05"]


def test_the_report(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It has every account, in order, with its failures; the same document is printed if JSON is wanted."""
    report = tmp_path / "report.json"
    Output(tmp_path / "out", report, as_json=True).write(ACCOUNTS, DONE)
    told = json.loads(report.read_text())
    assert json.loads(capsys.readouterr().out) == told
    assert [one["account"] for one in told["accounts"]] == list(NAMES)
    assert [one["state"] for one in told["accounts"]] == ["done", "partial", "interrupted", "failed"]
    assert [one["error"] for one in told["accounts"]] == [None, None, None, "ValueError: wrong"]
    assert [len(one["failures"]) for one in told["accounts"]] == [0, 25, 0, 0]
    assert list(tmp_path.iterdir()) == [report]


@pytest.mark.parametrize(
    ("report", "said"), [("no/report.json", "there is no directory"), ("out/report.json", "write it elsewhere than to")]
)
def test_reports_that_cannot_be_meant(report: str, said: str, tmp_path: Path) -> None:
    """In no directory, or among the directories of the accounts, where patterns would find it."""
    (tmp_path / "out").mkdir()
    with pytest.raises(UsageError, match=f"^--report-json: {said}"):
        Output(tmp_path / "out", tmp_path / report, as_json=False)


async def test_a_report_that_cannot_be_written_is_known_before_any_work(tmp_path: Path) -> None:
    """A directory in its place; nothing is exported then."""
    (tmp_path / "report.json").mkdir()
    output = Output(tmp_path / "out", tmp_path / "report.json", as_json=False)
    with pytest.raises(UsageError, match=r"^--report-json: .*report\.json: Is a directory$"):
        await export_all(ACCOUNTS, output, {})
    assert [one.name for one in tmp_path.iterdir()] == ["report.json"]


async def test_a_report_that_can_no_longer_be_written_costs_no_summary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as on a disk that became full: the table is printed, the exit code is 3, and no earlier report is there."""
    report = tmp_path / "report.json"
    report.write_text("{}")

    async def export(accounts: Sequence[Account], directory: Path, **options: Any) -> list[AccountSummary]:
        assert not report.exists()
        report.mkdir()
        options["on_done"](DONE["shop"])
        return [DONE["shop"]]

    monkeypatch.setattr("abclient.cli.accounts.export_accounts", export)
    assert await export_all(ACCOUNTS[:1], Output(tmp_path / "out", report, as_json=False), {}) == 3
    printed = capsys.readouterr()
    assert printed.out.splitlines()[1].split() == ["shop", "optimizely", "done", "1,237", "412", "0", "62:05"]
    assert printed.err == f"abclient: --report-json: {report}: Is a directory\n"


@pytest.mark.parametrize(
    ("results", "code", "lines"),
    [
        ([summary_of(ACCOUNTS[0], 5, succeeded=9)], 0, 0),
        ([summary_of(ACCOUNTS[0], 5, succeeded=9), summary_of(ACCOUNTS[3], error=ValueError("wrong"))], 3, 2),
        ([summary_of(ACCOUNTS[0], 5, 25, succeeded=9)], 3, 22),
        ([summary_of(ACCOUNTS[0], 0, 2), summary_of(ACCOUNTS[3], error=ValueError("wrong"))], 1, 4),
    ],
    ids=["done", "one failed", "many failures", "all failed"],
)
def testexit_codes(results: list[AccountSummary], code: int, lines: int, capsys: pytest.CaptureFixture[str]) -> None:
    """0 if all is done, 1 if all failed, else 3; of many failures, the first are printed, and how many there are."""
    assert exit_code(results) == code
    printed = capsys.readouterr().err.splitlines()
    assert len(printed) == lines
    if lines > 20:
        assert printed[20] == "abclient: shop: 5 further failures are in out/shop"
