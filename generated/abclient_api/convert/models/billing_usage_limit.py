from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BillingUsageLimit(Model):
    """A limit of a plan."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "limit_value": "limitValue",
        "over_limit_cost_per_unit": "overLimitCostPerUnit",
        "unit_size": "unitSize",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    limit_value: int | Literal["unlimited"] | str | None = None
    """The limit; `unlimited` if there is none."""
    over_limit_cost_per_unit: int | None = None
    """The price of a unit above the limit. Read-only."""
    unit_size: int | None = None
    """How much a unit is. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.limit_value = data.get("limitValue")
            self.over_limit_cost_per_unit = data.get("overLimitCostPerUnit")
            self.unit_size = data.get("unitSize")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_billing_usage_limit: Callable[[Any], BillingUsageLimit] = BillingUsageLimit.from_dict
