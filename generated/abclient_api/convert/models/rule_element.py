from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RuleElement(Model):
    """A rule."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rule_type": "rule_type",
        "value": "value",
        "matching": "matching",
        "key": "key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "matching": "read_rule_matching",
    }

    rule_type: (
        Literal[
            "url",
            "url_with_query",
            "query_string",
            "campaign",
            "keyword",
            "medium",
            "source_name",
            "city",
            "region",
            "browser_version",
            "user_agent",
            "page_tag_page_type",
            "page_tag_category_id",
            "page_tag_category_name",
            "page_tag_product_sku",
            "page_tag_product_name",
            "page_tag_customer_id",
            "page_tag_custom_1",
            "page_tag_custom_2",
            "page_tag_custom_3",
            "page_tag_custom_4",
            "visitor_id",
            "avg_time_page",
            "days_since_last_visit",
            "pages_visited_count",
            "visit_duration",
            "visits_count",
            "page_tag_product_price",
            "bucketed_into_experience",
            "is_desktop",
            "is_mobile",
            "is_tablet",
            "generic_text_key_value",
            "generic_numeric_key_value",
            "generic_bool_key_value",
            "cookie",
            "country",
            "language",
            "goal_triggered",
            "bucketed_into_segment",
            "local_time_day_of_week",
            "project_time_day_of_week",
            "local_time_hour_of_day",
            "project_time_hour_of_day",
            "local_time_minute_of_hour",
            "project_time_minute_of_hour",
            "browser_name",
            "os",
            "weather_condition",
            "visitor_type",
            "js_condition",
            "visitor_data_exists",
        ]
        | str
        | None
    ) = None
    """What the rule looks at."""
    value: str | float | bool | None = None
    """What is compared with; its type depends on the rule's type."""
    matching: RuleMatching | None = None
    """How the value is compared, and whether the rule is turned around."""
    key: str | None = None
    """The name of what is compared, for cookies and keys of one's own."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.rule_type = data.get("rule_type")
            self.value = data.get("value")
            self.matching = None if (v := data.get("matching")) is None else read_rule_matching(v)
            self.key = data.get("key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_rule_element: Callable[[Any], RuleElement] = RuleElement.from_dict


from .rule_matching import RuleMatching, read_rule_matching
