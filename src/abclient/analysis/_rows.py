"""Between result rows and comparisons: rows from a table of counts, and what not to do with rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol, cast

from ..results import COLUMNS, ResultRow
from ..results._given import rows_alone
from ..results._rows import with_winner
from ..results._values import as_flag, as_row
from ._arguments import count, one_of
from ._comparison import Caveat, Comparison, Direction
from ._fixed import fixed_horizon
from ._sample import Sample


class Compare(Protocol):
    """A function that compares, such as ``fixed_horizon``, or a ``functools.partial`` of one."""

    def __call__(
        self, baseline: Sample, variation: Sample, *, direction: Direction | None = ..., running: bool = ...
    ) -> Comparison:
        """Compare two samples."""
        ...


_MADE = {
    *("difference", "difference_low", "difference_high", "difference_kind", "probability", "probability_kind"),
    *("interval_kind", "interval_level", "significant", "verdict", "threshold", "alternative", "correction"),
    *(
        "statistics",
        "mean_low",
        "mean_high",
        "units_remaining",
        "vendor",
        "fetched_at",
        "edition",
        "result_key",
        "row_key",
    ),
}
_COPIED = COLUMNS.keys() - _MADE
_KNOWN = _COPIED | {"squares"}
# What a row's result is told apart by, and the point in time.
_GROUP = (
    *("account", "project", "environment", "experiment_id", "iteration", "metric_kind", "segment"),
    *("period_start", "period_end"),
)
_RATIOS = ("ratio", " per session", " per event")


def rows_from_counts(
    table: Iterable[Mapping[str, Any]], *, vendor: str, fetched_at: datetime, compare: Compare = fixed_horizon
) -> list[ResultRow]:
    """Result rows of your own counts, for vendors that give no results: from a warehouse, or an export of events.

    Each line of the table is of one variation and one metric. It has those fields of ``ResultRow`` that are known, of
    which ``experiment_id``, ``variation_id`` and ``is_baseline`` must be, and what was counted:

    - of a conversion ``units`` and ``conversions``;
    - of a value ``units``, ``value`` (the sum) and ``squares`` (the sum of squares), or ``units``, ``mean`` and
      ``variance``;
    - ``direction`` of the metric: ``increase`` (if left out) or ``decrease``.

    A metric has a ``metric_id``, a ``metric_name`` or both. The best of the variations that are significantly better is
    the ``winner``, the others are ``better``; ``winners`` looks at metrics whose lines have ``is_primary``.

    ``frame.to_dict("records")`` of pandas, ``to_dicts()`` of Polars and ``to_pylist()`` of Arrow are such tables.

    A variation without units has a row without comparison. Where nothing can be concluded the probability is null.

    Must not be given counts of bandits, nor of metrics per session or event, whose units are not what was randomized.

    Args:
        table: lines in any order.
        vendor: the module name of the vendor whose experiments these are.
        fetched_at: when it was counted.
        compare: how; for example ``functools.partial(bayesian, prior="control")``. The direction is a column of the
            table, so it cannot be set here.

    Raises:
        TypeError: the table is not one of mappings, such as a data frame itself.
        ValueError: a count is missing, negative or cannot be; a metric has one variation alone, not one baseline, or a
            variation twice; a direction or a column is unknown. The message names the experiment and the metric.
    """
    if "direction" in getattr(compare, "keywords", {}):
        raise ValueError("compare has a direction of its own: give the table a column direction")
    groups: dict[tuple[Any, ...], list[dict[str, Any]]] = defaultdict(list)
    for line in lines_of(table):
        known = {name: value for name, value in line.items() if not _is_missing(value)}
        groups[known.get("metric_id", known.get("metric_name")), *(known.get(name) for name in _GROUP)].append(known)
    rows: list[ResultRow] = []
    for (metric, *_), lines in groups.items():
        try:
            made = {"vendor": vendor, "fetched_at": fetched_at, "edition": "counts", "direction": _direction(lines)}
            rows += with_winner(list(_metric_rows(lines, made, compare)))
        except (TypeError, ValueError) as error:
            raise ValueError(f"experiment {lines[0].get('experiment_id')}, metric {metric}: {error}") from error
    return rows


def lines_of(table: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The lines of a table.

    Raises:
        TypeError: one of them is not a mapping; a data frame, for example, gives the names of its columns.
    """
    for line in cast("Iterable[object]", table):
        if not isinstance(line, Mapping):
            raise TypeError(
                f"each line of the counts must be a mapping, not {type(line).__name__}: give a list of them, such as"
                ' frame.to_dict("records") of pandas, to_dicts() of Polars or to_pylist() of Arrow'
            )
        yield cast("Mapping[str, Any]", line)


