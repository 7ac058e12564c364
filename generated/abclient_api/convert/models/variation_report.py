from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VariationReport(Model):
    """The figures of a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "visitors": "visitors",
        "conversion_data": "conversion_data",
        "revenue_data": "revenue_data",
        "products_data": "products_data",
        "metrics": "metrics",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "conversion_data": "read_conversion_data",
        "revenue_data": "read_revenue_data",
        "products_data": "read_products_data",
        "metrics": "list of read_report_metric",
    }

    id: int | None = None
    """The variation, by id."""
    visitors: int | None = None
    """How many visitors it had."""
    conversion_data: ConversionData | None = None
    """How often visitors converted; superseded by `metrics`, but still there."""
    revenue_data: RevenueData | None = None
    """What visitors paid, of a goal that counts revenue; superseded by `metrics`."""
    products_data: ProductsData | None = None
    """How many products visitors ordered, of such a goal; superseded by `metrics`."""
    metrics: list[ReportMetric] | None = None
    """Figures by metric."""

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
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_variation_report: Callable[[Any], VariationReport] = VariationReport.from_dict


from .conversion_data import ConversionData, read_conversion_data
from .products_data import ProductsData, read_products_data
from .report_metric import ReportMetric, read_report_metric
from .revenue_data import RevenueData, read_revenue_data
