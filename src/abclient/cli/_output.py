"""What a command prints: records as JSON or CSV as they arrive, or as a table at the end; and progress bars."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, Self, TypeAlias

from attrs import fields

from .._console.streams import reader_left
from .._console.terminal import harmless, json_text, one_line
from ..export._csv import MARK, defused
from ..results import COLUMNS, ExperimentInfo, ResultRow
from ._run import UsageError

if TYPE_CHECKING:
    from rich.console import RenderableType

Style: TypeAlias = Literal["json", "jsonl", "csv", "excel", "table", "markdown"]
Record: TypeAlias = Mapping[str, object]

EXPERIMENT_COLUMNS = tuple(one.name for one in fields(ExperimentInfo))


class View(NamedTuple):
    """How people see records, all of them at the end.

    Attributes:
        table: a table for a terminal.
        markdown: the lines of a table in Markdown, the first two of which are its head.
    """

    table: Callable[[list[Record]], RenderableType]
    markdown: Callable[[list[Record]], Iterable[str]]


def style_of(chosen: Literal["json", "jsonl", "csv", "table", "markdown"] | None, *, excel: bool = False) -> Style:
    """How records are printed: as requested, otherwise as a table on a terminal and as CSV elsewhere.

    Raises:
        UsageError: the format has no variant for spreadsheets.
    """
    if excel and chosen not in (None, "csv"):
        raise UsageError(f"--excel is for --format csv, not {chosen}")
    if excel:
        return "excel"
    return chosen or ("table" if sys.stdout.isatty() else "csv")


def record_of(one: ResultRow | ExperimentInfo) -> dict[str, object]:
    """A row or an experiment, by field."""
    return {name: getattr(one, name) for name in (COLUMNS if isinstance(one, ResultRow) else EXPERIMENT_COLUMNS)}


class Printer(Protocol):
    """Prints records; use it in ``with``, which completes the output even if the work fails.

    Nothing is printed by work that fails before the first record.
    """

    def add(self, record: Record) -> None:
        """Add a record."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> None: ...


def streams(style: Style) -> bool:
    """Whether records of this style are printed as they arrive, and not at the end."""
    return style not in ("table", "markdown")


def printer(style: Style, columns: Iterable[str], view: View) -> Printer:
    """What prints records of these columns in a style; ``view`` is for people."""
    if style == "json":
        return JsonArray()
    if style == "jsonl":
        return _JsonLines()
    if style == "markdown":
        return _Markdown(view)
    return _Table(view) if style == "table" else _Csv(columns, excel=style == "excel")


class JsonArray:
    """An array with an object on each line."""

    def __init__(self) -> None:
        self._before = "[\n"

    def add(self, record: Record) -> None:
        sys.stdout.write(self._before + json_text(record, default=plain))
        self._before = ",\n"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *exc_info: object) -> None:
        if self._before != "[\n":
            sys.stdout.write("\n]\n")
        elif kind is None:
            sys.stdout.write("[]\n")


class _JsonLines:
    """An object on each line."""

    def add(self, record: Record) -> None:
        sys.stdout.write(json_text(record, default=plain) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        pass


class _Csv:
    """CSV of RFC 4180: a header and a line for each record; missing values are empty.

    Values are exact in a file or a pipe, and harmless at a terminal.
    """

    def __init__(self, columns: Iterable[str], *, excel: bool = False) -> None:
        self._excel = excel
        self._at_a_terminal = sys.stdout.isatty()
        self._writer = csv.writer(sys.stdout, lineterminator="\n" if self._at_a_terminal else "\r\n")
        self._columns = list(columns)
        self._begun = False

    def add(self, record: Record) -> None:
        self._begin()
        cells = [_cell(record[name]) for name in self._columns]
        if self._excel:
            cells = [defused(cell) if isinstance(cell, str) else cell for cell in cells]
        self._writer.writerow(map(_shown, cells) if self._at_a_terminal else cells)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *exc_info: object) -> None:
        if kind is None:
            self._begin()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            if self._excel and not self._at_a_terminal:
                sys.stdout.write(MARK)
            self._writer.writerow(self._columns)


class _Table:
    """A table of all records, printed at the end."""

    def __init__(self, view: View) -> None:
        self._table = view.table
        self._records: list[Record] = []

    def add(self, record: Record) -> None:
        self._records.append(record)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        from rich.console import Console

        if self._records:
            Console(highlight=False).print(self._table(self._records))


class _Markdown:
    """A table of all records in Markdown, printed at the end."""

    def __init__(self, view: View) -> None:
        self._lines = view.markdown
        self._records: list[Record] = []

    def add(self, record: Record) -> None:
        self._records.append(record)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *exc_info: object) -> None:
        if self._records or kind is None:
            sys.stdout.writelines(f"{line}\n" for line in self._lines(self._records))


def plain(value: object) -> object:
    """Values that JSON cannot represent: times, in UTC."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    raise TypeError(f"{type(value).__name__} cannot be represented in JSON")


def _cell(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, datetime) else value


def _shown(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value


def check_reader() -> None:
    """Check that the output is still being read.

    Raises:
        BrokenPipeError: it is not.
    """
    if reader_left():
        raise BrokenPipeError


def print_json(document: object) -> None:
    """Print an indented JSON document."""
    sys.stdout.write(json_text(document, indent=2, default=plain) + "\n")


def print_line(text: str, *, indent: int = 0, style: str | None = None) -> None:
    """Print one line of text, harmless to terminals; in color, if a style of Rich is given and wanted there."""
    line = f"{' ' * indent}{one_line(text)}"
    if style is None:
        sys.stdout.write(f"{line}\n")
        return
    from rich.console import Console
    from rich.text import Text

    Console(highlight=False, soft_wrap=True).print(Text(line, style))


def counted(count: int, noun: str) -> str:
    """Such as "1 file", or "2 files"."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
