"""Tables for people, as wide as the terminal: what does not fit ends in an ellipsis, and ids come first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from .._console.markdown import as_code, table_line
from .._console.terminal import one_line
from ._output import Record, View

_NUMBERS = ("difference", "low", "high", "probability", "units", "mean")
_FIGURES = ("verdict", *_NUMBERS)
_SHORTEST_NAME = 10
_USUAL_NAME = 14
"""Letters that tell variations and metrics apart, as in ``Variation #12``."""


def experiments_table(records: Sequence[Record]) -> Table:
    """Experiments, one on each line."""
    table = Table(box=None, pad_edge=False)
    for title in ("id", "name", "status", "start", "end"):
        table.add_column(title, no_wrap=title != "name")
    for one in records:
        days = (_day(one["started_at"]), _day(one["ended_at"]))
        texts = (one["experiment_id"], one["experiment_name"], one["status"], *days)
        table.add_row(*(_line(_shown(text)) for text in texts))
    return table


def experiments_markdown(records: Sequence[Record]) -> Iterator[str]:
    """The same in Markdown."""
    titles = ("id", "name", "status", "start", "end")
    yield from (table_line(titles), table_line("---" for _ in titles))
    for one in records:
        texts = (as_code(_shown(one[name])) for name in ("experiment_id", "experiment_name", "status"))
        yield table_line((*texts, _day(one["started_at"]), _day(one["ended_at"])))


class ResultsTable:
    """Result rows: a heading for each experiment and metric, and a line for each variation, the baseline first.

    Args:
        records: the rows; their ``reason``, if they have one, is shown below them.
    """

    def __init__(self, records: Sequence[Record]) -> None:
        self._records = sorted(records, key=_place)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        for _, records in groupby(self._records, key=_experiment):
            yield from _experiment_lines(list(records), options.max_width)


def results_markdown(records: Sequence[Record]) -> Iterator[str]:
    """Result rows in Markdown, a line for each, in the same order.

    Segments, the ends of periods and the reasons of winners have a column where there are any that tell rows apart.
    """
    records = sorted(records, key=_place)
    called = {kind: _called(records, kind) for kind in ("experiment", "metric", "variation")}
    metrics = {(*_experiment(one), *_metric(one)) for one in records}
    points = {(*_experiment(one), *_metric(one), one["period_end"]) for one in records}
    segment = ("segment",) if any(one["segment"] for one in records) else ()
    until = ("until",) if len(points) > len(metrics) else ()
    reason = ("reason",) if any("reason" in one for one in records) else ()
    titles = ("experiment", "status", "metric", *segment, *until, "variation", *_FIGURES, *reason)
    yield from (table_line(titles), table_line("---:" if title in _NUMBERS else "---" for title in titles))
    for one in records:
        cells = {
            **{kind: names[one[f"{kind}_name"], one[f"{kind}_id"]] for kind, names in called.items()},
            **{name: one[name] for name in ("status", *segment, *reason)},
        }
        texts = {title: as_code(_shown(cell)) for title, cell in cells.items()}
        texts |= {"until": _minute(one["period_end"]), **dict(zip(_FIGURES, _figures(one), strict=True))}
        yield table_line(texts[title] for title in titles)


def _called(records: Sequence[Record], kind: str) -> dict[tuple[object, object], str]:
    """What to call an experiment, metric or variation, by name and id: both where another one has the same name."""
    known = dict.fromkeys((one[f"{kind}_name"], one[f"{kind}_id"]) for one in records)
    ids: dict[str, set[str]] = defaultdict(set)
    for name, identifier in known:
        ids[_shown(name).strip()].add(_shown(identifier))
    called: dict[tuple[object, object], str] = {}
    for name, identifier in known:
        text = _shown(name).strip()
        several = kind != "variation" and len(ids[text]) > 1  # variations of all experiments have the same few names
        called[name, identifier] = f"{text} ({_shown(identifier)})" if text and several else text or _shown(identifier)
    return called


