"""The rows of one response, collected."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import datetime
from operator import itemgetter
from typing import Any

from attrs import evolve

from ._made import row_of
from ._row import COLUMNS, IDENTITY, ExperimentInfo, ResultRow, RowContext, key_of
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
        self._read_common: dict[str, Any] | None = None
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
        if self._read_common is None:
            self._read_common = {**_NOTHING, **as_values(self._common, what)}
        read = self._read_common | as_values({**values, "source": f"{self._source}#{pointer}"}, what)
        if read["verdict"] is None:
            read["verdict"] = _verdict(read, wanted)
        _leave_out(read, comparable=bool(comparable))
        checked = not _scale(read) and _is_plain(read)
        identity = _identity(read)
        key = key_of(identity) if apart is None else key_of(identity, apart)
        variation = read["variation_id"]
        self._seen[key, variation] += 1
        # What is there twice, as a metric with a filter that a response does not show, is told apart by its place.
        if (times := self._seen[key, variation]) > 1:
            key = key_of(identity, apart, times)
        read["result_key"], read["row_key"] = key, f"{key}/{variation or ''}"
        # Reading has checked each value, but not what became of figures by scaling, nor times of a subclass.
        self.found.append(row_of(*read.values()) if checked else ResultRow(**read))

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
_NO_MEAN, _NO_COMPARISON, _NO_CERTAINTY = map(dict[str, None].fromkeys, (_MEAN, _COMPARISON, _CERTAINTY))
_NOTHING: dict[str, Any] = dict.fromkeys(COLUMNS)
_TIMES = tuple(name for name, kind in COLUMNS.items() if kind == "time")
_identity = itemgetter(*IDENTITY)


def _verdict(read: dict[str, Any], wanted: object) -> str | None:
    significant, difference = read["significant"], read["difference"]
    if significant is None or wanted is None:
        return None
    if not significant:
        return "inconclusive"
    return None if not difference else "better" if (difference > 0) == (wanted == "increase") else "worse"


def _leave_out(read: dict[str, Any], *, comparable: bool) -> None:
    """Leave out what compares a baseline with itself or with nothing, and placeholders where there are no units."""
    nothing = read["units"] == 0
    if nothing:
        read |= _NO_MEAN
    if nothing or not comparable or read["is_baseline"]:
        read |= _NO_COMPARISON
        if nothing or not comparable or read["probability_kind"] != "is_best":
            read |= _NO_CERTAINTY
    if read["difference_low"] is None and read["difference_high"] is None:
        read["interval_kind"] = None
        if read["mean_low"] is None and read["mean_high"] is None:
            read["interval_level"] = None
    if read["value_unit"] != "currency":
        read["currency"] = None


def _scale(read: dict[str, Any]) -> bool:
    """Bring the vendor's figures into their unit; returns whether that changes any."""
    per = 1 / (read["value_scale"] or 1.0)  # a hundredth as a factor would add an error of rounding
    if per == 1:
        return False
    absolute = "absolute" in (read["difference_kind"], read["interval_kind"])
    powers = {**dict.fromkeys(("value", *_MEAN, *(_DIFFERENCE if absolute else ())), 1), "variance": 2}
    for name, power in powers.items():
        if read[name] is not None:
            read[name] /= per**power
    return True


def _is_plain(read: dict[str, Any]) -> bool:
    return all(read[name] is None or read[name].__class__ is datetime for name in _TIMES)
