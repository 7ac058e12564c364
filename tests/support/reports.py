"""Reports for tests: what is shown, and what is read in a page."""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser
from typing import Any

from abclient import health
from abclient.results import ResultRow

from .rows import NOW, a_row

EVIL = "<script>document.body.dataset.evil = 1</script>"
EVIL_LINK = '<a href="//example.org">x</a>'
EVIL_IMAGE = "\"'><img src=https://example.org/x onerror=document.body.dataset.evil=1> {{script}} </script><!--"
ODD = "%{x} %{y:.1%} {{x}} &#37;{x} &#x25;{y} &lt;b> <b>b</b> a<br>b <a href='//x'>x</a> $x^2$"


def unpacked(text: str) -> str:
    """What the page unpacks."""
    return zlib.decompress(b64decode(text)).decode()


def values(column: list[Any] | Mapping[str, list[Any]], count: int) -> list[Any]:
    """A column of so many rows, as the page reads it."""
    if isinstance(column, list):
        return column
    known, index = column["values"], column["index"] or [0 if column["values"] else -1] * count
    return [None if place < 0 else known[place] for place in index]


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the texts of its scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag == "script":
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "script":
            self.scripts[-1] += data

    @property
    def data(self) -> Any:
        """What the page's script reads."""
        return json.loads(unpacked(self.scripts[0]))


def an_experiment(
    number: int, name: str, *, vendor: str = "launchdarkly", units: Sequence[int] = (5000, 5100)
) -> list[ResultRow]:
    """A baseline and a variation that is better by as many percent as the number says."""
    common: dict[str, Any] = {
        "vendor": vendor, "experiment_id": f"e{number}", "experiment_name": name, "status": "running",
        "period_end": NOW, "metric_id": "m1", "metric_name": "Purchase", "metric_kind": "conversion",
    }  # fmt: skip
    better = number / 100
    return [
        a_row(**common, variation_id="a", variation_name="Control", is_baseline=True, units=units[0], mean=0.1),
        a_row(
            **common, variation_id="b", variation_name="Treatment", is_baseline=False, units=units[1], mean=0.1,
            difference=better, difference_low=better - 0.02, difference_high=better + 0.02,
            difference_kind="relative", probability=0.9, probability_kind="is_best",
        ),
    ]  # fmt: skip


def some_rows() -> list[ResultRow]:
    """Thirty experiments of two vendors, the last two with names that mean harm."""
    names = [f"Experiment {number}" for number in range(28)]
    vendors = ("launchdarkly", "convert_v1")
    return [
        row
        for number, name in enumerate([*names, EVIL, EVIL_IMAGE])
        for row in an_experiment(number, name, vendor=vendors[number % 2])
    ]


def with_health(rows: Sequence[ResultRow]) -> list[health.Health]:
    """The rows' health, of which one experiment should have had another split."""
    shares = {row.experiment: {"a": 50.0, "b": 50.0} for row in rows}
    shares[rows[0].experiment] = {"a": 80.0, "b": 20.0}
    return health.check(rows, allocations=shares)
