from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BillingUsageLimits(Model):
    """The limits of a plan."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_data": "visitorData",
        "domains": "domains",
        "goals": "goals",
        "deploys": "deploys",
        "projects": "projects",
        "environments": "environments",
        "segments": "segments",
        "experiments": "experiments",
        "custom_domains": "customDomains",
        "page_views": "pageViews",
        "tested_visitors": "testedVisitors",
        "tested_users": "testedUsers",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "visitor_data": "read_visitor_data_usage_limits",
        "domains": "read_billing_usage_limit",
        "goals": "read_billing_usage_limit",
        "deploys": "read_billing_usage_limit",
        "projects": "read_billing_usage_limit",
        "environments": "read_billing_usage_limit",
        "segments": "read_billing_usage_limit",
        "experiments": "read_billing_usage_limit",
        "custom_domains": "read_billing_usage_limit",
        "page_views": "read_billing_usage_limit",
        "tested_visitors": "read_billing_usage_limit",
        "tested_users": "read_billing_usage_limit",
    }

    visitor_data: VisitorDataUsageLimits | None = None
    """Limits of visitor data."""
    domains: BillingUsageLimit | None = None
    """The limit of domains."""
    goals: BillingUsageLimit | None = None
    """The limit of goals."""
    deploys: BillingUsageLimit | None = None
    """The limit of deploys."""
    projects: BillingUsageLimit | None = None
    """The limit of projects."""
    environments: BillingUsageLimit | None = None
    """The limit of environments."""
    segments: BillingUsageLimit | None = None
    """The limit of segments."""
    experiments: BillingUsageLimit | None = None
    """The limit of experiments."""
    custom_domains: BillingUsageLimit | None = None
    """The limit of custom domains."""
    page_views: BillingUsageLimit | None = None
    """The limit of page views; superseded by tested visitors."""
    tested_visitors: BillingUsageLimit | None = None
    """The limit of tested visitors."""
    tested_users: BillingUsageLimit | None = None
    """The limit of tested users."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.visitor_data = None if (v := data.get("visitorData")) is None else read_visitor_data_usage_limits(v)
            self.domains = None if (v := data.get("domains")) is None else read_billing_usage_limit(v)
            self.goals = None if (v := data.get("goals")) is None else read_billing_usage_limit(v)
            self.deploys = None if (v := data.get("deploys")) is None else read_billing_usage_limit(v)
            self.projects = None if (v := data.get("projects")) is None else read_billing_usage_limit(v)
            self.environments = None if (v := data.get("environments")) is None else read_billing_usage_limit(v)
            self.segments = None if (v := data.get("segments")) is None else read_billing_usage_limit(v)
            self.experiments = None if (v := data.get("experiments")) is None else read_billing_usage_limit(v)
            self.custom_domains = None if (v := data.get("customDomains")) is None else read_billing_usage_limit(v)
            self.page_views = None if (v := data.get("pageViews")) is None else read_billing_usage_limit(v)
            self.tested_visitors = None if (v := data.get("testedVisitors")) is None else read_billing_usage_limit(v)
            self.tested_users = None if (v := data.get("testedUsers")) is None else read_billing_usage_limit(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_billing_usage_limits: Callable[[Any], BillingUsageLimits] = BillingUsageLimits.from_dict


from .billing_usage_limit import BillingUsageLimit, read_billing_usage_limit
from .visitor_data_usage_limits import VisitorDataUsageLimits, read_visitor_data_usage_limits
