from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationReport(Model):
    """How one variation does on one goal."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "visitors": "visitors",
        "conversion_data": "conversion_data",
        "revenue_data": "revenue_data",
        "products_data": "products_data",
        "metrics": "metrics",
        "stats": "stats",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "conversion_data": "read_conversion_data",
        "revenue_data": "read_revenue_data",
        "products_data": "read_products_data",
        "metrics": "list of read_report_metric",
        "stats": "list of read_daily_figure",
    }

    id: str | None = None
    """The variation's id."""
    visitors: int | None = None
    """How many different visitors saw the variation."""
    conversion_data: ConversionData | None = None
    """Conversions of one variation."""
    revenue_data: RevenueData | None = None
    """Revenue of one variation; for goals that count revenue."""
    products_data: ProductsData | None = None
    """Ordered products of one variation; for goals that count products."""
    metrics: list[ReportMetric] | None = None
    """The same and further figures, one entry per metric."""
    stats: list[DailyFigure] | None = None
    """The figures day by day."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.visitors = data.get("visitors")
            self.conversion_data = None if (v := data.get("conversion_data")) is None else read_conversion_data(v)
            self.revenue_data = None if (v := data.get("revenue_data")) is None else read_revenue_data(v)
            self.products_data = None if (v := data.get("products_data")) is None else read_products_data(v)
            self.metrics = (
                None
                if (v := data.get("metrics")) is None
                else [read_report_metric(x0) for x0 in items(v) if x0 is not None]
            )
            self.stats = (
                None
                if (v := data.get("stats")) is None
                else [read_daily_figure(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_report: Callable[[Any], VariationReport] = VariationReport.from_dict


from .conversion_data import ConversionData, read_conversion_data
from .daily_figure import DailyFigure, read_daily_figure
from .products_data import ProductsData, read_products_data
from .report_metric import ReportMetric, read_report_metric
from .revenue_data import RevenueData, read_revenue_data
