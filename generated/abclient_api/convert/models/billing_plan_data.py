from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BillingPlanData(Model):
    """A plan."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "price": "price",
        "billing_cycle_duration": "billingCycleDuration",
        "contract": "contract",
        "product": "product",
        "available_features_ids": "availableFeaturesIds",
        "usage_limit_by": "usage_limit_by",
        "available_features_nice_names": "availableFeaturesNiceNames",
        "usage_limits": "usageLimits",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "available_features_ids": "list of scalar",
        "available_features_nice_names": "list of scalar",
        "usage_limits": "read_billing_usage_limits",
    }

    id: int | None = None
    """The id."""
    name: str | None = None
    """What it is called."""
    price: float | None = None
    """The price of a billing cycle."""
    billing_cycle_duration: str | None = None
    """How long a billing cycle is."""
    contract: Literal["pay_as_you_go", "year"] | str | None = None
    """The kind of contract."""
    product: Literal["experiences", "deploy", "addons"] | str | None = None
    """The product."""
    available_features_ids: list[int] | None = None
    """Features of the plan by id; superseded by their names. Read-only."""
    usage_limit_by: Literal["testedUsers", "testedVisitors"] | str | None = None
    """What is counted. Read-only."""
    available_features_nice_names: (
        list[
            Literal[
                "advanced_segmentation",
                "api",
                "basic_segmentation",
                "change_history",
                "chat support",
                "custom_domains",
                "cookie_targeting",
                "csv_export",
                "experience_raw_export",
                "dmp_profiling",
                "email_support",
                "geo_targeting",
                "kissmetrics_integration",
                "live_data",
                "multipage_experience",
                "multivariate_testing",
                "phone_support",
                "scroll_goal",
                "single_sign_on",
                "triggered_goal_targeting",
                "weather_targeting",
                "experience_report_predictions",
                "collaborators",
                "forum_access",
                "fullstack",
                "bayesian_stats",
                "ve_ai_text",
                "create_subaccounts",
                "sequential_testing",
                "other_goals_test_progress",
                "export_project",
                "import_project",
                "experience_collaborators",
                "bulk_actions",
                "dynamic_web_triggers",
                "advanced_tracking_script_release",
                "remove_report_data",
                "mab",
                "composed_audience",
                "visitor_insights",
                "visitor_data",
                "ui_widgets",
                "ve_version_history",
            ]
            | str
        ]
        | None
    ) = None
    """Features of the plan by name. Read-only."""
    usage_limits: BillingUsageLimits | None = None
    """Limits of usage."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
            self.price = data.get("price")
            self.billing_cycle_duration = data.get("billingCycleDuration")
            self.contract = data.get("contract")
            self.product = data.get("product")
            self.available_features_ids = (
                None if (v := data.get("availableFeaturesIds")) is None else without_nulls(items(v))
            )
            self.usage_limit_by = data.get("usage_limit_by")
            self.available_features_nice_names = (
                None if (v := data.get("availableFeaturesNiceNames")) is None else without_nulls(items(v))
            )
            self.usage_limits = None if (v := data.get("usageLimits")) is None else read_billing_usage_limits(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_billing_plan_data: Callable[[Any], BillingPlanData] = BillingPlanData.from_dict


from .billing_usage_limits import BillingUsageLimits, read_billing_usage_limits
