"""An analyst's tools over counts, comparisons and result rows: tests, posteriors, corrections, plans, portfolios.

::

    from abclient import analysis

    baseline = analysis.Sample.of_conversions(units=10_000, conversions=1_000)
    variation = analysis.Sample.of_conversions(units=10_000, conversions=1_130)
    print(analysis.fixed_horizon(baseline, variation))

Impossible input raises ``ValueError``; what cannot be computed is None, with a caveat. Each function's docstring has
its formula, its source, and what it must not be used for; ``docs/analysis.md`` answers questions with them.

Needs the extra ``analysis``, which installs SciPy. Does not depend on any vendor.
"""

from ._bayes import GAMMA_SQUARED, Prior, bayesian, posteriors
from ._comparison import (
    Alternative,
    Caveat,
    CaveatKind,
    Comparison,
    DifferenceKind,
    Direction,
    Interval,
    Question,
    Verdict,
)
from ._corrections import CorrectedRow, Correction, benjamini_hochberg, correct, correct_rows, holm
from ._fixed import fixed_horizon
from ._lift import LiftMethod, Quantile, lift
from ._plan import Design, Plan, Sides, detectable_effect, power_of, units_needed
from ._pooling import Pooled, PoolMethod, Shrunk, pool, shrink
from ._portfolio import Portfolio, WinRate, ended_comparisons, false_win_share, portfolio, win_rate
from ._posterior import Beta, Normal, Posterior, probability_best
from ._rows import Compare, cautions, rows_from_counts
from ._sample import Sample, SampleKind
from ._sequential import confidence_sequence, mixture_sprt
from ._split import SplitTest, sequential_split_test, split_test
from ._tables import query_counts, read_counts

__all__ = [
    "GAMMA_SQUARED",
    "Alternative",
    "Beta",
    "Caveat",
    "CaveatKind",
    "Compare",
    "Comparison",
    "CorrectedRow",
    "Correction",
    "Design",
    "DifferenceKind",
    "Direction",
    "Interval",
    "LiftMethod",
    "Normal",
    "Plan",
    "PoolMethod",
    "Pooled",
    "Portfolio",
    "Posterior",
    "Prior",
    "Quantile",
    "Question",
    "Sample",
    "SampleKind",
    "Shrunk",
    "Sides",
    "SplitTest",
    "Verdict",
    "WinRate",
    "bayesian",
    "benjamini_hochberg",
    "cautions",
    "confidence_sequence",
    "correct",
    "correct_rows",
    "detectable_effect",
    "ended_comparisons",
    "false_win_share",
    "fixed_horizon",
    "holm",
    "lift",
    "mixture_sprt",
    "pool",
    "portfolio",
    "posteriors",
    "power_of",
    "probability_best",
    "query_counts",
    "read_counts",
    "rows_from_counts",
    "sequential_split_test",
    "shrink",
    "split_test",
    "units_needed",
    "win_rate",
]
