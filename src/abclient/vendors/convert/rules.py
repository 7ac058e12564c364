"""A builder of rules, for goals (``triggering_rule``), audiences and locations (``rules``).

::

    from abclient.vendors.convert.rules import all_of, any_of, cookie, country, either, not_, url

    any_of(
        all_of(url.contains("/shop"), country.equals("DE")),
        all_of(either(url.matches("https://example.com/"), cookie.of("plan").exists()), not_(country.equals("US"))),
    )

A rule has three levels: any alternative of OR, all of its AND, any rule of its OR_WHEN. ``any_of``, ``all_of`` and
``either`` are these levels; a single rule stands for a level with nothing else in it. What they return are the
generated models, which can be read, changed and compared like those that the vendor sent.

Vendor document: "Convert API" 2.0.0. Permanent and transient audiences may not look at URLs, locations only at URLs,
page tags, keys of your own and JavaScript; ``visitor_id`` and ``visitor_data_exists`` are for audiences.
"""

from __future__ import annotations

from abclient_api.convert.models import RuleAnd, RuleElement, RuleMatching, RuleObject, RuleOrWhen

Value = str | int | float | bool
"""What something is compared with; the vendor has a type for each subject."""


def any_of(*alternatives: RuleAnd | RuleOrWhen | RuleElement) -> RuleObject:
    """True when at least one of the alternatives is."""
    _several("any_of", alternatives)
    return RuleObject(or_=[one if isinstance(one, RuleAnd) else all_of(one) for one in alternatives])


def all_of(*requirements: RuleOrWhen | RuleElement) -> RuleAnd:
    """True when every requirement is."""
    _several("all_of", requirements)
    return RuleAnd(and_=[one if isinstance(one, RuleOrWhen) else either(one) for one in requirements])


def either(*rules: RuleElement) -> RuleOrWhen:
    """True when at least one of the rules is."""
    _several("either", rules)
    for one in rules:
        _expect_rule("either", one)
    return RuleOrWhen(or_when=list(rules))


def not_(rule: RuleElement) -> RuleElement:
    """True when the rule is not. The rule itself stays as it is."""
    _expect_rule("not_", rule)
    matching = rule.matching or RuleMatching()
    turned = RuleMatching(match_type=matching.match_type, negated=not matching.negated)
    return RuleElement(rule_type=rule.rule_type, key=rule.key, matching=turned, value=rule.value)


class Subject:
    """What a rule looks at; its methods are the comparisons.

    Args:
        rule_type: the vendor's name for it. A type without a constant in this module is used as ``Subject("…")``.
        key: which cookie, or which key of your own; see ``of``.
    """

    __slots__ = ("key", "rule_type")

    def __init__(self, rule_type: str, key: str | None = None) -> None:
        self.rule_type: str = rule_type
        self.key: str | None = key

    def __repr__(self) -> str:
        return f"Subject({self.rule_type!r})" if self.key is None else f"Subject({self.rule_type!r}, {self.key!r})"

    def of(self, key: str) -> Subject:
        """The same, of one cookie or one key of your own."""
        return Subject(self.rule_type, key)

    def matches(self, value: str) -> RuleElement:
        """It is the text, as the vendor compares them."""
        return self.compare("matches", value)

    def matches_regex(self, pattern: str) -> RuleElement:
        """It matches the regular expression."""
        return self.compare("regexMatches", pattern)

    def contains(self, text: str) -> RuleElement:
        """The text is part of it."""
        return self.compare("contains", text)

    def starts_with(self, text: str) -> RuleElement:
        """It begins with the text."""
        return self.compare("startsWith", text)

    def ends_with(self, text: str) -> RuleElement:
        """It ends with the text."""
        return self.compare("endsWith", text)

    def equals(self, value: Value) -> RuleElement:
        """It is the choice, the truth value, or the number; some numbers are choices, such as the id of a goal."""
        number = isinstance(value, int | float) and not isinstance(value, bool) and self.rule_type not in _CHOICES
        return self.compare("equalsNumber" if number else "equals", value)

    def less(self, number: float) -> RuleElement:
        """It is less than the number."""
        return self.compare("less", number)

    def less_equal(self, number: float) -> RuleElement:
        """It is the number or less."""
        return self.compare("lessEqual", number)

    def exists(self) -> RuleElement:
        """There is one; for cookies."""
        return self.compare("exists")

    def does_not_exist(self) -> RuleElement:
        """There is none; for cookies."""
        return self.compare("doesNotExist")

    def compare(self, match_type: str, value: Value | None = None) -> RuleElement:
        """Any comparison, by the vendor's name for it."""
        if value is not None and not isinstance(value, str | int | float):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers need not be typed
            raise TypeError(f"a rule compares with text, a number or a truth value, not {type(value).__name__}")
        matching = RuleMatching(match_type=match_type, negated=False)
        return RuleElement(rule_type=self.rule_type, key=self.key, matching=matching, value=value)


