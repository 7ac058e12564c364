"""What the Convert facade (API v2) refuses before anything is sent, and what it says where the vendor refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

import abclient
from abclient.vendors.convert import ReportKey, rules
from support.convert import EMPTY, convert
from support.fake import answer

REFUSED: list[tuple[Callable[[Any], Any], type[Exception], str]] = [
    (
        lambda p: p.experiences.list(only=range(101)),
        ValueError,
        "only takes at most 100 ids, not 101: get_many reads any",
    ),
    (lambda p: p.goals.list(only=range(201)), ValueError, "at most 200"),
    (lambda p: p.goals.list(except_=[]), ValueError, "except_ has no ids"),
    (lambda p: p.goals.list(only=["x"]), TypeError, "whole numbers"),
    (lambda p: p.goals.list(only=[True]), TypeError, "whole numbers"),
    (lambda p: p.goals.list(page=2), TypeError, "page: a list asks for page after page"),
    (lambda p: p.goals.list(onlyCount=True), TypeError, "onlyCount"),
    (lambda p: p.goals.list(page_size=51), ValueError, "50"),
    (lambda p: p.goals.list(goal_type=["Revenue"]), ValueError, "did you mean 'revenue'"),
    (lambda p: p.experiences.list(sort_by="Name"), ValueError, "did you mean 'name'"),
    (lambda p: p.experiences.create(name="x"), TypeError, "needs status, type, url|needs type, url, status|needs"),
    (
        lambda p: p.experiences.create(name="x", type="a/b", status="draft", url="u", settings=5),
        TypeError,
        "settings",
    ),
    (lambda p: p.experiences.update(1), ValueError, "nothing to change"),
    (lambda p: p.experiences.update(1, concurrency_key="k"), ValueError, "nothing to change"),
    (lambda p: p.experiences.update(1, variations=["a", 1.5], replace=True), TypeError, "variations must hold"),
    (lambda p: p.experiences.get(True), TypeError, "experience_id"),
    (lambda p: p.experiences.get(1.5), TypeError, "experience_id"),
    (lambda p: p.experiences.get(""), ValueError, "key"),
    (lambda p: p.audiences.get("key"), TypeError, "audience_id"),
    (
        lambda p: p.goals.update_many(range(101), "active"),
        ValueError,
        "at most 100 ids, not 101: make a call for each 100",
    ),
    (
        lambda p: p.experiences.report(1, segments={"devices": "desktop"}),
        TypeError,
        r"must be a list, such as \['desktop'\]",
    ),
    (lambda p: p.experiences.daily_report(1, goal="orders"), TypeError, "an id or an object with an id"),
    (lambda p: p.goals.delete_many([]), ValueError, "no ids"),
    (lambda p: p.goals.delete_many(["a"]), TypeError, "an id or an object with an id"),
    (lambda p: p.experiences.remove_report_data(1, events=[]), TypeError, "start= and end="),
    (lambda p: p.experiences.report(1, start=datetime(2026, 1, 1)), ValueError, "time zone"),
    (
        lambda p: p.experiences.report(1, start=datetime(2026, 2, 1, tzinfo=UTC), end=datetime(2026, 1, 1, tzinfo=UTC)),
        ValueError,
        "start must not be after end",
    ),
    (lambda p: p.experiences.report(1, segments=["desktop"]), TypeError, "segments must be a model or a mapping"),
    (lambda p: p.experiences.report(1, goal=5), TypeError, "has no field goal"),
    (lambda p: p.experiences.fetch_reports(["1"]), TypeError, "whole numbers"),
    (lambda p: p.experiences.fetch_reports(7), TypeError, "several"),
    (lambda p: p.tags.create(), TypeError, "needs name"),
    (lambda p: p.tags.update(3), ValueError, "nothing to change"),
    (lambda p: p.sdk_keys.get("k"), abclient.InvalidRequestError, "gives no single key of the SDKs: list them"),
    (lambda p: p.domains.create(), TypeError, "needs url"),
    (lambda p: p.locations.create(name="x"), TypeError, "needs rules"),
]


@pytest.mark.parametrize(("call", "error", "told"), REFUSED)
async def test_what_cannot_be_meant_is_refused(call: Callable[[Any], Any], error: type[Exception], told: str) -> None:
    """By an error that names it, and nothing is sent."""
    client, script = convert(EMPTY)
    with pytest.raises(error, match=told):
        await call(client.project(2))
    assert script.requests == []


@pytest.mark.parametrize("place", [{"account_id": 1}, {"project_id": 2}, {"account_id": 1, "project_id": 2}])
async def test_reports_are_named_by_keys_or_by_their_place(place: Any) -> None:
    """Both at once would contradict each other: nothing is sent."""
    client, script = convert(EMPTY)
    with pytest.raises(TypeError, match=r"give the keys, or an account_id and project_id .*, not both"):
        client.fetch_reports([ReportKey(3, 2, 1)], **place)
    assert script.requests == []


UNTYPED: Any = rules


@pytest.mark.parametrize(
    ("build", "error", "told"),
    [
        (UNTYPED.any_of, ValueError, "any_of needs at least one rule"),
        (UNTYPED.all_of, ValueError, "all_of needs at least one rule"),
        (UNTYPED.either, ValueError, "either needs at least one rule"),
        (
            lambda: UNTYPED.any_of(UNTYPED.any_of(UNTYPED.url.contains("a"))),
            TypeError,
            "takes rules, .*, not RuleObject",
        ),
        (
            lambda: UNTYPED.not_(UNTYPED.all_of(UNTYPED.url.contains("a"))),
            TypeError,
            "not_ takes rules, .*, not RuleAnd",
        ),
        (lambda: UNTYPED.url.contains(["a"]), TypeError, "text, a number or a truth value, not list"),
    ],
)
def test_rules_that_cannot_be(build: Callable[[], Any], error: type[Exception], told: str) -> None:
    """No level is empty or inside of a lower one, and no rule compares with several things."""
    with pytest.raises(error, match=told):
        build()


CONFLICTS: list[Callable[[Any], Any]] = [
    lambda p: p.experiences.update(9, name="x", concurrency_key="old"),
    lambda p: p.experiences.update_variation(9, 1, name="x", concurrency_key="old"),
    lambda p: p.experiences.sections(9).update("a", versions=[], concurrency_key="old"),
    lambda p: p.experiences.sections(9).replace([], concurrency_key="old"),
    lambda p: p.experiences.sections(9).update_version("a", "b", name="x", concurrency_key="old"),
    lambda p: p.goals.update(3, name="x"),
]


@pytest.mark.parametrize("change", CONFLICTS)
async def test_a_conflict_says_what_to_do(change: Callable[[Any], Any]) -> None:
    """What the vendor says, and how to go on."""
    client, _ = convert(answer(409, {"code": 409, "message": "changed"}))
    with pytest.raises(abclient.ConflictError, match="409: changed; if it has changed since it was read, get it anew"):
        await change(client.project(2))


@pytest.mark.parametrize("domain", ["https://shop.example.com", {"uri": "https://shop.example.com"}, None, 1.5])
async def test_domains_are_ids_or_have_an_address(domain: Any) -> None:
    """Before a project is made or changed."""
    client, script = convert({"id": 1})
    for call in (client.projects.create(name="P", domains=[domain]), client.projects.update(2, domains=[domain])):
        with pytest.raises(TypeError, match=r"domains must hold ids, or mappings with a url, such as \{"):
            await call
    assert script.requests == []
