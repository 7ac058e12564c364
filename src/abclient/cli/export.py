"""``abclient export``: rows of all experiments, in files."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from datetime import UTC, datetime
from pathlib import Path

from ..bulk import fetch_many
from ..export import FileFormat, Item, Key, Plan, Summary, export_rows, key_text
from ._found import Found, Got, Meter
from ._output import Bar, print_json, print_line
from ._run import FAILED, PARTIAL, UsageProblem, ended
from ._sources import Source, opened
from ._vendors import Asked


async def export(
    asked: Asked,
    credentials: Mapping[str, str],
    directory: Path,
    *,
    file_format: FileFormat,
    excel: bool,
    since: datetime | None,
    refetch_all: bool,
    accept_empty: bool,
    as_json: bool,
) -> int:
    """Export what is due, and say what became of it; the exit code."""
    listed: set[str] = set()
    async with opened(asked, credentials) as source:
        with Bar(asked.vendor.title) as bar:
            summary = await export_rows(
                directory,
                lambda plan: _items(source, plan, listed, bar),
                file_format=file_format,
                excel=excel,
                options={"vendor": asked.vendor.name, "project": asked.project, "environment": asked.environment},
                since=since,
                refetch_all=refetch_all,
                accept_empty=accept_empty,
            )
    if as_json:
        print_json(_document(summary))
    else:
        went_on = " (went on where it was interrupted)" if summary.resumed else ""
        print_line(
            f"{directory}: {summary.rows} rows of {summary.keys} results in {summary.parts} files, "
            f"{summary.exported} fetched now{went_on}"
        )
    code = ended(summary.failures, done=len(listed - summary.failures.keys()))
    # What was exported before is there all the same.
    return PARTIAL if code == FAILED and summary.rows else code


async def _items(source: Source, plan: Plan, listed: set[str], meter: Meter) -> AsyncGenerator[Item]:
    """Rows of what is due, and how its traffic should be split; ``listed`` takes the keys, due or not."""

    def see(found: Found) -> None:
        if found.complete:
            plan.keep_only(found.subject, found.keys.values())

    def wants(key: Key, found: Found) -> bool:
        listed.add(key_text(key))
        return plan.wants(key, found.subject)

    async def allocation(got: Got) -> dict[str, float]:
        return {} if isinstance(got.rows, Exception) else await source.allocation(got.found)

    found = source.items(see=see, wants=wants, meter=meter)
    async with fetch_many(allocation, found, **source.pace) as outcomes:
        async for outcome in outcomes:
            got = outcome.key
            plan.allocate(got.key, outcome.value if outcome.error is None else outcome.error)
            yield got.key, got.rows
    for name, error in source.failures.items():
        plan.note(name, error)


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


def moment(text: str | None) -> datetime | None:
    """A point in time, from a date or a time of ISO 8601; in UTC unless it says otherwise.

    Raises:
        UsageProblem: it is neither.
    """
    if text is None:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageProblem(f"--since takes a date or a time such as 2026-01-31T06:00Z, not {text!r}") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
