from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountBillingSettings(Model):
    """Settings of billing."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "over_quota_charges": "overQuota_charges",
        "subscription_paused_until": "subscription_paused_until",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    over_quota_charges: bool | None = None
    """Whether usage above the limit is charged."""
    subscription_paused_until: float | None = None
    """Until when the subscription is paused; the unit is not documented."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.over_quota_charges = data.get("overQuota_charges")
            self.subscription_paused_until = data.get("subscription_paused_until")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_billing_settings: Callable[[Any], AccountBillingSettings] = AccountBillingSettings.from_dict
