"""What comes of a comparison, and what every kind of comparison is asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple, TypeAlias, TypedDict

from attrs import field, frozen

from ._arguments import flag, keep, one_of, share
from ._sample import Sample

Direction: TypeAlias = Literal["increase", "decrease"]
Alternative: TypeAlias = Literal["two-sided", "larger", "smaller"]
DifferenceKind: TypeAlias = Literal["relative", "absolute"]
Verdict: TypeAlias = Literal["better", "worse", "inconclusive"]
CaveatKind: TypeAlias = Literal[
    "bandit",
    "disagreement",
    "few_units",
    "interval_not_corrected",
    "mixed_levels",
    "mixed_probabilities",
    "mixed_units",
    "no_direction",
    "no_relative_difference",
    "no_variance",
    "peeking",
    "prior_fallback",
    "ratio_metric",
    "segments",
    "too_few_experiments",
    "winners_curse",
]


@frozen
class Caveat:
    """Why a figure may mislead.

    Attributes:
        kind: one word for programs.
        message: a sentence for people.
    """

    kind: CaveatKind
    message: str

    def __str__(self) -> str:
        """The sentence."""
        return self.message


class Question(TypedDict, total=False):
    """What every comparison may be asked.

    Attributes:
        level: the coverage of the interval, from 0 to 1; ``1 - level`` is the greatest p-value that counts, and a
            probability to be better must be above it. 0.95 if left out; fix it before there are data.
        direction: which way is better, ``increase`` (if left out) or ``decrease``; None says that it is unknown, and
            there is no verdict then.
        difference_kind: ``relative`` (if left out): the difference as a share of the baseline's mean, or ``absolute``.
        running: the experiment still collects data. False if left out.
        bandit: the traffic followed the results, as multi-armed bandits' does. False if left out.
    """

    level: float
    direction: Direction | None
    difference_kind: DifferenceKind
    running: bool
    bandit: bool


@frozen(kw_only=True)
class Asked:
    """A question with every answer to it filled in and checked."""

    level: float = 0.95
    direction: Direction | None = "increase"
    difference_kind: DifferenceKind = "relative"
    running: bool = False
    bandit: bool = False

    def __attrs_post_init__(self) -> None:
        keep(self, share, "level")
        keep(self, flag, "running", "bandit")
        one_of(self.direction, "direction", _DIRECTIONS)
        one_of(self.difference_kind, "difference_kind", _KINDS)


_DIRECTIONS = ("increase", "decrease", None)
_KINDS = ("relative", "absolute")


class Interval(NamedTuple):
    """An estimate and its interval.

    Attributes:
        value: the estimate; None where there is none.
        low: the interval's lower end; None where it has none.
        high: its upper end; None where it has none.
        standard_error: of the estimate.
    """

    value: float | None
    low: float | None
    high: float | None
    standard_error: float | None


NOTHING = Interval(None, None, None, None)


@frozen(kw_only=True)
class Comparison:
    """How a variation compares with the baseline: the figures that result rows have, and what they rest on.

    ``print`` shows it with its assumptions and caveats. A figure that cannot be had is None, and a caveat says why.

    Attributes:
        baseline: what was measured of the baseline.
        variation: what was measured of the variation.
        test: which test it is.
        statistics: ``frequentist-fixed``, ``frequentist-sequential`` or ``bayesian``.
        difference: of the means; of a Bayesian, of the posterior means.
        difference_low: the lower end of its interval; None if there is none, as of a one-sided test.
        difference_high: the upper end.
        difference_kind: ``relative`` or ``absolute``.
        interval_level: the interval's coverage, from 0 to 1.
        standard_error: of the difference, in its kind; of a posterior, its standard deviation.
        p_value: the chance of a difference at least this large if there were none in truth; None for a Bayesian.
        alternative: what the p-value and the interval are about.
        probability: ``1 - p_value``, or the chance to be better than the baseline, as ``probability_kind`` says.
        probability_kind: ``significance`` or ``beats_baseline``.
        threshold: what the probability must exceed.
        loss: the expected loss if the variation is chosen, in the unit of the mean; None for a frequentist.
        direction: which way is better; None if unknown.
        significant: whether the probability is above the threshold, or, of a Bayesian, below its counterpart; None
            where nothing can be concluded.
        verdict: ``better``, ``worse`` or ``inconclusive``; None where ``significant`` or ``direction`` is.
        correction: for how many comparisons were made: ``none``, ``holm`` or ``benjamini-hochberg``.
        assumptions: what has to be true for this to be right.
        caveats: why figures may mislead.
    """

    baseline: Sample
    variation: Sample
    test: str
    statistics: str
    difference: float | None = None
    difference_low: float | None = None
    difference_high: float | None = None
    difference_kind: DifferenceKind = "relative"
    interval_level: float = 0.95
    standard_error: float | None = None
    p_value: float | None = None
    alternative: Alternative = "two-sided"
    probability: float | None = None
    probability_kind: str = "significance"
    threshold: float = 0.95
    loss: float | None = None
    direction: Direction | None = None
    significant: bool | None = None
    verdict: Verdict | None = None
    correction: str = "none"
    assumptions: tuple[str, ...] = field(default=(), repr=False)
    caveats: tuple[Caveat, ...] = ()

    def __str__(self) -> str:
        """The figures, the assumptions and the caveats, a line each."""
        return "\n".join(_lines(self))

    def has(self, kind: CaveatKind) -> bool:
        """Whether there is a caveat of this kind."""
        return any(caveat.kind == kind for caveat in self.caveats)


_WINNERS_CURSE = Caveat(
    "winners_curse",
    "effects picked because they are significant are smaller in truth, on average: shrink before adding them up",
)
_PEEKING = Caveat(
    "peeking",
    "the experiment is running: looking every day until it is significant finds 27 % false winners at a level of 95 % "
    "(46 % at 90 %), which a Bayesian probability does not remedy; use a sequential test, or wait for the planned end",
)
_BANDIT = Caveat(
    "bandit",
    "the traffic followed the results, so means are biased and tests do not hold: only the means are given",
)
_NO_DIRECTION = Caveat("no_direction", "the wanted direction is unknown, so there is no verdict")


def conclude(
    asked: Asked,
    baseline: Sample,
    variation: Sample,
    found: Interval,
    *,
    caveats: list[Caveat],
    p_value: float | None = None,
    beats: float | None = None,
    premature: bool = False,
    **figures: Any,
) -> Comparison:
    """The comparison with these figures, its verdict, and the caveats that all kinds of comparisons share.

    Args:
        asked: what was asked.
        baseline: what was measured of the baseline.
        variation: what was measured of the variation.
        found: the difference in its kind.
        caveats: what is known already.
        p_value: of a frequentist.
        beats: the chance that the variation is better, of a Bayesian.
        premature: there are too few data for a verdict.
        figures: the other fields of the comparison.
    """
    if asked.bandit:
        caveats, p_value, beats = [_BANDIT], None, None
        found, figures["loss"] = Interval(found.value, None, None, None), None
    elif asked.running and figures["statistics"] != "frequentist-sequential":
        caveats.append(_PEEKING)
    if asked.direction is None:
        caveats.append(_NO_DIRECTION)
    significant = None if premature else _significant(asked, p_value, beats)
    if significant:
        caveats.append(_WINNERS_CURSE)
    return Comparison(
        baseline=baseline,
        variation=variation,
        difference=found.value,
        difference_low=found.low,
        difference_high=found.high,
        standard_error=found.standard_error,
        difference_kind=asked.difference_kind,
        interval_level=asked.level,
        p_value=p_value,
        probability=beats if p_value is None else 1 - p_value,
        threshold=asked.level,
        direction=asked.direction,
        significant=significant,
        verdict=verdict_of(significant, _gain(asked, baseline, variation, beats), asked.direction),
        caveats=tuple(caveats),
        **figures,
    )


def _gain(asked: Asked, baseline: Sample, variation: Sample, beats: float | None) -> float:
    if beats is None:
        return variation.mean - baseline.mean
    # A prior may pull the posterior to the other side of the data.
    return beats - 0.5 if asked.direction == "increase" else 0.5 - beats


def _significant(asked: Asked, p_value: float | None, beats: float | None) -> bool | None:
    if p_value is not None:
        return p_value <= 1 - asked.level
    return None if beats is None else max(beats, 1 - beats) > asked.level


def verdict_of(significant: bool | None, gain: float, direction: Direction | None) -> Verdict | None:
    """The verdict on a difference."""
    if significant is None or direction is None:
        return None
    if not significant:
        return "inconclusive"
    return "better" if (gain > 0) is (direction == "increase") else "worse"


def _lines(found: Comparison) -> Iterator[str]:
    yield f"baseline   {found.baseline}"
    yield f"variation  {found.variation}"
    low, high = (_shown(end, found) for end in (found.difference_low, found.difference_high))
    if found.difference is not None:
        yield f"difference {_shown(found.difference, found)}, {found.interval_level:.4g} interval {low} to {high}"
    p_value = "" if found.p_value is None else f", p = {found.p_value:.3g}, {found.alternative}"
    beats = "" if found.loss is None else f", {found.probability:.2%} to be better, expected loss {found.loss:.3g}"
    corrected = "" if found.correction == "none" else f", corrected by {found.correction}"
    yield f"{found.verdict or 'no verdict'}: {found.test}{p_value}{corrected}{beats}"
    yield from (f"assumes    {one}" for one in found.assumptions)
    yield from (f"caution    {one}" for one in found.caveats)


def _shown(figure: float | None, found: Comparison) -> str:
    if figure is None:
        return "no end"
    return f"{figure:+.2%}" if found.difference_kind == "relative" else f"{figure:+.5g}"
