from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RolePermissionsBilling(Model):
    """What a role may do: billing."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "manage_plan": "managePlan",
        "manage_billing": "manage_billing",
        "manage_payment": "manage_payment",
        "request_payment": "request_payment",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    manage_plan: bool | None = None
    """May choose a plan."""
    manage_billing: bool | None = None
    """May change billing."""
    manage_payment: bool | None = None
    """May change how it is paid."""
    request_payment: bool | None = None
    """May ask for payment."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.manage_plan = data.get("managePlan")
            self.manage_billing = data.get("manage_billing")
            self.manage_payment = data.get("manage_payment")
            self.request_payment = data.get("request_payment")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_role_permissions_billing: Callable[[Any], RolePermissionsBilling] = RolePermissionsBilling.from_dict
