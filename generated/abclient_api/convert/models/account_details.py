from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountDetails(Model):
    """An account, with its settings and figures."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "account_type": "accountType",
        "name": "name",
        "access_role": "accessRole",
        "access_all_projects": "access_all_projects",
        "settings": "settings",
        "billing": "billing",
        "limits_and_capabilities": "limitsAndCapabilities",
        "stats": "stats",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "settings": "read_account_settings",
        "billing": "read_account_details_billing",
        "limits_and_capabilities": "read_billing_plan_limits_and_capabilities",
        "stats": "read_account_stats",
    }

    id: int
    """The id."""
    account_type: Literal["main", "sub"] | str | None = None
    """Whether it is a main account or one below another."""
    name: str | None = None
    """What it is called."""
    access_role: Literal["owner", "account_manager", "admin", "browse", "edit", "publish", "review"] | str | None = None
    """The role that these credentials have here. Read-only."""
    access_all_projects: bool | None = None
    """Whether these credentials reach all projects of the account. Read-only."""
    settings: AccountSettings | None = None
    """Settings."""
    billing: AccountDetailsBilling | None = None
    """Plans, products and settings of billing."""
    limits_and_capabilities: BillingPlanLimitsAndCapabilities | None = None
    """What the plan allows. Read-only."""
    stats: AccountStats | None = None
    """Figures, when they are included."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.account_type = data.get("accountType")
            self.name = data.get("name")
            self.access_role = data.get("accessRole")
            self.access_all_projects = data.get("access_all_projects")
            self.settings = None if (v := data.get("settings")) is None else read_account_settings(v)
            self.billing = None if (v := data.get("billing")) is None else read_account_details_billing(v)
            self.limits_and_capabilities = (
                None
                if (v := data.get("limitsAndCapabilities")) is None
                else read_billing_plan_limits_and_capabilities(v)
            )
            self.stats = None if (v := data.get("stats")) is None else read_account_stats(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_details: Callable[[Any], AccountDetails] = AccountDetails.from_dict


from .account_details_billing import AccountDetailsBilling, read_account_details_billing
from .account_settings import AccountSettings, read_account_settings
from .account_stats import AccountStats, read_account_stats
from .billing_plan_limits_and_capabilities import (
    BillingPlanLimitsAndCapabilities,
    read_billing_plan_limits_and_capabilities,
)
