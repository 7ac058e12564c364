"""``abclient export --accounts``: many accounts, one line each in the summary."""

from __future__ import annotations

import asyncio
import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from rich.cells import cell_len

from .._console.terminal import json_text
from .._files import draft_beside, publish
from ..accounts import Account, AccountSummary, export_accounts
from ..errors import EngineError
from ._output import counted, plain, print_line
from ._run import FAILED, OK, PARTIAL, UsageError, error_text, print_error, print_links
from ._tables import shortened

_WIDTH = 80
"""Columns, where there is no terminal that says otherwise."""

_SHOWN_FAILURES = 20
"""Of one account; all are in its manifest."""

_SHORTEST_NAME = 10
_INTERRUPTED = "interrupted"
_FIGURES = ("rows", "fetched", "failed", "time")


class Output:
    """The summary of all accounts: a table or JSON on standard output, and a file if wanted.

    Args:
        directory: the directory of the accounts' directories.
        report: the file; None for none.
        as_json: whether JSON is printed in place of the table.

    Raises:
        UsageError: the file cannot be where it is wanted.
    """

    def __init__(self, directory: Path, report: Path | None, *, as_json: bool) -> None:
        self.directory: Path = directory
        self._report = report
        self._as_json = as_json
        if report is None:
            return
        if not report.parent.is_dir():
            raise UsageError(f"--report-json: there is no directory {report.parent}")
        if report.parent.resolve() == directory.resolve():
            raise UsageError(
                f"--report-json: write it elsewhere than to {directory}, where {directory}/* would find it"
            )

    def begin(self) -> None:
        """Remove an earlier report, which would be taken for that of a command that was killed.

        Raises:
            UsageError: a new one could not be written; that is known now, and not after hours of work.
        """
        if self._report is None:
            return
        try:
            with draft_beside(self._report):
                self._report.unlink(missing_ok=True)
        except OSError as error:
            raise UsageError(f"--report-json: {self._report}: {error.strerror or error}") from None

    def write(self, accounts: Sequence[Account], done: Mapping[str, AccountSummary]) -> bool:
        """Write the summary; accounts that are not done were interrupted.

        Returns:
            Whether the file could be written, if one is wanted; what prevented it is printed.
        """
        document = {
            "directory": str(self.directory),
            "accounts": [_document(one, self.directory, done.get(one.name)) for one in accounts],
        }
        text = json_text(document, indent=2, default=plain) + "\n"
        problem = self._report_problem(text)
        if self._as_json:
            sys.stdout.write(text)
        else:
            _print_table(accounts, done)
            rows = sum(one.summary.rows for one in done.values() if one.summary)
            print_line(f"{self.directory}: {counted(rows, 'row')} of {counted(len(accounts), 'account')}")
        if problem:
            print_error(f"--report-json: {self._report}: {problem}")
        return problem is None

    def _report_problem(self, text: str) -> str | None:
        """Write the file if one is wanted; returns what prevented it."""
        if self._report is None:
            return None
        try:
            with draft_beside(self._report) as draft:
                draft.write(text.encode())
                publish(draft, self._report)
        except OSError as error:
            return error.strerror or str(error)
        return None


async def export_all(accounts: Sequence[Account], output: Output, options: Mapping[str, Any]) -> int:
    """Export accounts, and print a summary; returns the exit code."""
    done: dict[str, AccountSummary] = {}

    def on_done(one: AccountSummary) -> None:
        done[one.account.name] = one

    output.begin()
    try:
        results = await export_accounts(accounts, output.directory, on_done=on_done, **options)
    except EngineError as error:
        output.write(accounts, done)
        exit_code(list(done.values()))
        print_error(str(error))
        print_links([error])
        return PARTIAL
    except asyncio.CancelledError:
        with suppress(OSError):  # what matters is that the command was interrupted
            output.write(accounts, done)
        raise
    is_written = output.write(accounts, done)
    code = exit_code(results)
    return code if is_written or code != OK else PARTIAL


def exit_code(results: Sequence[AccountSummary]) -> int:
    """Print all failures; returns the exit code."""
    for one in results:
        name = one.account.name
        if one.error is not None:
            print_error(f"{name}: {error_text(one.error)}")
        failures: Mapping[str, str] = one.summary.failures if one.summary else {}
        for key, why in islice(failures.items(), _SHOWN_FAILURES):
            print_error(f"{name}: {key}: {why}")
        if len(failures) > _SHOWN_FAILURES:
            print_error(f"{name}: {len(failures) - _SHOWN_FAILURES} further failures are in {one.directory}")
    states = Counter(one.state for one in results)
    if states["done"] == len(results):
        return OK
    print_links(
        why
        for one in results
        for why in (*([one.error] if one.error else []), *(one.summary.failures.values() if one.summary else ()))
    )
    print_error(f"accounts: {states['failed']} failed, {states['partial']} done in part, {states['done']} done")
    return FAILED if states["failed"] == len(results) else PARTIAL


def _document(account: Account, directory: Path, one: AccountSummary | None) -> dict[str, object]:
    document: dict[str, object] = {
        "account": account.name,
        "vendor": account.vendor.name,
        "directory": str(directory / account.name),
        "state": one.state if one else _INTERRUPTED,
        "seconds": round(one.seconds, 3) if one else None,
        "error": error_text(one.error) if one and one.error else None,
    }
    summary = one.summary if one else None
    for name in ("rows", "keys", "parts", "exported", "resumed", "kept"):
        document[name] = getattr(summary, name) if summary else None
    return {**document, "failures": dict(summary.failures) if summary else {}}


def _print_table(accounts: Sequence[Account], done: Mapping[str, AccountSummary]) -> None:
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    for line in table_lines(accounts, done, width):
        sys.stdout.write(f"{line}\n")


def table_lines(accounts: Sequence[Account], done: Mapping[str, AccountSummary], width: int) -> list[str]:
    """A heading and a line for each account; names are cut where the rest would not fit."""
    rows: list[tuple[str, ...]] = [("account", "vendor", "state", *_FIGURES)]
    for account in accounts:
        one = done.get(account.name)
        rows.append((account.name, account.vendor.name, one.state if one else _INTERRUPTED, *_figures(one)))
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    widths[0] = min(widths[0], max(_SHORTEST_NAME, width - sum(widths[1:]) - len(_FIGURES) - 2))
    lines: list[str] = []
    for name, vendor, state, *figures in rows:
        texts = (shortened(text, size, pad=True) for text, size in zip((name, vendor, state), widths, strict=False))
        numbers = (f"{figure:>{size}}" for figure, size in zip(figures, widths[3:], strict=True))
        lines.append(" ".join((*texts, *numbers)).rstrip())
    return lines


def _figures(one: AccountSummary | None) -> tuple[str, ...]:
    if one is None:
        return ("",) * len(_FIGURES)
    minutes, seconds = divmod(round(one.seconds), 60)
    time = f"{minutes}:{seconds:02}"
    if one.summary is None:
        return ("", "", "", time)
    summary = one.summary
    return (f"{summary.rows:,}", f"{summary.exported:,}", f"{len(summary.failures):,}", time)