def _experiment_lines(records: Sequence[Record], width: int) -> Iterator[RenderableType]:
    first = records[0]
    yield _heading(first["experiment_id"], first["experiment_name"], _shown(first["status"]), width, "", "bold")
    figures = [_figures(one) for one in records]
    widths = [max(map(len, column)) for column in zip(_FIGURES, *figures, strict=True)]
    names = [_shown(one["variation_name"] or one["variation_id"]) for one in records]
    longest = max(map(cell_len, names))
    if width < _line_width(widths) + min(_USUAL_NAME, longest):
        widths.pop()  # without the mean, the line still says who is winning
    name_width = min(longest, max(_SHORTEST_NAME, width - _line_width(widths)))
    yield _columns("", _FIGURES, name_width, widths, "dim")
    periods: dict[tuple[str, ...], set[object]] = defaultdict(set)  # several, for series and earlier iterations
    for one in records:
        periods[_metric(one)].add(one["period_end"])
    for _, metric in groupby(zip(records, names, figures, strict=True), key=lambda line: line[0]["result_key"]):
        lines = list(metric)
        rows = [row for row, *_ in lines]
        until = _minute(rows[0]["period_end"]) if len(periods[_metric(rows[0])]) > 1 else ""
        yield _heading(rows[0]["metric_id"], rows[0]["metric_name"], _notes(rows, until), width, " ")
        for row, name, cells in lines:
            yield _columns(name, cells, name_width, widths)
            if "reason" in row:
                yield Padding(Text(_shown(row["reason"])), (0, 0, 0, 4))


def _line_width(widths: Sequence[int]) -> int:
    """What a line takes without the variation's name."""
    return len("  ") + len(" ") + sum(width + len(" ") for width in widths)


def _place(record: Record) -> tuple[str, ...]:
    # Primary metrics decide, and variations are compared with baselines.
    metric = (
        str(not record["is_primary"]),
        *_metric(record),
        _minute(record["period_end"]),
        _shown(record["result_key"]),
    )
    return (*_experiment(record), *metric, str(not record["is_baseline"]), _shown(record["variation_id"]))


def _experiment(record: Record) -> tuple[str, ...]:
    return tuple(_shown(record[name]) for name in ("vendor", "account", "project", "environment", "experiment_id"))


def _metric(record: Record) -> tuple[str, ...]:
    return tuple(_shown(record[name]) for name in ("metric_id", "metric_kind", "segment"))


def _notes(rows: Sequence[Record], until: str) -> str:
    """What the figures of a metric are, the most important first."""
    kinds = dict.fromkeys(_shown(row["probability_kind"]).replace("_", " ") for row in rows)
    # Baselines may have neither.
    threshold: Any = next((row["threshold"] for row in rows if row["threshold"] is not None), None)
    decreasing = any(row["direction"] == "decrease" for row in rows)
    notes = (
        until and f"until {until}",
        _shown(rows[0]["segment"]),
        "primary" if rows[0]["is_primary"] else "",
        *kinds,
        "" if threshold is None else f"threshold {100 * threshold:.4g}%",
        "decrease wanted" if decreasing else "",
        _shown(rows[0]["metric_kind"]),
    )
    return ", ".join(filter(None, notes))


def _figures(one: Record) -> tuple[str, ...]:
    form = "+.1%" if one["difference_kind"] == "relative" else "+.3g"
    return (
        "baseline" if one["is_baseline"] else _shown(one["verdict"]),
        _number(one["difference"], form),
        _number(one["difference_low"], form),
        _number(one["difference_high"], form),
        _number(one["probability"], ".1%"),
        _number(one["units"], ",d"),
        _number(one["mean"], ".4g"),
    )


def _heading(identifier: object, name: object, notes: str, width: int, indent: str, style: str = "") -> Text:
    before = indent + ("" if identifier is None else f"{_shown(identifier)}  ")
    room = max(_SHORTEST_NAME, width - len(f"{before}  {notes}"))
    return _line(f"{before}{shortened(_shown(name), room)}  {notes}".rstrip(), style)


def _columns(name: str, cells: Sequence[str], name_width: int, widths: Sequence[int], style: str = "") -> Text:
    padded = (f" {cell:>{width}}" for cell, width in zip(cells, widths, strict=False))
    return _line(f"  {shortened(name, name_width, pad=True)} {''.join(padded)}".rstrip(), style)


def shortened(text: str, width: int, *, pad: bool = False) -> str:
    """The text in at most this many columns, with an ellipsis where it was cut; padded to them if wanted."""
    shortened = Text(text)
    shortened.truncate(width, overflow="ellipsis", pad=pad)
    return shortened.plain


def _line(text: str, style: str = "") -> Text:
    return Text(text, style, no_wrap=True, overflow="ellipsis")


def _number(value: Any, form: str) -> str:
    return "" if value is None else format(value, form)


def _day(value: object) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else ""


def _minute(value: object) -> str:
    return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else ""


def _shown(value: object) -> str:
    return "" if value is None else one_line(str(value))


EXPERIMENTS = View(experiments_table, experiments_markdown)
RESULTS = View(ResultsTable, results_markdown)
