from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationReport(Model):
    """How one variation does on one goal.

    Attributes:
        id: The variation's id.
        visitors: How many different visitors saw the variation.
        conversion_data: Conversions of one variation.
        revenue_data: Revenue of one variation; for goals that count revenue.
        products_data: Ordered products of one variation; for goals that count products.
        metrics: The same and further figures, one entry per metric.
        stats: The figures day by day.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "visitors": "visitors",
        "conversion_data": "conversion_data",
        "revenue_data": "revenue_data",
        "products_data": "products_data",
        "metrics": "metrics",
        "stats": "stats",
    }

    id: str | None = None
    visitors: int | None = None
    conversion_data: ConversionData | None = None
    revenue_data: RevenueData | None = None
    products_data: ProductsData | None = None
    metrics: list[ReportMetric] | None = None
    stats: list[DailyFigure] | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.id = get("id")
            self.visitors = get("visitors")
            self.conversion_data = None if (v := get("conversion_data")) is None else ConversionData.from_dict(v)
            self.revenue_data = None if (v := get("revenue_data")) is None else RevenueData.from_dict(v)
            self.products_data = None if (v := get("products_data")) is None else ProductsData.from_dict(v)
            self.metrics = (
                None
                if (v := get("metrics")) is None
                else [ReportMetric.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
            self.stats = (
                None
                if (v := get("stats")) is None
                else [DailyFigure.from_dict(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .conversion_data import ConversionData
from .daily_figure import DailyFigure
from .products_data import ProductsData
from .report_metric import ReportMetric
from .revenue_data import RevenueData
