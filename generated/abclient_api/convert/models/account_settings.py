from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountSettings(Model):
    """Settings of an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "blocked_ips": "blocked_ips",
        "setup_plan": "setup_plan",
        "tracking_script": "tracking_script",
        "single_sign_on_status": "single_sign_on_status",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "blocked_ips": "read_account_blocked_ips",
        "setup_plan": "map of any",
        "tracking_script": "read_account_tracking_script",
    }

    blocked_ips: AccountBlockedIps | None = None
    """Addresses that are not tracked."""
    setup_plan: dict[str, Any] | None = None
    """The plan of the set-up service."""
    tracking_script: AccountTrackingScript | None = None
    """The version of the script."""
    single_sign_on_status: Literal["disabled", "pending-disable", "pending-enable", "enabled"] | str | None = None
    """Whether single sign-on is on."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.blocked_ips = None if (v := data.get("blocked_ips")) is None else read_account_blocked_ips(v)
            self.setup_plan = None if (v := data.get("setup_plan")) is None else entries(v)
            self.tracking_script = (
                None if (v := data.get("tracking_script")) is None else read_account_tracking_script(v)
            )
            self.single_sign_on_status = data.get("single_sign_on_status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_settings: Callable[[Any], AccountSettings] = AccountSettings.from_dict


from .account_blocked_ips import AccountBlockedIps, read_account_blocked_ips
from .account_tracking_script import AccountTrackingScript, read_account_tracking_script
