from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class TreatmentResultRep(Model):
    """The result of one treatment for one metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "treatment_id": "treatmentId",
        "treatment_name": "treatmentName",
        "mean": "mean",
        "percentile_value": "percentileValue",
        "percentile_interval": "percentileInterval",
        "p_value": "pValue",
        "credible_interval": "credibleInterval",
        "p_best": "pBest",
        "relative_differences": "relativeDifferences",
        "units": "units",
        "traffic": "traffic",
        "data_mean": "dataMean",
        "data_std_dev": "dataStdDev",
        "event_values_sum": "eventValuesSum",
        "distribution": "distribution",
        "model": "model",
        "bayesian_normal": "bayesianNormal",
        "bayesian_beta": "bayesianBeta",
        "correlation": "correlation",
        "standard_deviation_ratio": "standardDeviationRatio",
        "covariate_imbalance": "covariateImbalance",
        "variance_reduction": "varianceReduction",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "percentile_interval": "read_credible_interval_rep",
        "credible_interval": "read_credible_interval_rep",
        "relative_differences": "list of read_relative_difference_rep",
        "distribution": "read_distribution",
        "bayesian_normal": "read_bayesian_normal_stats_rep",
        "bayesian_beta": "read_bayesian_beta_binomial_stats_rep",
    }

    treatment_id: str | None = None
    """The treatment's id."""
    treatment_name: str | None = None
    """The treatment's name."""
    mean: float | None = None
    """Average in this sample, without its uncertainty; a rate for conversion metrics, else in the metric's unit."""
    percentile_value: float | None = None
    """The percentile in this sample, in place of the mean."""
    percentile_interval: CredibleIntervalRep | None = None
    """Where the percentile lies with its uncertainty."""
    p_value: float | None = None
    """Probability, 0 to 1, of such a difference from the baseline by chance, for frequentist experiments."""
    credible_interval: CredibleIntervalRep | None = None
    """A 90 % credible interval."""
    p_best: float | None = None
    """Probability, 0 to 1, that this treatment is the best."""
    relative_differences: list[RelativeDifferenceRep] | None = None
    """Differences from the other treatments, relative to them."""
    units: int | None = None
    """How many randomization units met this treatment."""
    traffic: int | None = None
    """How many units met it, with those that left the analysis."""
    data_mean: float | None = None
    """Mean of the data, before any model."""
    data_std_dev: float | None = None
    """Standard deviation of the data from unit to unit."""
    event_values_sum: float | None = None
    """Sum of the values of all events."""
    distribution: Distribution | None = None
    """The distribution of the mean."""
    model: Literal["bayesianNormal", "bayesianBeta"] | str | None = None
    """The model of the figures."""
    bayesian_normal: BayesianNormalStatsRep | None = None
    """The prior of a numeric metric."""
    bayesian_beta: BayesianBetaBinomialStatsRep | None = None
    """The prior of a conversion metric."""
    correlation: float | None = None
    """Correlation of the metric with its covariate."""
    standard_deviation_ratio: float | None = None
    """Standard deviation with the covariate by the one without."""
    covariate_imbalance: float | None = None
    """How far the covariate differs between treatments."""
    variance_reduction: float | None = None
    """Share of the variance that the covariate takes away."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.treatment_id = data.get("treatmentId")
            self.treatment_name = data.get("treatmentName")
            self.mean = data.get("mean")
            self.percentile_value = data.get("percentileValue")
            self.percentile_interval = (
                None if (v := data.get("percentileInterval")) is None else read_credible_interval_rep(v)
            )
            self.p_value = data.get("pValue")
            self.credible_interval = (
                None if (v := data.get("credibleInterval")) is None else read_credible_interval_rep(v)
            )
            self.p_best = data.get("pBest")
            self.relative_differences = (
                None
                if (v := data.get("relativeDifferences")) is None
                else [read_relative_difference_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.units = data.get("units")
            self.traffic = data.get("traffic")
            self.data_mean = data.get("dataMean")
            self.data_std_dev = data.get("dataStdDev")
            self.event_values_sum = data.get("eventValuesSum")
            self.distribution = None if (v := data.get("distribution")) is None else read_distribution(v)
            self.model = data.get("model")
            self.bayesian_normal = (
                None if (v := data.get("bayesianNormal")) is None else read_bayesian_normal_stats_rep(v)
            )
            self.bayesian_beta = (
                None if (v := data.get("bayesianBeta")) is None else read_bayesian_beta_binomial_stats_rep(v)
            )
            self.correlation = data.get("correlation")
            self.standard_deviation_ratio = data.get("standardDeviationRatio")
            self.covariate_imbalance = data.get("covariateImbalance")
            self.variance_reduction = data.get("varianceReduction")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_treatment_result_rep: Callable[[Any], TreatmentResultRep] = TreatmentResultRep.from_dict


from .bayesian_beta_binomial_stats_rep import BayesianBetaBinomialStatsRep, read_bayesian_beta_binomial_stats_rep
from .bayesian_normal_stats_rep import BayesianNormalStatsRep, read_bayesian_normal_stats_rep
from .credible_interval_rep import CredibleIntervalRep, read_credible_interval_rep
from .distribution import Distribution, read_distribution
from .relative_difference_rep import RelativeDifferenceRep, read_relative_difference_rep
