from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBilling(Model):
    """Billing of an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "details": "details",
        "contract": "contract",
        "settings": "settings",
        "products": "products",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "details": "read_account_billing_details",
        "contract": "read_account_billing_contract",
        "settings": "read_account_billing_settings",
        "products": "read_account_billing_products",
    }

    id: str | None = None
    """The id. Read-only."""
    details: AccountBillingDetails | None = None
    """Details of billing."""
    contract: AccountBillingContract | None = None
    """The contract. Read-only."""
    settings: AccountBillingSettings | None = None
    """Settings."""
    products: AccountBillingProducts | None = None
    """The products that were bought."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.details = None if (v := data.get("details")) is None else read_account_billing_details(v)
            self.contract = None if (v := data.get("contract")) is None else read_account_billing_contract(v)
            self.settings = None if (v := data.get("settings")) is None else read_account_billing_settings(v)
            self.products = None if (v := data.get("products")) is None else read_account_billing_products(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_billing: Callable[[Any], AccountBilling] = AccountBilling.from_dict


from .account_billing_contract import AccountBillingContract, read_account_billing_contract
from .account_billing_details import AccountBillingDetails, read_account_billing_details
from .account_billing_products import AccountBillingProducts, read_account_billing_products
from .account_billing_settings import AccountBillingSettings, read_account_billing_settings
