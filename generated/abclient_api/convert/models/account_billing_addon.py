from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBillingAddon(Model):
    """Something that was bought besides a plan."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "plan": "plan",
        "quantity": "quantity",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "plan": "read_billing_plan_data",
    }

    plan: BillingPlanData | None = None
    """The plan."""
    quantity: int | None = None
    """How many of them."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.plan = None if (v := data.get("plan")) is None else read_billing_plan_data(v)
            self.quantity = data.get("quantity")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_billing_addon: Callable[[Any], AccountBillingAddon] = AccountBillingAddon.from_dict


from .billing_plan_data import BillingPlanData, read_billing_plan_data
