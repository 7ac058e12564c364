"""The tables of ``docs/performance.md``, written between markers; the words around them are written by hand."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import contestants
import decoding
import imports
import tools
from measuring import Figure

Requests = Mapping[str, "tuple[Figure, Figure] | str"]


def ratio(found: Requests, name: str, base: str) -> float:
    """One contestant's CPU time over another's; NaN where one of them did not take part."""
    one, other = found[name], found[base]
    if isinstance(one, str) or isinstance(other, str):
        return float("nan")
    return one[0].over(other[0])


def write(file: Path, found: dict[str, Any]) -> None:
    """Put the tables where their markers are."""
    text = file.read_text(encoding="utf-8")
    for name, lines in _tables(found):
        begin, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
        before, found_begin, rest = text.partition(begin)
        _, found_end, after = rest.partition(end)
        if not (found_begin and found_end):
            raise RuntimeError(f"{file.name} has no place for the table {name!r}")
        text = "\n".join([before + begin, "", *lines, "", end + after])
    file.write_text(text, encoding="utf-8")


def _tables(found: dict[str, Any]) -> Iterable[tuple[str, list[str]]]:
    yield "machine", [_machine(found["server"])]
    by_document = found["requests"].items()
    yield "requests", [line for title, table in by_document for line in ["", *_requests(title, table)]][1:]
    yield "decoding", _decoding(found["decoding"])
    yield "imports", _imports(found["imports"])
    yield (
        "calls",
        _rows(
            ["one call", "µs CPU", "rounds"],
            (
                [name, f"{cost.median:.0f}", f"{cost.low:.0f} to {cost.high:.0f}"]
                for name, cost in found["calls"].items()
            ),
        ),
    )
    yield "flat", _rows(["what", "MB gained"], ([name, f"{gained:.1f}"] for name, gained in found["flat"].items()))
    yield "tools", _tools(found["tools"])
    yield "growth", [line for title, table in found["growth"].items() for line in ["", *_growth(title, table)]][1:]


def _machine(server: str) -> str:
    return f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores, server: {server}."


def _requests(title: str, found: Mapping[int, Requests]) -> list[str]:
    header = [title, *(f"{workers} workers, µs (spread)" for workers in found)]
    header += [f"to httpx, {' / '.join(map(str, found))}", "to aiohttp by hand"]
    rows: list[list[str]] = []
    for name in next(iter(found.values())):
        cells = [name]
        for row in found.values():
            entry = row[name]
            cells.append(entry if isinstance(entry, str) else f"{entry[0].median:,.0f} ({entry[0].spread:.0%})")
        for base in (contestants.BARE, contestants.BY_HAND):
            ratios = [ratio(row, name, base) for row in found.values()]
            cells.append(" / ".join("-" if value != value else f"{value:.2f}" for value in ratios))
        rows.append(cells)
    return _rows(header, rows)


def _decoding(found: Mapping[str, Mapping[str, Figure]]) -> list[str]:
    documents = list(found)
    header = ["", *(f"{name}, {len(decoding.DOCUMENTS[name].body) / 1000:,.0f} kB (spread)" for name in documents)]
    return _rows(
        header,
        (
            [
                name,
                *(
                    f"{found[d][name].over(found[d][decoding.PLAIN]):.2f} ({found[d][name].spread:.0%})"
                    for d in documents
                ),
            ]
            for name in found[documents[0]]
        ),
    )


def _imports(found: imports.Imports) -> list[str]:
    base, memory = found.seconds[imports.HTTPX], found.megabytes[imports.HTTPX]
    rows = [
        [name, f"{cost.median * 1000:.0f}", f"{cost.over(base):.2f}", f"{found.megabytes[name] / memory:.2f}"]
        for name, cost in found.seconds.items()
    ]
    rows += [
        [f"first call of {name}, after that", f"{cost.median * 1000:.0f}", "", ""]
        for name, cost in found.further.items()
    ]
    return _rows(["", "ms CPU", "time to httpx's", "memory to httpx's"], rows)


def _tools(found: tools.Tools) -> list[str]:
    seconds = (
        [name, f"{figure.median:.0f}", f"{figure.low:.0f} to {figure.high:.0f}"]
        for name, figure in found.seconds.items()
    )
    answers = (
        [vendor, f"{figure.median:,.0f}", f"{figure.low:,.0f} to {figure.high:,.0f}", f"{found.first[vendor]:,.0f}"]
        for vendor, figure in found.again.items()
    )
    return [
        *_rows(["", "seconds", "rounds"], seconds),
        "",
        *_rows(["sandbox", "results per second", "rounds", "first time"], answers),
    ]


def _growth(title: str, table: Mapping[str, Mapping[str, float]]) -> list[str]:
    names = list(dict.fromkeys(name for row in table.values() for name in row))
    rows = ([label, *(f"{row[name]:,.0f}" if name in row else "-" for name in names)] for label, row in table.items())
    return _rows([title, *names], rows)


def _rows(header: list[str], rows: Iterable[list[str]]) -> list[str]:
    lines = [header, ["---"] * len(header), *rows]
    return ["| " + " | ".join(cells) + " |" for cells in lines]
