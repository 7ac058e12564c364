"""What the sandbox's Flags Scheduling API refuses, and which scheduled changes it lists."""

from __future__ import annotations

from typing import Any

import pytest

from support.flags_place import RULESET, Place, added, at_its_beginning
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)
place = pytest.fixture(at_its_beginning)

FLAG_ON = {"subject": {"key": "new", "type": "flag"}, "changed_element": "status", "value": "on"}
SHARE = {"subject": {"key": "t", "type": "rule"}, "changed_element": "percentage_included", "value": 500}
WHEN = {"date": "2026-12-01", "time": "08:00", "time_zone": "Europe/Berlin"}


@pytest.mark.parametrize(
    ("changes", "loc"),
    [
        ({"schedule": {**WHEN, "time_zone": "Europe/Nowhere"}}, ["schedule"]),
        ({"schedule": {**WHEN, "time_zone": "../x"}}, ["schedule"]),
        ({"schedule": {**WHEN, "date": "2026-02-31"}}, ["schedule"]),
        ({"environment": "nowhere"}, ["environment"]),
        ({"environment": None}, ["environment"]),
        ({"actions": [{**FLAG_ON, "value": "yes"}]}, ["actions[0]", "value"]),
        (
            {"actions": [{**FLAG_ON, "changed_element": "percentage_included", "value": 1}]},
            ["actions[0]", "changed_element"],
        ),
        ({"actions": [SHARE, {**SHARE, "value": 10_001}]}, ["actions[1]", "value"]),
        ({"actions": [{**SHARE, "value": "500"}]}, ["actions[0]", "value"]),
        ({"actions": [{**SHARE, "changed_element": "audience_conditions", "value": 5}]}, ["actions[0]", "value"]),
        ({"actions": [{**SHARE, "subject": {"key": "x", "type": "rule"}}]}, ["actions[0]", "subject"]),
        ({"actions": [{**FLAG_ON, "subject": {"key": "x", "type": "flag"}}]}, ["actions[0]", "subject"]),
    ],
)
def test_scheduled_changes_that_cannot_be_made_are_refused(place: Place, changes: Any, loc: list[str]) -> None:
    """Times that do not exist, values of another type, and what is not there: in the style of that API."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    place.json("PATCH", RULESET, added())
    path = f"/flags-scheduling{place.project}/flags/new/schedules"
    body: Any = {"account_id": 1, "environment": "production", "actions": [FLAG_ON, SHARE], "schedule": WHEN}
    (problem,) = place.json("POST", path, {**body, **changes}, 422)["detail"]
    assert problem["loc"] == ["body", *loc]
    made = place.json("POST", path, body, 201)
    place.json("PATCH", f"{path}/{made['id']}", changes, 422)
    assert place.json("GET", path)["items"] == [made]


def test_scheduled_changes_of_an_interval(place: Place) -> None:
    """From a moment and until another, the latest first if wanted."""
    place.json("POST", "/flags", {"key": "new"}, 201)
    path = f"/flags-scheduling{place.project}/flags/new/schedules"
    for day in ("2026-12-01", "2026-12-02", "2026-12-03"):
        body = {"account_id": 1, "environment": "production", "actions": [FLAG_ON], "schedule": {**WHEN, "date": day}}
        place.json("POST", path, body, 201)

    def days(query: str) -> list[str]:
        return [one["schedule"]["date"][-2:] for one in place.json("GET", f"{path}?{query}")["items"]]

    assert days("scheduled_from=2026-12-02T07:00:00Z") == ["02", "03"]
    assert days("scheduled_till=2026-12-02T07:59:00%2B01:00&order=desc") == ["01"]
    assert days("scheduled_from=2026-12-02&scheduled_till=2026-12-03&order=desc") == ["02"]
    for wrong in ("order=up", "scheduled_from=soon", "page_no=0"):
        place.json("GET", f"{path}?{wrong}", status=422)