def _is_missing(value: Any) -> bool:
    """Whether it is None, NaN, or what pandas has in their place."""
    return value is None or str(value == value) in ("False", "<NA>")


def _metric_rows(lines: list[dict[str, Any]], made: dict[str, Any], compare: Compare) -> Iterator[ResultRow]:
    """The rows of one metric of one experiment."""
    _check(lines)
    samples = [_sample(line) for line in lines]
    baseline = next(place for place, line in enumerate(lines) if _is_baseline(line))
    against = samples[baseline]
    for place, (line, sample) in enumerate(zip(lines, samples, strict=True)):
        values: dict[str, Any] = {name: value for name, value in line.items() if name in _COPIED} | made
        values.setdefault("metric_kind", "conversion" if "conversions" in line else "value")
        if sample is not None:
            values |= {"mean": sample.mean, "variance": sample.variance}
        if place != baseline and sample is not None and against is not None:
            running = line.get("status") == "running"
            values |= _figures(compare(against, sample, direction=made["direction"], running=running))
        yield as_row(values)


def _check(lines: list[dict[str, Any]]) -> None:
    unknown = sorted({name for line in lines for name in line} - _KNOWN)
    if unknown:
        raise ValueError(f"{', '.join(unknown)}: no such column; there are {', '.join(sorted(_KNOWN))}")
    for name in ("experiment_id", "variation_id", "is_baseline"):
        if not all(name in line for line in lines):
            raise ValueError(f"{name} is missing")
    for ratio in _RATIOS:
        if any(ratio in str(line.get("metric_kind", "")) for line in lines):
            raise ValueError(f"the metric is of the kind {ratio.strip()}, whose units are not what was randomized")
    variations = [line["variation_id"] for line in lines]
    if len(set(variations)) < len(variations):
        raise ValueError(f"a variation is there twice: {', '.join(map(str, variations))}")
    if len(lines) < 2:
        raise ValueError(f"there is one variation alone, {variations[0]}: nothing to compare it with")
    baselines = sum(_is_baseline(line) for line in lines)
    if baselines != 1:
        raise ValueError(f"{baselines} variations are the baseline, not one")


def _is_baseline(line: Mapping[str, Any]) -> bool:
    try:
        return as_flag(line["is_baseline"]) or False
    except ValueError as error:
        raise ValueError(f"is_baseline is {error}") from None


def _direction(lines: list[dict[str, Any]]) -> Direction:
    """Which way is better for the metric, by those of its lines that say so."""
    given: list[Direction] = [line["direction"] for line in lines if "direction" in line] or ["increase"]
    for direction in given:
        one_of(direction, "direction", ("increase", "decrease"))
    if len(set(given)) > 1:
        raise ValueError("the metric shall both increase and decrease")
    return given[0]


def _sample(line: Mapping[str, Any]) -> Sample | None:
    """What a line counts; None of no units at all."""
    units = count(_given(line, "units"), "units")
    if not units:
        return None
    if "conversions" in line:
        return Sample.of_conversions(units=units, conversions=line["conversions"])
    if "variance" in line:
        return Sample.of_moments(units=units, mean=_given(line, "mean"), variance=line["variance"])
    if "squares" in line:
        return Sample.of_sums(units=units, total=_given(line, "value"), squares=line["squares"])
    raise ValueError("there are neither conversions, nor value and squares, nor mean and variance")


