"""Over many experiments: how often they win, how many of the wins are false, and what they bring."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar, cast

from attrs import frozen

from ..results import ExperimentKey, ResultRow
from ..results._given import rows_alone
from ._arguments import count, share
from ._comparison import Caveat, Comparison, Direction
from ._corrections import comparisons_of
from ._fixed import fixed_horizon
from ._lift import wilson
from ._pooling import Pooled, Shrunk, pool, shrink
from ._sample import Sample
from ._special import normal_quantile

K = TypeVar("K", bound=Hashable)


@frozen(kw_only=True)
class WinRate:
    """How many of the experiments were won.

    Attributes:
        wins: how many were won.
        experiments: of how many; say of which: all, or those that were decided.
        rate: ``wins / experiments``.
        low: the lower end of the interval.
        high: its upper end.
        interval_level: its coverage.
    """

    wins: int
    experiments: int
    rate: float
    low: float
    high: float
    interval_level: float

    def __str__(self) -> str:
        """The rate with its interval."""
        ends = f"{self.interval_level:.4g} interval {self.low:.1%} to {self.high:.1%}"
        return f"{self.wins} of {self.experiments} won: {self.rate:.1%}, {ends}"


def win_rate(wins: int, experiments: int, *, level: float = 0.95) -> WinRate:
    """The share of experiments that were won, with Wilson's interval (1927).

    Count an experiment once, by its primary metric, whatever its number of variations. Some of the wins are
    false: see ``false_win_share``. Must not be compared between teams that have other denominators.

    Args:
        wins: how many were won.
        experiments: of how many.
        level: the coverage of the interval.

    Raises:
        ValueError: there are no experiments, or fewer than wins.
    """
    wins, experiments = count(wins, "wins"), count(experiments, "experiments")
    if not wins <= experiments or not experiments:
        raise ValueError(f"{wins} wins of {experiments} experiments cannot be")
    level = share(level, "level")
    low, high = wilson(wins, experiments, normal_quantile((1 + level) / 2))
    return WinRate(
        wins=wins, experiments=experiments, rate=wins / experiments, low=low, high=high, interval_level=level
    )


def false_win_share(true_share: float, *, level: float = 0.95, power: float = 0.8) -> float:
    """Which share of the wins is false, if this share of all ideas works.

    ``a (1 - s) / (a (1 - s) + power s)`` with ``a = (1 - level) / 2``, the chance that an idea without effect wins in a
    two-sided test (Kohavi, Deng, Vermeer: A/B Testing Intuition Busters, KDD 2022). Must not be given the observed win
    rate, which has the false wins in it.

    Args:
        true_share: of ideas that work.
        level: at which experiments are judged, two-sided.
        power: the chance to find an effect that is there.

    Raises:
        ValueError: a share is not between 0 and 1.
    """
    true_share = share(true_share, "true_share")
    false = (1 - share(level, "level")) / 2 * (1 - true_share)
    return false / (false + share(power, "power") * true_share)


@frozen(kw_only=True)
class Portfolio(Generic[K]):
    """What many experiments came to. Effects are gains: positive ones are in the wanted direction.

    Attributes:
        win_rate: of all experiments with a verdict.
        won: which were won.
        lost: which were lost.
        undecided: which were neither.
        left_out: which had no verdict or no effect.
        pooled: the mean effect, and where the next one will be.
        shrunk: the effect to be expected of each experiment in truth.
        observed_gain: the sum of the observed effects of those that were won: too large.
        expected_gain: the sum of their shrunk effects.
        caveats: why figures may mislead.
    """

    win_rate: WinRate
    won: tuple[K, ...]
    lost: tuple[K, ...]
    undecided: tuple[K, ...]
    left_out: tuple[K, ...]
    pooled: Pooled
    shrunk: Mapping[K, Shrunk]
    observed_gain: float
    expected_gain: float
    caveats: tuple[Caveat, ...] = ()

    def __str__(self) -> str:
        """The figures and the caveats."""
        lines = [
            str(self.win_rate),
            f"{len(self.lost)} lost, {len(self.undecided)} undecided, {len(self.left_out)} left out",
            f"the winners' effects add up to {self.expected_gain:+.4g}; as observed, to {self.observed_gain:+.4g}",
            str(self.pooled),
            *(f"caution    {caveat}" for caveat in self.caveats),
        ]
        return "\n".join(lines)


def portfolio(comparisons: Mapping[K, Comparison], *, level: float = 0.95) -> Portfolio[K]:
    """What many experiments came to: ``win_rate``, ``pool`` and ``shrink`` of their comparisons.

    Give one comparison of each experiment that ended: of its primary metric, and of several variations the one that
    was to be shipped before there were data. Must not be given running experiments, segments, or winners alone.

    Args:
        comparisons: by experiment, all relative.
        level: the coverage of the intervals.

    Raises:
        ValueError: fewer than two have a verdict; some are absolute, whose units differ, or Bayesian, which their
            prior has shrunk already.
    """
    gains: dict[K, float] = {}
    errors: dict[K, float] = {}
    for key, one in comparisons_of(comparisons).items():
        if one.statistics == "bayesian" or one.difference_kind != "relative":
            kind = f"{one.difference_kind} and {one.statistics}"
            raise ValueError(f"{key!r} is {kind}: give relative comparisons that are not Bayesian")
        if one.verdict and one.difference is not None and one.standard_error:
            gains[key] = one.difference if one.direction == "increase" else -one.difference
            errors[key] = one.standard_error
    won, lost, undecided = (
        tuple(key for key in gains if comparisons[key].verdict == word) for word in ("better", "worse", "inconclusive")
    )
    shrunk = shrink(gains, errors)
    return Portfolio(
        win_rate=win_rate(len(won), len(gains), level=level),
        won=won,
        lost=lost,
        undecided=undecided,
        left_out=tuple(key for key in comparisons if key not in gains),
        pooled=pool(list(gains.values()), list(errors.values()), level=level),
        shrunk=shrunk,
        observed_gain=math.fsum(gains[key] for key in won),
        expected_gain=math.fsum(shrunk[key].effect for key in won),
        caveats=tuple(_mixed([comparisons[key] for key in gains])),
    )


_OVER = ("ended", "archived")


def ended_comparisons(rows: Iterable[ResultRow]) -> dict[ExperimentKey, Comparison]:
    """The comparison of each experiment that can be a part of a portfolio, computed from its counts.

    These are experiments that ended, with one variation and a primary metric that is a conversion, compared by
    ``fixed_horizon``. All others are left out.

    Args:
        rows: of any number of experiments, the newest of each metric; segments are left out.
    """
    parts: dict[ExperimentKey, list[ResultRow]] = {}
    for row in rows_alone(rows, "rows"):
        if row.status in _OVER and row.is_primary and row.segment is None and row.metric_kind == "conversion":
            parts.setdefault(row.experiment, []).append(row)
    found: dict[ExperimentKey, Comparison] = {}
    for key, own in parts.items():
        baseline = [row for row in own if row.is_baseline]
        others = [row for row in own if row.is_baseline is False]
        if len(baseline) == len(others) == 1 and all(row.units and row.conversions is not None for row in own):
            direction = cast("Direction", others[0].direction or "increase")
            found[key] = fixed_horizon(Sample.of_row(baseline[0]), Sample.of_row(others[0]), direction=direction)
    return found


def _mixed(comparisons: Sequence[Comparison]) -> Iterator[Caveat]:
    if len({(one.threshold, one.statistics, one.correction, one.alternative) for one in comparisons}) > 1:
        message = "experiments were judged by several levels, tests or corrections: their wins are not alike"
        yield Caveat("mixed_levels", message)
    if any(one.has("peeking") for one in comparisons):
        yield Caveat("peeking", "some experiments are running: leave them out, or wins are counted that do not last")
