from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Analysis(Model):
    """Figures of a variation for a metric; a figure that was not computed is 0."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "engine": "engine",
        "numerator": "numerator",
        "denominator": "denominator",
        "mean": "mean",
        "stddev": "stddev",
        "percent_change": "percentChange",
        "ci_low": "ciLow",
        "ci_high": "ciHigh",
        "p_value": "pValue",
        "risk": "risk",
        "chance_to_beat_control": "chanceToBeatControl",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    engine: Literal["bayesian", "frequentist"] | str | None = None
    """Which statistics."""
    numerator: float | None = None
    """The measured sum or count."""
    denominator: float | None = None
    """What it is divided by: units, or of a ratio its denominator."""
    mean: float | None = None
    """Mean per unit."""
    stddev: float | None = None
    """Standard deviation over units."""
    percent_change: float | None = None
    """Relative difference from the baseline; 0.1 is 10 % more."""
    ci_low: float | None = None
    """Lower end of its interval."""
    ci_high: float | None = None
    """Upper end of its interval."""
    p_value: float | None = None
    """p-value, of frequentist results."""
    risk: float | None = None
    """Expected loss if it is chosen, of Bayesian results."""
    chance_to_beat_control: float | None = None
    """Probability to be better than the baseline in the wanted direction, of Bayesian results."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.engine = data.get("engine")
            self.numerator = data.get("numerator")
            self.denominator = data.get("denominator")
            self.mean = data.get("mean")
            self.stddev = data.get("stddev")
            self.percent_change = data.get("percentChange")
            self.ci_low = data.get("ciLow")
            self.ci_high = data.get("ciHigh")
            self.p_value = data.get("pValue")
            self.risk = data.get("risk")
            self.chance_to_beat_control = data.get("chanceToBeatControl")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_analysis: Callable[[Any], Analysis] = Analysis.from_dict