def _given(line: Mapping[str, Any], name: str) -> Any:
    if name not in line:
        raise ValueError(f"{name} is missing")
    return line[name]


def _figures(found: Comparison) -> dict[str, Any]:
    """What a row holds of a comparison."""
    certain = found.significant is not None
    interval = found.difference_low is not None or found.difference_high is not None
    return {
        "difference": found.difference,
        "difference_low": found.difference_low,
        "difference_high": found.difference_high,
        "difference_kind": None if found.difference is None else found.difference_kind,
        "probability": found.probability if certain else None,
        "probability_kind": found.probability_kind if certain else None,
        "interval_kind": found.difference_kind if interval else None,
        "interval_level": found.interval_level if interval else None,
        "significant": found.significant,
        "verdict": found.verdict,
        "threshold": found.threshold if certain else None,
        "alternative": found.alternative if certain else None,
        "correction": found.correction if certain else None,
        "statistics": found.statistics,
    }


def cautions(rows: Iterable[ResultRow]) -> tuple[Caveat, ...]:
    """What not to do with these rows: why their figures are not alike, or say less than they seem to.

    Looks at what rows hold. They do not say whether an experiment is a bandit.

    Args:
        rows: that are about to be sorted, counted or compared together.
    """
    return tuple(_cautions(rows_alone(rows, "rows")))


def _cautions(rows: list[ResultRow]) -> Iterator[Caveat]:
    sure = [one for one in rows if one.probability is not None]
    kinds = sorted({f"{one.probability_kind} ({one.statistics}, {one.vendor})" for one in sure})
    if len(kinds) > 1:
        yield Caveat("mixed_probabilities", f"probabilities of several kinds, not to be compared: {', '.join(kinds)}")
    if any(one.is_baseline for one in sure):
        yield Caveat("mixed_probabilities", "some baselines have a chance to be the best: leave them out of winners")
    yield from _mixed(rows)
    if any(one.status == "running" and one.statistics != "frequentist-sequential" for one in sure):
        yield Caveat("peeking", "some experiments are running: wait for the end, unless the test is sequential")
    if any(one.segment is not None for one in rows):
        message = "units of segments are among those of all visitors: look at segments, but decide by the whole"
        yield Caveat("segments", message)
    kinds = sorted({kind for kind in (one.metric_kind or "" for one in rows) if any(name in kind for name in _RATIOS)})
    if kinds:
        yield Caveat("ratio_metric", f"units of {', '.join(kinds)} are not what was randomized: test nothing anew")


def _mixed(rows: list[ResultRow]) -> Iterator[Caveat]:
    """What has several levels, corrections or units."""
    levels = {_level(one) for one in rows if one.difference_low is not None or one.difference_high is not None}
    if len(levels) > 1:
        message = f"intervals of several levels or kinds, whose widths cannot be compared: {', '.join(sorted(levels))}"
        yield Caveat("mixed_levels", message)
    corrections = sorted({one.correction for one in rows if one.correction is not None})
    if len(corrections) > 1:
        message = f"figures are corrected for multiple comparisons in several ways: {', '.join(corrections)}"
        yield Caveat("mixed_levels", message)
    if len({one.difference_kind for one in rows if one.difference is not None}) > 1:
        yield Caveat("mixed_units", "some differences are relative and others absolute: do not sort them together")
    units = sorted({f"{one.value_unit} {one.currency or ''}".strip() for one in rows if one.value_unit is not None})
    if len(units) > 1:
        yield Caveat("mixed_units", f"values are in several units, and cannot be added: {', '.join(units)}")


def _level(row: ResultRow) -> str:
    """Such as ``90 % (bayesian)``; where the level is unknown, each vendor's is another."""
    if row.interval_level is None:
        return f"unknown ({row.statistics or 'unknown'}, {row.vendor})"
    return f"{100 * row.interval_level:.4g} % ({row.statistics or 'unknown'})"
