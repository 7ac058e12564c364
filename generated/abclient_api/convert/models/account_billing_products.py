from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBillingProducts(Model):
    """The products that were bought."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experiences": "experiences",
        "deploy": "deploy",
        "addons": "addons",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "experiences": "read_account_billing_product",
        "deploy": "read_account_billing_product",
        "addons": "list of read_account_billing_addon",
    }

    experiences: AccountBillingProduct | None = None
    """The product for experiences."""
    deploy: AccountBillingProduct | None = None
    """The product for deploys."""
    addons: list[AccountBillingAddon] | None = None
    """What was bought besides the plans."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.experiences = None if (v := data.get("experiences")) is None else read_account_billing_product(v)
            self.deploy = None if (v := data.get("deploy")) is None else read_account_billing_product(v)
            self.addons = (
                None
                if (v := data.get("addons")) is None
                else [read_account_billing_addon(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_billing_products: Callable[[Any], AccountBillingProducts] = AccountBillingProducts.from_dict


from .account_billing_addon import AccountBillingAddon, read_account_billing_addon
from .account_billing_product import AccountBillingProduct, read_account_billing_product
