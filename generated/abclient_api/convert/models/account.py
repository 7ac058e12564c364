from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Account(Model):
    """An account that the credentials reach."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "account_type": "accountType",
        "name": "name",
        "access_role": "accessRole",
        "access_all_projects": "access_all_projects",
        "billing": "billing",
        "limits_and_capabilities": "limitsAndCapabilities",
        "parent_account_id": "parentAccountId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "billing": "read_account_billing",
        "limits_and_capabilities": "read_billing_plan_limits_and_capabilities",
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
    billing: AccountBilling | None = None
    """Plans, products and settings of billing."""
    limits_and_capabilities: BillingPlanLimitsAndCapabilities | None = None
    """What the plan allows. Read-only."""
    parent_account_id: int | None = None
    """The account above. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.account_type = data.get("accountType")
            self.name = data.get("name")
            self.access_role = data.get("accessRole")
            self.access_all_projects = data.get("access_all_projects")
            self.billing = None if (v := data.get("billing")) is None else read_account_billing(v)
            self.limits_and_capabilities = (
                None
                if (v := data.get("limitsAndCapabilities")) is None
                else read_billing_plan_limits_and_capabilities(v)
            )
            self.parent_account_id = data.get("parentAccountId")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account: Callable[[Any], Account] = Account.from_dict


from .account_billing import AccountBilling, read_account_billing
from .billing_plan_limits_and_capabilities import (
    BillingPlanLimitsAndCapabilities,
    read_billing_plan_limits_and_capabilities,
)
