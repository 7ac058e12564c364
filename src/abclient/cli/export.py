"""``abclient export``: rows of all experiments, in files, of one vendor or of many accounts."""

from __future__ import annotations

from collections.abc import Coroutine
from contextlib import suppress
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from .._console.progress import Bar
from ..export import ExportOptions, Summary, export_source
from ._log import quiet
from ._options import FormatName
from ._output import counted, print_json, print_line
from ._run import FAILED, PARTIAL, UsageError, exit_code_for
from ._target import Target, TargetOptions, check_text, target_of


class Choice(NamedTuple):
    """How to export, as the command line says; None and False for what it does not say."""

    file_format: FormatName | None
    since: str | None
    excel: bool
    refetch_all: bool
    accept_empty: bool
    history: bool
    mirror: str | None = None

    def options(self) -> ExportOptions:
        """The keywords of ``export_source``.

        Raises:
            UsageError: ``since`` is not a time.
        """
        given: Any = {name: value for name, value in self._asdict().items() if value}
        if self.file_format:
            given["file_format"] = self.file_format.value
        options: ExportOptions = given | {"since": parse_time(self.since)}
        return options


class Manner(NamedTuple):
    """How accounts are exported, as the command line says."""

    parallel: int | None
    engine: str | None
    scheduler: str | None
    report: Path | None


def export_vendor(
    vendor: str | None,
    directory: Path,
    options: TargetOptions,
    choice: Choice,
    *,
    as_json: bool,
    others: Manner,
) -> Coroutine[Any, Any, int]:
    """Export a vendor.

    Args:
        vendor: its name.
        directory: where to.
        options: what of it.
        choice: how.
        as_json: whether to print the summary as JSON.
        others: options that are for accounts.

    Raises:
        UsageError: there is no vendor, or an option that is for accounts.
        ConfigurationError: there is no such vendor.
    """
    if vendor is None:
        raise UsageError("name a vendor, or give --accounts FILE")
    if any(one is not None for one in others):
        raise UsageError("--parallel, --engine, --scheduler and --report-json are for --accounts")
    check(directory, choice.file_format or "csv", excel=choice.excel)
    return export(target_of(vendor, options), directory, choice.options(), as_json=as_json)


def export_accounts_of(
    file: Path,
    directory: Path,
    options: TargetOptions,
    choice: Choice,
    vendor: str | None,
    manner: Manner,
    *,
    as_json: bool,
) -> Coroutine[Any, Any, int]:
    """Export all accounts of a file; arguments as those of ``export_vendor`` and ``accounts.export_all``.

    Raises:
        UsageError: an option is for one vendor, or the report cannot be written.
        ConfigurationError: the file cannot be read, or an account cannot work.
    """
    from ..accounts import read_accounts
    from .accounts import Output, export_all

    if vendor or any((options.project, options.environment, options.account, options.base_url)):
        raise UsageError("VENDOR, --project, --environment, --account and --base-url are in the file of --accounts")
    check(directory, "csv", excel=False)
    for one in options.segments or ():
        check_text("--segment", one)
    common = {name: value for name, value in options._asdict().items() if value} | choice.options()
    if manner.scheduler and not manner.engine:
        raise UsageError("--scheduler needs --engine")
    if manner.engine:
        _quiet_engine()
    output = Output(directory, manner.report, as_json=as_json)
    where = {"parallel": manner.parallel, "engine": manner.engine, "scheduler": manner.scheduler}
    return export_all(read_accounts(file, credentials=not manner.engine), output, {**common, **where})


def _quiet_engine() -> None:
    with suppress(ImportError):  # which is reported when the engine is opened
        import_module("distributed")  # which sets the levels of its loggers
        quiet("distributed")


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
