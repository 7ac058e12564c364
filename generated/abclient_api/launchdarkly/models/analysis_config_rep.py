from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AnalysisConfigRep(Model):
    """How the figures of an experiment are judged."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "bayesian_threshold": "bayesianThreshold",
        "significance_threshold": "significanceThreshold",
        "test_direction": "testDirection",
        "multiple_comparison_correction_method": "multipleComparisonCorrectionMethod",
        "multiple_comparison_correction_scope": "multipleComparisonCorrectionScope",
        "sequential_testing_enabled": "sequentialTestingEnabled",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    bayesian_threshold: str | None = None
    """Chance to be the best, in percent, from which on a treatment counts as the winner; a number written as
    text."""
    significance_threshold: str | None = None
    """p-value, 0 to 1, below which a difference is significant; a number written as text."""
    test_direction: str | None = None
    """Whether the test is one-sided or two-sided."""
    multiple_comparison_correction_method: Literal["bonferroni", "benjamini-hochberg"] | str | None = None
    """How p-values are corrected for several comparisons."""
    multiple_comparison_correction_scope: Literal["variations", "variations-and-metrics", "metrics"] | str | None = None
    """Over what they are corrected."""
    sequential_testing_enabled: bool | None = None
    """Whether figures may be judged at any time."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.bayesian_threshold = data.get("bayesianThreshold")
            self.significance_threshold = data.get("significanceThreshold")
            self.test_direction = data.get("testDirection")
            self.multiple_comparison_correction_method = data.get("multipleComparisonCorrectionMethod")
            self.multiple_comparison_correction_scope = data.get("multipleComparisonCorrectionScope")
            self.sequential_testing_enabled = data.get("sequentialTestingEnabled")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_analysis_config_rep: Callable[[Any], AnalysisConfigRep] = AnalysisConfigRep.from_dict
