from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProductsData(Model):
    """Ordered products of one variation; for goals that count products."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "total_products": "total_products",
        "products_per_visitor": "products_per_visitor",
        "products_per_visitor_change": "products_per_visitor_change",
        "products_per_visitor_interval": "products_per_visitor_interval",
        "confidence": "confidence",
        "statistically_significant": "statistically_significant",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    total_products: float | None = None
    """All ordered products."""
    products_per_visitor: float | None = None
    """Ordered products per visitor."""
    products_per_visitor_change: float | None = None
    """Difference from the baseline's value, relative to it (0.2 for a fifth more)."""
    products_per_visitor_interval: float | None = None
    """Half the width of the value's interval - the value plus and minus this one."""
    confidence: float | None = None
    """Confidence that the difference is real, in percent."""
    statistically_significant: bool | None = None
    """Whether the difference is significant."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.total_products = data.get("total_products")
            self.products_per_visitor = data.get("products_per_visitor")
            self.products_per_visitor_change = data.get("products_per_visitor_change")
            self.products_per_visitor_interval = data.get("products_per_visitor_interval")
            self.confidence = data.get("confidence")
            self.statistically_significant = data.get("statistically_significant")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_products_data: Callable[[Any], ProductsData] = ProductsData.from_dict
