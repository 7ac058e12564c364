from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class OrganizationSettings(Model):
    """How the organization analyses experiments; its other settings are not named here, and kept as they come."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "stats_engine": "statsEngine",
        "confidence_level": "confidenceLevel",
        "p_value_threshold": "pValueThreshold",
        "regression_adjustment_enabled": "regressionAdjustmentEnabled",
        "sequential_testing_enabled": "sequentialTestingEnabled",
        "multiple_exposure_min_percent": "multipleExposureMinPercent",
        "attribution_model": "attributionModel",
        "secure_attribute_salt": "secureAttributeSalt",
        "target_mde": "targetMDE",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("secure_attribute_salt",)

    stats_engine: str | None = None
    """Which statistics: bayesian or frequentist."""
    confidence_level: float | None = None
    """Chance to win from which a result counts, such as 0.95."""
    p_value_threshold: float | None = None
    """p-value below which a result counts, such as 0.05."""
    regression_adjustment_enabled: bool | None = None
    """Whether variance is reduced."""
    sequential_testing_enabled: bool | None = None
    """Whether frequentist results are valid at every look."""
    multiple_exposure_min_percent: float | None = None
    """Share of units in several variations that is reported."""
    attribution_model: str | None = None
    """Which conversions count."""
    secure_attribute_salt: str | None = None
    """What secure attributes are hashed with."""
    target_mde: float | None = None
    """Effect that experiments are planned for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.stats_engine = data.get("statsEngine")
            self.confidence_level = data.get("confidenceLevel")
            self.p_value_threshold = data.get("pValueThreshold")
            self.regression_adjustment_enabled = data.get("regressionAdjustmentEnabled")
            self.sequential_testing_enabled = data.get("sequentialTestingEnabled")
            self.multiple_exposure_min_percent = data.get("multipleExposureMinPercent")
            self.attribution_model = data.get("attributionModel")
            self.secure_attribute_salt = data.get("secureAttributeSalt")
            self.target_mde = data.get("targetMDE")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_organization_settings: Callable[[Any], OrganizationSettings] = OrganizationSettings.from_dict
