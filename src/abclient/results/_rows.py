"""The rows of one response, collected."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from attrs import evolve

from ._row import ExperimentInfo, ResultRow, RowContext, result_key
from ._values import as_values


class Rows:
    """Collects the rows of one response, for the ``rows`` of a vendor.

    Args:
        info: the experiment that the response is about.
        place: the path of the vendor's API that gives such responses.
        context: what the response does not contain.
        **common: further values of all rows, by field.

    Attributes:
        found: the rows so far.
    """

    def __init__(self, info: ExperimentInfo, place: str, context: RowContext, **common: object) -> None:
        self.found: list[ResultRow] = []
        self._info = info
        self._source = context.get("source") or place
        self._seen: Counter[tuple[str, str | None]] = Counter()
        self._common: dict[str, object] = {
            **{name: getattr(info, name) for name in _OF_EXPERIMENT},
            "period_start": info.started_at,
            "period_end": info.ended_at,
            "fetched_at": context["fetched_at"],
            "segment": context.get("segment"),
            "account": context.get("account") or info.account,
            "currency": context.get("currency"),
            **common,
        }

    def add(
        self,
        pointer: str,
        *,
        apart: object = None,
        wanted: object = None,
        comparable: object = True,
        **values: object,
    ) -> None:
        """Add the row that the response has at this JSON pointer; a baseline's comparison with itself is left out.

        Args:
            pointer: where in the response.
            apart: what tells the row's result from others of the same metric.
            wanted: the direction by which the verdict follows from ``significant`` and the sign of ``difference``.
            comparable: whether the baseline has units to compare with.
            **values: by field, as they are in the response.

        Raises:
            ValueError: a value is malformed; the error names the experiment, the place in the response and the field.
        """
        what = f"{self._info.vendor} experiment {self._info.experiment_id}, {pointer}"
        read = as_values({**self._common, **values, "source": f"{self._source}#{pointer}"}, what)
        if read.get("verdict") is None:
            read["verdict"] = _verdict(read, wanted)
        _leave_out(read, comparable=bool(comparable))
        _scale(read)
        row = ResultRow(**read)
        key = row.result_key if apart is None else result_key(row, apart)
        self._seen[key, row.variation_id] += 1
        # What is there twice, as a metric with a filter that a response does not show, is told apart by its place.
        if (times := self._seen[key, row.variation_id]) > 1:
            key = result_key(row, apart, times)
        if key != row.result_key:
            row = evolve(row, result_key=key, row_key=f"{key}/{row.variation_id or ''}")
        self.found.append(row)

    def name_winners(self, first: int = 0) -> None:
        """Call the best of the better variations the winner, from the first of these rows on, where none is named."""
        self.found[first:] = with_winner(self.found[first:])


def with_winner(rows: list[ResultRow]) -> list[ResultRow]:
    """The rows, of which the best of the better variations of each result is called the winner, if none is named."""
    better: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        if row.verdict == "better":
            better[row.result_key].append(place)
    named = list(rows)
    for places in better.values():
        best = max(places, key=lambda place: _gain(rows[place]))
        named[best] = evolve(rows[best], verdict="winner")
    return named


def _gain(row: ResultRow) -> float:
    """How far a better variation is from the baseline; by its mean, where that of the baseline is 0."""
    if row.difference is not None:
        return abs(row.difference)
    return (row.mean or 0.0) * (-1 if row.direction == "decrease" else 1)


_OF_EXPERIMENT = (
    *("vendor", "project", "environment", "experiment_id", "experiment_name", "status"),
    *("flag_key", "rule_key"),
)
_DIFFERENCE = ("difference", "difference_low", "difference_high")
_COMPARISON = (*_DIFFERENCE, "difference_kind", "interval_kind", "significant", "verdict", "units_remaining")
_CERTAINTY = ("probability", "probability_kind", "alternative")
_MEAN = ("mean", "mean_low", "mean_high")


def _verdict(read: dict[str, Any], wanted: object) -> str | None:
    significant, difference = read.get("significant"), read.get("difference")
    if significant is None or wanted is None:
        return None
    if not significant:
        return "inconclusive"
    return None if not difference else "better" if (difference > 0) == (wanted == "increase") else "worse"


def _leave_out(read: dict[str, Any], *, comparable: bool) -> None:
    """Leave out what compares a baseline with itself or with nothing, and placeholders where there are no units."""
    nothing = read.get("units") == 0
    if nothing:
        read |= dict.fromkeys(_MEAN)
    if nothing or not comparable or read.get("is_baseline"):
        read |= dict.fromkeys(_COMPARISON)
        if nothing or not comparable or read.get("probability_kind") != "is_best":
            read |= dict.fromkeys(_CERTAINTY)
    if all(read.get(name) is None for name in ("difference_low", "difference_high")):
        read["interval_kind"] = None
        if all(read.get(name) is None for name in ("mean_low", "mean_high")):
            read["interval_level"] = None
    if read.get("value_unit") != "currency":
        read["currency"] = None


def _scale(read: dict[str, Any]) -> None:
    """Bring the vendor's figures into their unit."""
    per = 1 / (read.get("value_scale") or 1.0)  # a hundredth as a factor would add an error of rounding
    absolute = "absolute" in (read.get("difference_kind"), read.get("interval_kind"))
    powers = {**dict.fromkeys(("value", *_MEAN, *(_DIFFERENCE if absolute else ())), 1), "variance": 2}
    for name, power in powers.items():
        if per != 1 and read.get(name) is not None:
            read[name] /= per**power
