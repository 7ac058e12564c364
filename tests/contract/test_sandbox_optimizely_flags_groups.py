"""Rules in exclusion groups: the sandbox's groups and rulesets agree, whichever of the two is changed."""

from __future__ import annotations

from typing import Any

import pytest

from support.flags_place import RULESET, Place, a_rule, added, at_its_beginning, patch
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)
place = pytest.fixture(at_its_beginning)

OUTSIDE = {"group_id": 0, "traffic_allocation": 0}
LAST = "/rule_priorities/-"


def a_group(place: Place, environment: str = "production") -> int:
    """A group without rules; its number."""
    number: int = place.json("POST", "/groups", {"name": "G", "environment_key": environment}, 201)["id"]
    return number


def test_a_rule_shows_its_group(place: Place) -> None:
    """Its share, and how much of the group's traffic is left; without a group, all of its own."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    rule = place.json("PATCH", RULESET, added())["rules"]["t"]
    assert (rule["group_rule"], rule["group_remaining_traffic_allocation"]) == (OUTSIDE, 100)
    number = a_group(place)
    step = patch(("add", f"/{number}/rules/{rule['id']}", {"traffic_allocation": 4_000}))
    place.json("PATCH", "/groups", step)
    for shown in (
        place.json("GET", RULESET)["rules"]["t"],
        place.json("GET", "/flags/new/environments/production/rules/t"),
    ):
        assert shown["group_rule"] == {"group_id": number, "group_name": "G", "traffic_allocation": 4_000}
        assert shown["group_remaining_traffic_allocation"] == 60


def test_a_rule_joins_and_leaves_by_a_patch_of_its_ruleset(place: Place) -> None:
    """Also a new one, and from one group to another; a rule that is removed leaves its group."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    first, second = a_group(place), a_group(place)

    def shares(number: int) -> list[int]:
        return [one["traffic_allocation"] for one in place.json("GET", f"/groups/{number}")["rules"].values()]

    place.json("PATCH", RULESET, added(group_rule={"group_id": first, "traffic_allocation": 3_000}))
    assert (shares(first), shares(second)) == ([3_000], [])
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/group_rule/traffic_allocation", 5_000)))
    assert (shares(first), shares(second)) == ([5_000], [])
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/group_rule/group_id", second)))
    assert (shares(first), shares(second)) == ([], [5_000])
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/name", "Still there")))
    assert shares(second) == [5_000]
    place.json("PATCH", RULESET, patch(("replace", "/rules/t/group_rule", OUTSIDE)))
    assert shares(second) == []
    place.json(
        "PATCH", RULESET, patch(("replace", "/rules/t/group_rule", {"group_id": first, "traffic_allocation": 1}))
    )
    place.json("PATCH", RULESET, patch(("remove", "/rules/t"), ("remove", "/rule_priorities/0")))
    assert shares(first) == []


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"group_id": 1, "traffic_allocation": 1}, "there is no group 1 in production"),
        ("elsewhere", "there is no group"),
        ({"group_id": "x"}, "group_id must be an integer"),
        ({"traffic_allocation": 1}, "group_id is required"),
        ("too much", "sum to 10001, more than 10000"),
        (5, "group_rule must be an object"),
    ],
)
def test_places_that_cannot_be_had_are_refused(place: Place, wanted: Any, said: str) -> None:
    """Of another environment, beyond the whole, or not a place at all: neither group nor ruleset is changed."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    number = a_group(place)
    place.json("PATCH", RULESET, added(group_rule={"group_id": number, "traffic_allocation": 6_000}))
    if wanted == "elsewhere":
        wanted = {"group_id": a_group(place, "development"), "traffic_allocation": 1}
    if wanted == "too much":
        wanted = {"group_id": number, "traffic_allocation": 4_001}
    before = place.json("GET", RULESET), place.json("GET", f"/groups/{number}")
    rule = a_rule(key="u", group_rule=wanted)
    steps = patch(("add", "/rules/u", rule), ("add", LAST, "u"), ("replace", "/rules/t/name", "Changed"))
    assert said in place.json("PATCH", RULESET, steps, 400)["detail"]
    assert (place.json("GET", RULESET), place.json("GET", f"/groups/{number}")) == before
