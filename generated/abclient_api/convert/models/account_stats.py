from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountStats(Model):
    """Figures of an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "active_projects_count": "active_projects_count",
        "active_domains_count": "active_domains_count",
        "active_deploys_count": "active_deploys_count",
        "usage": "usage",
        "experiences_count": "experiences_count",
        "active_experiences_count": "active_experiences_count",
        "sub_accounts_usage": "subAccounts_usage",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "usage": "read_tested_usage",
        "sub_accounts_usage": "read_tested_usage",
    }

    active_projects_count: float | None = None
    """How many projects are active."""
    active_domains_count: float | None = None
    """How many domains are active."""
    active_deploys_count: float | None = None
    """How many deploys are running."""
    usage: TestedUsage | None = None
    """How much of the quota is used."""
    experiences_count: int | None = None
    """How many experiences there are."""
    active_experiences_count: int | None = None
    """How many experiences are running."""
    sub_accounts_usage: TestedUsage | None = None
    """What accounts below have used."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.active_projects_count = data.get("active_projects_count")
            self.active_domains_count = data.get("active_domains_count")
            self.active_deploys_count = data.get("active_deploys_count")
            self.usage = None if (v := data.get("usage")) is None else read_tested_usage(v)
            self.experiences_count = data.get("experiences_count")
            self.active_experiences_count = data.get("active_experiences_count")
            self.sub_accounts_usage = None if (v := data.get("subAccounts_usage")) is None else read_tested_usage(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_stats: Callable[[Any], AccountStats] = AccountStats.from_dict


from .tested_usage import TestedUsage, read_tested_usage
