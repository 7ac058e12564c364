"""Corrections for how many comparisons were made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Literal, TypeAlias, TypeVar

from attrs import evolve, frozen

from ..results import ResultRow
from ..results._given import rows_alone
from ._arguments import chance, listed, mapping, one_of, share
from ._comparison import Caveat, Comparison, verdict_of

Correction: TypeAlias = Literal["holm", "benjamini-hochberg"]
K = TypeVar("K", bound=Hashable)


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """P-values corrected so that the chance of one or more false findings is at most the level (Holm 1979).

    In rising order ``p(i) * (m - i + 1)``, at least that of the one before, at most 1. It holds however the comparisons
    depend on one another. Use it where each finding is acted upon, as the metrics of one experiment.

    Must not be given Bayesian probabilities, or a selection of the p-values.

    Args:
        p_values: of one family; None is not counted and stays None.

    Raises:
        ValueError: a p-value is not between 0 and 1.
    """
    p_values = listed(p_values, "p_values")
    order = _rising(p_values)
    return _spread(p_values, order, [p * (len(order) - rank) for rank, (p, _) in enumerate(order)], falling=False)


def benjamini_hochberg(p_values: Sequence[float | None]) -> list[float | None]:
    """P-values corrected so that of the findings, on average, at most the level's share is false (1995).

    In rising order ``p(i) * m / i``, at most that of the one behind. It holds for independent and for positively
    dependent comparisons. Use it for lists of findings, as over many experiments.

    Must not be used where a single false finding is costly, nor be given Bayesian probabilities, or a selection of the
    p-values.

    Args:
        p_values: of one family; None is not counted and stays None.

    Raises:
        ValueError: a p-value is not between 0 and 1.
    """
    p_values = listed(p_values, "p_values")
    order = _rising(p_values)
    return _spread(p_values, order, [p * len(order) / (rank + 1) for rank, (p, _) in enumerate(order)], falling=True)


def _rising(p_values: Sequence[float | None]) -> list[tuple[float, int]]:
    return sorted((chance(p, "a p-value"), place) for place, p in enumerate(p_values) if p is not None)


def _spread(
    p_values: Sequence[float | None], order: list[tuple[float, int]], scaled: list[float], *, falling: bool
) -> list[float | None]:
    """The scaled p-values, made to rise with the ranks, at the places where the p-values were."""
    found: list[float | None] = [None] * len(p_values)
    limit = 1.0 if falling else 0.0
    places = [(p, place) for p, (_, place) in zip(scaled, order, strict=True)]
    for p, place in reversed(places) if falling else places:
        limit = min(limit, p) if falling else min(max(limit, p), 1.0)
        found[place] = limit
    return found


_METHODS: Mapping[str, Callable[[Sequence[float | None]], list[float | None]]] = {
    "holm": holm,
    "benjamini-hochberg": benjamini_hochberg,
}
_INTERVAL = Caveat(
    "interval_not_corrected", "the p-value is corrected for how many comparisons were made, the interval not"
)


def correct(
    comparisons: Mapping[K, Comparison],
    *,
    method: Correction = "holm",
    family: Callable[[K], Hashable] | None = None,
) -> dict[K, Comparison]:
    """The comparisons with p-values, verdicts and significance corrected within each family.

    Must not be used on comparisons that were chosen by their result, nor twice. The primary metric of an experiment
    with a single variation is commonly a family of its own: leave it out, and correct the others.

    Args:
        comparisons: by whatever tells them apart, such as ``(experiment, metric, variation)``.
        method: ``holm``, or ``benjamini-hochberg``.
        family: the family that a key belongs to; left out, all belong to one.

    Raises:
        ValueError: a comparison is Bayesian or corrected already, or those of a family have several levels.
    """
    one_of(method, "method", tuple(_METHODS))
    families: dict[Hashable, list[K]] = defaultdict(list)
    for key, comparison in comparisons_of(comparisons).items():
        if comparison.statistics == "bayesian":
            raise ValueError(f"{key!r} is Bayesian: there is no p-value to correct")
        if comparison.correction != "none":
            raise ValueError(f"{key!r} is corrected already, by {comparison.correction}")
        families[None if family is None else family(key)].append(key)
    corrected = dict(comparisons)
    for keys in families.values():
        if len({comparisons[key].interval_level for key in keys}) > 1:
            raise ValueError("comparisons of one family have several levels: compare them anew with one")
        for key, p in zip(keys, _METHODS[method]([comparisons[key].p_value for key in keys]), strict=True):
            corrected[key] = _corrected(comparisons[key], p, method)
    return corrected


def comparisons_of(comparisons: Mapping[K, Comparison]) -> Mapping[K, Comparison]:
    """Comparisons by key, each of which is checked to be one."""
    mapping(comparisons, "comparisons", "keys to comparisons")
    for key, one in comparisons.items():
        if not isinstance(one, Comparison):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"comparisons has a {type(one).__name__} under {key!r}, not a Comparison")
    return comparisons


def _corrected(found: Comparison, p_value: float | None, method: Correction) -> Comparison:
    if p_value is None:
        return found
    significant = None if found.significant is None else p_value <= 1 - found.threshold
    dropped = ("disagreement", "" if significant else "winners_curse")
    caveats = [caveat for caveat in found.caveats if caveat.kind not in dropped]
    return evolve(
        found,
        p_value=p_value,
        probability=1 - p_value,
        significant=significant,
        verdict=verdict_of(significant, found.variation.mean - found.baseline.mean, found.direction),
        correction=method,
        caveats=(*caveats, _INTERVAL),
    )


@frozen(kw_only=True)
class CorrectedRow:
    """A row of results, and what is left of its significance.

    Attributes:
        row: the row.
        p_value: ``1 - probability``; None of a row that has no significance, such as a baseline's.
        corrected_p_value: after the correction; None where there is no p-value.
        significant: whether that is at most ``1 - level``; None where there is no p-value.
    """

    row: ResultRow
    p_value: float | None
    corrected_p_value: float | None
    significant: bool | None


def correct_rows(
    rows: Iterable[ResultRow],
    *,
    method: Correction = "holm",
    family: Literal["experiment", "all"] = "experiment",
    level: float = 0.95,
) -> list[CorrectedRow]:
    """The significance that a vendor's rows have left when corrected for how many there are.

    Must not be given rows whose significance the vendor has corrected already, which would be too strict: Optimizely's
    Stats Engine does, Convert and LaunchDarkly if told to. A vendor that rounds says 1 for a p-value of 0.

    Args:
        rows: of one vendor; no segments, no series, each result once.
        method: ``holm``, or ``benjamini-hochberg``.
        family: all comparisons of an ``experiment``, or ``all`` rows together.
        level: what ``1 - p`` must exceed.

    Returns:
        One for each row, in their order.

    Raises:
        ValueError: the rows are of several vendors, whose figures are not alike, or of several segments; several are of
            one comparison, as in a history; or there is a figure that cannot be.
    """
    one_of(method, "method", tuple(_METHODS))
    one_of(family, "family", ("experiment", "all"))
    alpha, rows = 1 - share(level, "level"), rows_alone(rows, "rows")
    if len({row.vendor for row in rows}) > 1:
        raise ValueError("rows of several vendors, whose p-values are not of one kind: correct each vendor's alone")
    p_values = [_p_value(row) for row in rows]
    _check_family([row for row, p in zip(rows, p_values, strict=True) if p is not None])
    families: dict[Hashable, list[int]] = defaultdict(list)
    for place, row in enumerate(rows):
        families[row.experiment if family == "experiment" else None].append(place)
    corrected: list[float | None] = [None] * len(rows)
    for places in families.values():
        for place, p in zip(places, _METHODS[method]([p_values[place] for place in places]), strict=True):
            corrected[place] = p
    return [
        CorrectedRow(row=row, p_value=raw, corrected_p_value=p, significant=None if p is None else p <= alpha)
        for row, raw, p in zip(rows, p_values, corrected, strict=True)
    ]


def _check_family(rows: Sequence[ResultRow]) -> None:
    """Refuse rows that would count a comparison more often than it was made."""
    segments = {row.segment or "all visitors" for row in rows}
    if len(segments) > 1:
        raise ValueError(f"rows are of several segments, {', '.join(sorted(segments))}: correct each alone")
    times = Counter(row.row_key for row in rows)
    for row in rows:
        if times[row.row_key] > 1:
            what = f"experiment {row.experiment_id}, metric {row.metric_name or row.metric_id}, {row.variation_id}"
            raise ValueError(f"{what}: there are {times[row.row_key]} rows of one comparison: give the newest alone")


def _p_value(row: ResultRow) -> float | None:
    if row.probability_kind != "significance" or row.probability is None or row.is_baseline:
        return None
    return 1 - row.probability
