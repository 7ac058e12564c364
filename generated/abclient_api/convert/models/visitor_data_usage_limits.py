from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisitorDataUsageLimits(Model):
    """Limits of visitor data."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_profiles": "visitorProfiles",
        "visitor_profiles_fields": "visitorProfilesFields",
        "active_personalised_experiences": "activePersonalisedExperiences",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "visitor_profiles": "read_billing_usage_limit",
        "visitor_profiles_fields": "read_billing_usage_limit",
        "active_personalised_experiences": "read_billing_usage_limit",
    }

    visitor_profiles: BillingUsageLimit | None = None
    """The limit of profiles."""
    visitor_profiles_fields: BillingUsageLimit | None = None
    """The limit of fields of a profile."""
    active_personalised_experiences: BillingUsageLimit | None = None
    """The limit of running experiences that use visitor data."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.visitor_profiles = None if (v := data.get("visitorProfiles")) is None else read_billing_usage_limit(v)
            self.visitor_profiles_fields = (
                None if (v := data.get("visitorProfilesFields")) is None else read_billing_usage_limit(v)
            )
            self.active_personalised_experiences = (
                None if (v := data.get("activePersonalisedExperiences")) is None else read_billing_usage_limit(v)
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visitor_data_usage_limits: Callable[[Any], VisitorDataUsageLimits] = VisitorDataUsageLimits.from_dict


from .billing_usage_limit import BillingUsageLimit, read_billing_usage_limit
