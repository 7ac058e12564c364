"""Whether units were split as intended: the sample-ratio mismatch test, for one look and for many."""

from __future__ import annotations

import math
from collections.abc import Mapping

from attrs import frozen

from ._arguments import chance, count, mapping, number, positive
from ._special import special

# Below five expected units the chi-square distribution is a poor approximation (Cochran 1954).
_SMALLEST_EXPECTED = 5.0

# The logarithms and gamma functions of smaller ones do not exist.
_SMALLEST_SHARE = 1e-100

# Of Optimizely's ssrm-test: worth 10,000 units that were split as intended.
CONCENTRATION = 10_000.0


@frozen(kw_only=True)
class SplitTest:
    """How well the units that variations had agree with the shares that they should have had.

    Attributes:
        test: ``chi-square`` or ``sequential``.
        observed: the units, by variation.
        expected: the units that the shares ask for, by variation.
        p_value: the chance of a split at least this uneven, at this look or, of a sequential test, at any look at all,
            if traffic was split as intended; small is bad.
        statistic: Pearson's chi-square, or the logarithm of the Bayes factor against the intended split.
        posterior: the chance that the split is not the intended one, if both were as likely before; None of chi-square.
    """

    test: str
    observed: Mapping[str, int]
    expected: Mapping[str, float]
    p_value: float
    statistic: float
    posterior: float | None = None

    def __str__(self) -> str:
        """The figures of each variation."""
        split = ", ".join(f"{key} has {have:,}, not {self.expected[key]:,.0f}" for key, have in self.observed.items())
        return f"{self.test} test of the split, p = {self.p_value:.3g}: {split}"


def split_test(units: Mapping[str, int], allocation: Mapping[str, float]) -> SplitTest | None:
    """Test once, by Pearson's chi-square, whether units were split as intended.

    ``sum of (observed - expected)**2 / expected``, with one degree of freedom less than variations. Judge it by 0.001,
    or 0.01 at the most (Fabijan et al.: Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019).

    Must not be used every night: of healthy experiments, 7 % are below 0.01 at one of 30 looks. Must not be used
    for bandits, after the shares were changed, or with sessions or events in place of what was randomized.

    Args:
        units: how many units each variation had, exposed and not only converted.
        allocation: the share of each, in any unit. A variation without a share, or with 0, is left out, as its
            traffic may have been stopped; one that has a share and no units counts as having had 0.

    Returns:
        The test; None where it says nothing: with fewer than two shares, or less than 5 units expected of one.

    Raises:
        ValueError: a count or a share is missing, negative or NaN.
    """
    observed, shares = _both(units, allocation)
    expected = _expected(observed, shares)
    if len(shares) < 2 or min(expected.values()) < _SMALLEST_EXPECTED:
        return None
    chi_square = math.fsum((observed[key] - size) ** 2 / size for key, size in expected.items())
    # What scipy.stats.chisquare calls in the end; scipy.stats itself takes seconds to import.
    p_value = float(special().chdtrc(len(expected) - 1, chi_square))
    return SplitTest(test="chi-square", observed=observed, expected=expected, p_value=p_value, statistic=chi_square)


def sequential_split_test(
    units: Mapping[str, int],
    allocation: Mapping[str, float],
    *,
    concentration: float = CONCENTRATION,
    previous_p: float = 1.0,
) -> SplitTest | None:
    """Test at any time, as often as one likes, whether units were split as intended.

    The Bayes factor of a Dirichlet distribution around the shares ``s`` with this concentration ``c``, against the
    shares: ``ln BF = lgamma(c) - sum lgamma(c s) + sum lgamma(c s + n) - lgamma(c + N) - sum n ln s``, ``p =
    min(previous_p, 1 / BF)``, posterior ``BF / (1 + BF)`` (Lindon, Malek: Anytime-Valid Inference for Multinomial Count
    Data, NeurIPS 2022). Optimizely and LaunchDarkly say that they use it. It depends on the counts alone, not on the
    order or number of looks. Judge it by 0.01: at most one healthy experiment in a hundred is ever below.

    Must not be used for bandits, after the shares were changed, or with sessions or events in place of what was
    randomized.

    Args:
        units: how many units each variation had since the start, exposed and not only converted.
        allocation: the share of each, in any unit; as ``split_test``.
        concentration: how sure one is of the intended split beforehand, in units. More finds small mismatches of large
            experiments earlier, less finds large ones of small experiments earlier.
        previous_p: the p-value of the look before, which this one's does not exceed.

    Returns:
        The test; None with fewer than two shares, or without units.

    Raises:
        ValueError: a count or a share is missing, negative or NaN, or another argument cannot be.
    """
    observed, shares = _both(units, allocation)
    c = positive(concentration, "concentration")
    previous_p = chance(previous_p, "previous_p")
    total = sum(observed.values())
    if len(shares) < 2 or not total:
        return None
    log_factor = _log_factor(observed, shares, total, c)
    return SplitTest(
        test="sequential",
        observed=observed,
        expected=_expected(observed, shares),
        p_value=min(previous_p, math.exp(min(-log_factor, 0.0))),
        statistic=log_factor,
        posterior=1 / (1 + math.exp(min(-log_factor, 700.0))),
    )


def _log_factor(observed: Mapping[str, int], shares: Mapping[str, float], total: int, c: float) -> float:
    """The logarithm of the Bayes factor.

    Of each gamma function its greatest part is left out, ``x ln x - x``, as of a billion units it leaves few digits to
    the rest. What these parts add up to is the last sum, whose terms are small.
    """
    parts = [_small_part(c), -_small_part(c + total)]
    for key, have in observed.items():
        prior, expected = c * shares[key], (c + total) * shares[key]
        ratio, more = (prior + have) / expected, (have - total * shares[key]) / expected
        log = math.log1p(more) if abs(more) < _NEAR else math.log(ratio)
        parts += [-_small_part(prior), _small_part(prior + have), expected * (ratio * log - more)]
    return math.fsum(parts)


# Up to here the logarithm of one more is exact to the last digits.
_NEAR = 0.5

# From here on two terms of Stirling's series give all digits (the next is below 1 / 1260 x**5).
_STIRLING = 500.0


def _small_part(x: float) -> float:
    """``lgamma(x) - x ln x + x``."""
    if x < _STIRLING:
        return math.lgamma(x) - x * math.log(x) + x
    return (math.log(2 * math.pi) - math.log(x)) / 2 + 1 / (12 * x) - 1 / (360 * x**3)


def _both(units: Mapping[str, int], allocation: Mapping[str, float]) -> tuple[dict[str, int], dict[str, float]]:
    """The units of each variation that has a share, and the shares, which are 1 together."""
    mapping(units, "units", "variations to counts")
    allocation = mapping(allocation, "allocation", "variations to shares")
    shares = {key: number(weight, f"the share of {key}") for key, weight in allocation.items()}
    if any(weight < 0 for weight in shares.values()):
        raise ValueError(f"a share is negative: {shares}")
    shares = {key: weight for key, weight in shares.items() if weight}
    whole = math.fsum(shares.values())
    observed = {key: count(units.get(key, 0), f"the units of {key}") for key in shares}
    shares = {key: weight / whole for key, weight in shares.items()}
    for key, part in shares.items():
        if part < _SMALLEST_SHARE:
            raise ValueError(f"the share of {key} is {allocation[key]!r}, too small beside the others")
    return observed, shares


def _expected(observed: Mapping[str, int], shares: Mapping[str, float]) -> dict[str, float]:
    total = sum(observed.values())
    return {key: total * weight for key, weight in shares.items()}