_CHOICES = frozenset({"goal_triggered", "bucketed_into_segment"})
"""What is compared with ids."""

url: Subject = Subject("url")
url_with_query: Subject = Subject("url_with_query")
query_string: Subject = Subject("query_string")
page_tag_page_type: Subject = Subject("page_tag_page_type")
page_tag_category_id: Subject = Subject("page_tag_category_id")
page_tag_category_name: Subject = Subject("page_tag_category_name")
page_tag_product_sku: Subject = Subject("page_tag_product_sku")
page_tag_product_name: Subject = Subject("page_tag_product_name")
page_tag_product_price: Subject = Subject("page_tag_product_price")
page_tag_customer_id: Subject = Subject("page_tag_customer_id")
page_tag_custom_1: Subject = Subject("page_tag_custom_1")
page_tag_custom_2: Subject = Subject("page_tag_custom_2")
page_tag_custom_3: Subject = Subject("page_tag_custom_3")
page_tag_custom_4: Subject = Subject("page_tag_custom_4")
campaign: Subject = Subject("campaign")
keyword: Subject = Subject("keyword")
medium: Subject = Subject("medium")
source_name: Subject = Subject("source_name")
city: Subject = Subject("city")
region: Subject = Subject("region")
country: Subject = Subject("country")
language: Subject = Subject("language")
browser_name: Subject = Subject("browser_name")
browser_version: Subject = Subject("browser_version")
os: Subject = Subject("os")
user_agent: Subject = Subject("user_agent")
visitor_id: Subject = Subject("visitor_id")
visitor_type: Subject = Subject("visitor_type")
avg_time_page: Subject = Subject("avg_time_page")
days_since_last_visit: Subject = Subject("days_since_last_visit")
pages_visited_count: Subject = Subject("pages_visited_count")
visit_duration: Subject = Subject("visit_duration")
visits_count: Subject = Subject("visits_count")
bucketed_into_experience: Subject = Subject("bucketed_into_experience")
bucketed_into_segment: Subject = Subject("bucketed_into_segment")
goal_triggered: Subject = Subject("goal_triggered")
is_desktop: Subject = Subject("is_desktop")
is_mobile: Subject = Subject("is_mobile")
is_tablet: Subject = Subject("is_tablet")
generic_text_key_value: Subject = Subject("generic_text_key_value")
generic_numeric_key_value: Subject = Subject("generic_numeric_key_value")
generic_bool_key_value: Subject = Subject("generic_bool_key_value")
js_condition: Subject = Subject("js_condition")
cookie: Subject = Subject("cookie")
local_time_day_of_week: Subject = Subject("local_time_day_of_week")
local_time_hour_of_day: Subject = Subject("local_time_hour_of_day")
local_time_minute_of_hour: Subject = Subject("local_time_minute_of_hour")
project_time_day_of_week: Subject = Subject("project_time_day_of_week")
project_time_hour_of_day: Subject = Subject("project_time_hour_of_day")
project_time_minute_of_hour: Subject = Subject("project_time_minute_of_hour")
weather_condition: Subject = Subject("weather_condition")
visitor_data_exists: Subject = Subject("visitor_data_exists")


def _several(level: str, members: tuple[object, ...]) -> None:
    if not members:
        raise ValueError(f"{level} needs at least one rule")


def _expect_rule(level: str, given: object) -> None:
    # Callers need not be typed, and a level inside a lower one would be sent as a rule that the vendor does not know.
    if not isinstance(given, RuleElement):
        raise TypeError(f"{level} takes rules, such as url.contains(...), not {type(given).__name__}")
