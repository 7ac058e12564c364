from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Outliers(Model):
    """How outliers are found."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "order_value": "order_value",
        "products_ordered_count": "products_ordered_count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "order_value": "read_numeric_outlier",
        "products_ordered_count": "read_numeric_outlier",
    }

    order_value: NumericOutlier | None = None
    """Which orders count, by their value."""
    products_ordered_count: NumericOutlier | None = None
    """Which orders count, by the number of their products."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.order_value = None if (v := data.get("order_value")) is None else read_numeric_outlier(v)
            self.products_ordered_count = (
                None if (v := data.get("products_ordered_count")) is None else read_numeric_outlier(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_outliers: Callable[[Any], Outliers] = Outliers.from_dict


from .numeric_outlier import NumericOutlier, read_numeric_outlier
