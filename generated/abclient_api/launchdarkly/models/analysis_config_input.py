from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class AnalysisConfigInput(Body):
    """How the figures of an experiment are to be judged."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "bayesian_threshold": "bayesianThreshold",
        "significance_threshold": "significanceThreshold",
        "test_direction": "testDirection",
        "multiple_comparison_correction_method": "multipleComparisonCorrectionMethod",
        "multiple_comparison_correction_scope": "multipleComparisonCorrectionScope",
        "sequential_testing_enabled": "sequentialTestingEnabled",
    }

    bayesian_threshold: str | Unset = UNSET
    """Chance to be the best, in percent, from which on a treatment counts as the winner; a number written as
    text."""
    significance_threshold: str | Unset = UNSET
    """p-value, 0 to 1, below which a difference is significant; a number written as text."""
    test_direction: str | Unset = UNSET
    """Whether the test is one-sided or two-sided."""
    multiple_comparison_correction_method: Literal["bonferroni", "benjamini-hochberg"] | Unset = UNSET
    """How p-values are corrected for several comparisons."""
    multiple_comparison_correction_scope: Literal["variations", "variations-and-metrics", "metrics"] | Unset = UNSET
    """Over what they are corrected."""
    sequential_testing_enabled: bool | Unset = UNSET
    """Whether figures may be judged at any time."""
