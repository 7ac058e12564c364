from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Plan(Model):
    """The plan of the account and its usage."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "plan_name": "plan_name",
        "product_usages": "product_usages",
        "status": "status",
        "unit_of_measurement": "unit_of_measurement",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "product_usages": "list of read_product_usage",
    }

    account_id: int | None = None
    """Account the plan is of."""
    plan_name: str | None = None
    """Name of the plan."""
    product_usages: list[ProductUsage] | None = None
    """Usage by product."""
    status: Literal["trial", "active", "inactive"] | str | None = None
    """State of the plan."""
    unit_of_measurement: Literal["Monthly Unique Visitors", "Impressions"] | str | None = None
    """Unit the usage is counted in."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.plan_name = data.get("plan_name")
            self.product_usages = (
                None
                if (v := data.get("product_usages")) is None
                else [read_product_usage(x0) for x0 in items(v) if x0 is not None]
            )
            self.status = data.get("status")
            self.unit_of_measurement = data.get("unit_of_measurement")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .product_usage import ProductUsage, read_product_usage
