"""``abclient export``: rows of all experiments, in files."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from .._console.progress import Bar
from ..export import ExportOptions, Summary, export_source
from ._output import counted, print_json, print_line
from ._run import FAILED, PARTIAL, UsageError, exit_code_for
from ._target import Target


async def export(target: Target, directory: Path, options: ExportOptions, *, as_json: bool) -> int:
    """Export what is due, and print a summary; returns the exit code."""
    async with target.open() as source:
        with Bar(target.vendor.title) as bar:
            summary = await export_source(source, directory, progress=bar, **options)
    if as_json:
        print_json(_document(summary))
    else:
        went_on = " (continued after an interruption)" if summary.resumed else ""
        print_line(
            f"{directory}: {counted(summary.rows, 'row')} of {counted(summary.keys, 'result')} "
            f"in {counted(summary.parts, 'file')}, "
            f"{summary.exported} fetched now{went_on}"
        )
    code = exit_code_for(summary.failures, done=summary.succeeded)
    # What was exported before is still there.
    return PARTIAL if code == FAILED and summary.rows else code


def _document(summary: Summary) -> dict[str, object]:
    return {
        "directory": str(summary.directory),
        "rows": summary.rows,
        "keys": summary.keys,
        "parts": summary.parts,
        "exported": summary.exported,
        "resumed": summary.resumed,
        "kept": summary.kept,
        "failures": dict(summary.failures),
    }


def check(directory: Path, file_format: str, *, excel: bool) -> None:
    """Raise UsageError if the directory has no name, or the format has no such variant."""
    if directory == Path():  # an unset variable gives this too
        raise UsageError("--out is empty or '.': name the directory to write to")
    if excel and file_format != "csv":
        raise UsageError(f"--excel is for --format csv, not {file_format}")


def parse_time(text: str | None) -> datetime | None:
    """A point in time, from a date or a time of ISO 8601; in UTC if it has no time zone.

    Raises:
        UsageError: it is neither.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"--since takes a date or a time such as 2026-01-31T06:00Z, not {text!r}") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
