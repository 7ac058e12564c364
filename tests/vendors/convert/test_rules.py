"""The builder of Convert's rules (API v2): every comparison and every subject of the specification, and no other."""

from __future__ import annotations

from typing import Any

import pytest

from abclient.vendors.convert import rules
from abclient.vendors.convert.rules import Subject, cookie, country, goal_triggered, is_mobile, url, visits_count
from abclient_api.convert.models import RuleElement
from support.schemas import Specification

SPECIFICATION = Specification("convert")
PLAN = cookie.of("plan")
MADE: list[tuple[RuleElement, str, str | None, str, Any]] = [
    (url.matches("https://x"), "url", None, "matches", "https://x"),
    (url.matches_regex("^https?://"), "url", None, "regexMatches", "^https?://"),
    (url.contains("/shop"), "url", None, "contains", "/shop"),
    (url.starts_with("https"), "url", None, "startsWith", "https"),
    (url.ends_with("/cart"), "url", None, "endsWith", "/cart"),
    (visits_count.equals(3), "visits_count", None, "equalsNumber", 3),
    (visits_count.less(3), "visits_count", None, "less", 3),
    (visits_count.less_equal(2.5), "visits_count", None, "lessEqual", 2.5),
    (country.equals("DE"), "country", None, "equals", "DE"),
    (is_mobile.equals(True), "is_mobile", None, "equals", True),
    (goal_triggered.equals(12), "goal_triggered", None, "equals", 12),
    (PLAN.exists(), "cookie", "plan", "exists", None),
    (PLAN.does_not_exist(), "cookie", "plan", "doesNotExist", None),
]


@pytest.mark.parametrize(("rule", "rule_type", "key", "match_type", "value"), MADE)
def test_a_comparison_is_sent_as_specified(
    rule: RuleElement, rule_type: str, key: str | None, match_type: str, value: Any
) -> None:
    """With the vendor's names; ids are choices, and other numbers are numbers."""
    document: dict[str, Any] = {"rule_type": rule_type, "matching": {"match_type": match_type, "negated": False}}
    given = {name: one for name, one in (("key", key), ("value", value)) if one is not None}
    assert {name: one for name, one in rule.to_dict().items() if one is not None} == {**document, **given}
    SPECIFICATION.check({**document, **given}, {"$ref": "#/components/schemas/RuleElement"})


def test_nothing_of_the_specification_is_missing() -> None:
    """Each comparison has a method, and each subject a constant of its name."""
    known = SPECIFICATION.schemas["RuleMatching"]["properties"]["match_type"]["enum"]
    assert {match_type for *_, match_type, _ in MADE} == set(known)
    subjects = {name: one for name, one in vars(rules).items() if isinstance(one, Subject)}
    assert {name: one.rule_type for name, one in subjects.items()} == {name: name for name in subjects}
    assert set(subjects) == set(SPECIFICATION.schemas["RuleElement"]["properties"]["rule_type"]["enum"])


def test_a_subject_is_shown_as_it_is_made() -> None:
    """With its key, if it has one."""
    assert (repr(url), repr(PLAN)) == ("Subject('url')", "Subject('cookie', 'plan')")
