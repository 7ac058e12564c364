from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Rule(Model):
    """One comparison of something about a visit with a value."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rule_type": "rule_type",
        "matching": "matching",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "matching": "read_rule_matching",
    }

    rule_type: (
        Literal[
            "url",
            "url_with_query",
            "query_string",
            "page_tag_page_type",
            "page_tag_category_id",
            "page_tag_category_name",
            "page_tag_product_sku",
            "page_tag_product_name",
            "page_tag_product_price",
            "page_tag_customer_id",
            "page_tag_custom_1",
            "page_tag_custom_2",
            "page_tag_custom_3",
            "page_tag_custom_4",
            "campaign",
            "keyword",
            "medium",
            "source_name",
            "city",
            "region",
            "country",
            "language",
            "browser_name",
            "browser_version",
            "os",
            "user_agent",
            "visitor_id",
            "visitor_type",
            "avg_time_page",
            "days_since_last_visit",
            "pages_visited_count",
            "visit_duration",
            "visits_count",
            "bucketed_into_experience",
            "bucketed_into_segment",
            "goal_triggered",
            "is_desktop",
            "is_mobile",
            "is_tablet",
            "generic_text_key_value",
            "generic_numeric_key_value",
            "generic_bool_key_value",
            "js_condition",
            "cookie",
            "local_time_day_of_week",
            "local_time_hour_of_day",
            "local_time_minute_of_hour",
            "project_time_day_of_week",
            "project_time_hour_of_day",
            "project_time_minute_of_hour",
            "weather_condition",
        ]
        | str
        | None
    ) = None
    """What is compared. A site area takes url, url_with_query, query_string and the page_tag_ ones only; goals
    and audiences take all. Treat the list as open."""
    matching: RuleMatching | None = None
    """How a rule compares."""
    value: str | None = None
    """What it is compared with."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.rule_type = data.get("rule_type")
            self.matching = None if (v := data.get("matching")) is None else read_rule_matching(v)
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule: Callable[[Any], Rule] = Rule.from_dict


from .rule_matching import RuleMatching, read_rule_matching
