from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProductsData(Model):
    """How many products visitors of a variation ordered."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "products_per_visitor": "products_per_visitor",
        "total_products": "total_products",
        "products_per_visitor_interval": "products_per_visitor_interval",
        "confidence": "confidence",
        "products_per_visitor_change": "products_per_visitor_change",
        "statistically_significant": "statistically_significant",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    products_per_visitor: float | None = None
    """Products for each visitor."""
    total_products: float | None = None
    """How many products were ordered in all."""
    products_per_visitor_interval: float | None = None
    """Half of the width of the interval of products for each visitor."""
    confidence: float | None = None
    """One minus the p-value, in percent."""
    products_per_visitor_change: float | None = None
    """The relative difference to the baseline; 0.2 is 20 % more."""
    statistically_significant: bool | None = None
    """Whether the vendor calls the difference significant."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.products_per_visitor = data.get("products_per_visitor")
            self.total_products = data.get("total_products")
            self.products_per_visitor_interval = data.get("products_per_visitor_interval")
            self.confidence = data.get("confidence")
            self.products_per_visitor_change = data.get("products_per_visitor_change")
            self.statistically_significant = data.get("statistically_significant")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_products_data: Callable[[Any], ProductsData] = ProductsData.from_dict
