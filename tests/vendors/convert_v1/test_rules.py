"""The builder of rules: what reads like a rule becomes it, and rules survive a round trip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abclient.vendors.convert_v1 import rules
from abclient.vendors.convert_v1.rules import (
    Subject,
    all_of,
    any_of,
    country,
    either,
    not_,
    site_area,
    url,
    visits_count,
)
from abclient_api._runtime import dumps
from abclient_api.convert_v1.models import Rule, RuleObject
from support.convert_v1 import SPEC

SCHEMAS = SPEC["components"]["schemas"]


def test_a_rule_reads_like_what_it_makes() -> None:
    """Alternatives, requirements and single rules become the three levels, byte for byte."""
    made = any_of(
        all_of(url.contains("/shop"), country.equals("DE")),
        all_of(either(url.starts_with("https://a"), not_(url.ends_with("/b"))), visits_count.equals(3)),
    )
    rule = '{"rule_type":"%s","matching":{"match_type":"%s","negated":%s},"value":"%s"}'
    shop, germany = rule % ("url", "contains", "false", "/shop"), rule % ("country", "equals", "false", "DE")
    start, end = rule % ("url", "startsWith", "false", "https://a"), rule % ("url", "endsWith", "true", "/b")
    visits = rule % ("visits_count", "equalsNumber", "false", "3")
    assert dumps(made).decode() == (
        '{"OR":['
        f'{{"AND":[{{"OR_WHEN":[{shop}]}},{{"OR_WHEN":[{germany}]}}]}},'
        f'{{"AND":[{{"OR_WHEN":[{start},{end}]}},{{"OR_WHEN":[{visits}]}}]}}'
        "]}"
    )


@pytest.mark.parametrize(
    "made",
    [
        any_of(url.contains("x")),
        any_of(either(url.contains("x"))),
        any_of(all_of(url.contains("x"))),
        any_of(all_of(either(url.contains("x")))),
    ],
)
def test_a_lone_rule_stands_for_its_level(made: RuleObject) -> None:
    """Levels with nothing else in them may be left out."""
    assert made == any_of(all_of(either(url.contains("x"))))


@pytest.mark.parametrize(
    ("made", "match_type", "value"),
    [
        (url.matches("a"), "matches", "a"),
        (url.matches_regex("^a"), "regexMatches", "^a"),
        (url.contains("a"), "contains", "a"),
        (url.starts_with("a"), "startsWith", "a"),
        (url.ends_with("a"), "endsWith", "a"),
        (country.equals("DE"), "equals", "DE"),
        (rules.is_mobile.equals(True), "equals", "true"),
        (rules.is_mobile.equals(False), "equals", "false"),
        (visits_count.equals(2), "equalsNumber", "2"),
        (rules.avg_time_page.less(2.5), "less", "2.5"),
        (visits_count.less_equal(3), "lessEqual", "3"),
        (rules.bucketed_into_segment.is_in("7"), "isIn", "7"),
        (rules.cookie.exists("a"), "exists", "a"),
        (rules.cookie.does_not_exist("a"), "doesNotExist", "a"),
        (url.compare("soundsLike", "a"), "soundsLike", "a"),
    ],
)
def test_every_comparison_has_a_method(made: Rule, match_type: str, value: str) -> None:
    """Each gives the vendor's name for it, not negated, and its value as text."""
    assert made.matching is not None
    assert (made.matching.match_type, made.matching.negated, made.value) == (match_type, False, value)


def test_every_subject_and_comparison_of_the_spec_is_here() -> None:
    """The builder knows what the spec knows."""
    subjects = {one.rule_type for one in vars(rules).values() if isinstance(one, Subject)}
    assert subjects == set(SCHEMAS["Rule"]["properties"]["rule_type"]["enum"])
    assert all(vars(rules)[subject].rule_type == subject for subject in subjects)
    assert repr(url) == "Subject('url')"
    assert Subject("moon_phase").equals("full").rule_type == "moon_phase"


def test_negation_turns_around_and_leaves_the_rule_alone() -> None:
    """Twice is once not at all; a rule without a comparison yet can be negated, too."""
    rule = url.contains("x")
    turned = not_(rule)
    assert turned.matching is not None
    assert turned.matching.negated is True
    assert rule.matching is not None
    assert rule.matching.negated is False
    assert not_(turned) == rule
    bare = not_(Rule(rule_type="url"))
    assert bare.matching is not None
    assert bare.matching.negated is True


def test_a_site_area_holds_rules() -> None:
    """Sides that are not given are not sent."""
    assert site_area(include=[url.contains("x")]).to_dict() == {"include": [url.contains("x").to_dict()]}
    assert site_area().to_dict() == {}


BAD_RULES: list[tuple[Callable[[Any], Any], type[Exception], str]] = [
    (lambda r: r.any_of(), ValueError, "any_of needs at least one rule"),
    (lambda r: r.all_of(), ValueError, "all_of needs at least one rule"),
    (lambda r: r.either(), ValueError, "either needs at least one rule"),
    (lambda r: r.all_of(r.any_of(r.url.contains("x"))), TypeError, "not RuleObject"),
    (lambda r: r.either(r.all_of(r.url.contains("x"))), TypeError, "not RuleAnd"),
    (lambda r: r.any_of("/shop"), TypeError, "not str"),
    (lambda r: r.not_(r.any_of(r.url.contains("x"))), TypeError, "not_ takes rules"),
    (lambda r: r.site_area(include=["x"]), TypeError, "site_area takes rules"),
    (lambda r: r.url.contains(None), TypeError, "not NoneType"),
    (lambda r: r.url.contains(["x"]), TypeError, "not list"),
]


@pytest.mark.parametrize(("build", "raised", "message"), BAD_RULES)
def test_what_is_no_rule_is_refused(build: Callable[[Any], Any], raised: type[Exception], message: str) -> None:
    """A level in the wrong place, or something else entirely, is named."""
    with pytest.raises(raised, match=message):
        build(rules)


TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MATCHING = st.fixed_dictionaries({"match_type": st.none() | TEXT, "negated": st.none() | st.booleans()})
RULE = st.fixed_dictionaries(
    {"rule_type": TEXT},
    optional={"matching": MATCHING | st.none(), "value": st.none() | TEXT, "key": TEXT, "extra": st.integers()},
)
TREE = st.fixed_dictionaries(
    {
        "OR": st.lists(
            st.fixed_dictionaries(
                {"AND": st.lists(st.fixed_dictionaries({"OR_WHEN": st.lists(RULE, max_size=3)}), max_size=3)}
            ),
            max_size=3,
        )
    }
)


@given(tree=TREE)
def test_rules_round_trip_byte_for_byte(tree: dict[str, Any]) -> None:
    """Whatever the vendor sends, null comparisons and unknown fields too, goes back as it came."""
    assert dumps(RuleObject.from_dict(tree)) == dumps(tree)


@given(first=TEXT, second=TEXT)
def test_built_rules_are_equal_to_received_ones(first: str, second: str) -> None:
    """A rule that was built and one that arrived with the same content are the same."""
    built = any_of(all_of(url.contains(first), either(country.equals("DE"), not_(url.matches(second)))))
    assert RuleObject.from_dict(built.to_dict()) == built
