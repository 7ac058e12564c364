from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class NumericOutlier(Model):
    """How outliers are found."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "detection_type": "detection_type",
        "min": "min",
        "max": "max",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    detection_type: Literal["none", "min_max", "percentile"] | str | None = None
    """None, by bounds (`min_max`) or by percentiles."""
    min: float | None = None
    """The smallest that counts; of percentiles one of 1, 5, 10, 25, 50, 75, 90, 95 and 99."""
    max: float | None = None
    """The largest that counts; of percentiles likewise."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.detection_type = data.get("detection_type")
            self.min = data.get("min")
            self.max = data.get("max")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_numeric_outlier: Callable[[Any], NumericOutlier] = NumericOutlier.from_dict
