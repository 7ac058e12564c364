"""Convert's source (API v2): several accounts, and what costs no other anything."""

from __future__ import annotations

import json
from copy import copy
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendor import get
from support.convert import KEY
from support.fake import Script, answer


def listed(*rows: dict[str, Any]) -> WireResponse:
    return answer(200, {"data": [*rows], "extra": {"pagination": {"items_count": len(rows), "pages_count": 1}}})


def vendor(request: WireRequest) -> WireResponse:
    """Two accounts, of which the first may not be looked into; the second has a project with an experience."""
    path = request.url.partition("/v2")[2].partition("?")[0]
    if path.startswith("/accounts/1/"):
        return answer(403, {"code": 403, "message": "not yours"})
    figures = {"id": 4, "visitors": 9, "metrics": [{"metric_type": "avg_revenue_visitor", "metric_total": 18}]}
    report = {"stats_methodology": "frequentist", "reportData": [{"goal_id": 5, "variations": [figures]}]}
    return {
        "/accounts": answer(200, {"data": [{"id": 1}, {"id": 2}]}),
        "/accounts/2/projects": listed({"id": 8, "reporting_settings": {"currency_symbol": "kr"}}),
        "/accounts/2/projects/8/experiences": listed({"id": 3, "name": "E"}),
        "/accounts/2/projects/8/experiences/3/aggregated_report": answer(200, {"data": report}),
    }[path]


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials of this machine are none of the tests'."""
    for name in ("APPLICATION_ID", "SECRET", "KEY_ID", "KEY_SECRET", "ACCOUNT_ID", "PROJECT"):
        monkeypatch.delenv(f"ABCLIENT_CONVERT_{name}", raising=False)


async def test_an_account_that_cannot_be_listed_costs_no_other() -> None:
    """It is a failure by its id; alone, it is an error."""
    both: dict[str, Any] = {**KEY, "retries": 0}
    async with abclient.open_source("convert", transport=Script(*[vendor] * 9), **both) as source:
        (result,) = [one async for one in source.results()]
        assert list(source.failures) == ["account 1"]
    (row,) = result.rows
    assert (result.key, row.value, row.currency) == (("2", "8", "3"), 18, "kr")
    only: dict[str, Any] = {**KEY, "account_id": 1, "retries": 0}
    async with abclient.open_source("convert", transport=Script(*[vendor] * 9), **only) as source:
        with pytest.raises(abclient.ForbiddenError, match="not yours"):
            await anext(source.results())


async def test_a_project_is_asked_for_its_currency_once() -> None:
    """With the list that takes ids; where it cannot be read, rows do without it."""
    script = Script(*[vendor] * 9)
    options: dict[str, Any] = {**KEY, "account_id": 2, "retries": 0, "project": "8"}
    async with abclient.open_source("convert", transport=script, **options) as source:
        (result,) = [one async for one in source.results()]
    assert [row.currency for row in result.rows] == ["kr"]
    first, *others = script.requests
    assert json.loads(first.body or b"") == {"only": [8], "include": [], "page": 1, "results_per_page": 50}
    assert len(others) == 2

    def without(request: WireRequest) -> WireResponse:
        return answer(403, {"code": 403}) if request.url.endswith("/projects") else vendor(request)

    async with abclient.open_source("convert", transport=Script(*[without] * 9), **options) as source:
        (result,) = [one async for one in source.results()]
    assert [(row.value, row.currency) for row in result.rows] == [(18, None)]


async def test_a_project_that_only_a_path_can_hold_has_no_currency() -> None:
    """A filter takes numbers: it is not asked for, and its path is as it was given."""

    def step(request: WireRequest) -> WireResponse:
        assert "/accounts/2/projects/0008/experiences" in request.url
        known = copy(request)
        known.url = request.url.replace("0008", "8")
        return vendor(known)

    options: dict[str, Any] = {**KEY, "account_id": 2, "retries": 0, "project": "0008"}
    async with abclient.open_source("convert", transport=Script(*[step] * 9), **options) as source:
        (result,) = [one async for one in source.results()]
    assert [(row.project, row.value, row.currency) for row in result.rows] == [("0008", 18, None)]


@pytest.mark.parametrize(
    ("options", "ids", "told"),
    [
        ({"account_id": 2}, ["3"], r"needs project= \(--project\) with the ids .*, or ABCLIENT_CONVERT_PROJECT set"),
        ({"project": "8"}, ["3"], "reach 2 accounts: set ABCLIENT_CONVERT_ACCOUNT_ID to that of the project"),
        ({"project": "8"}, [], "reach 2 accounts"),
    ],
)
async def test_what_an_id_belongs_to_has_to_be_known(options: Any, ids: list[str], told: str) -> None:
    """An experience is in a project, and a project in an account; the error says where they are named."""
    given: dict[str, Any] = {**KEY, "retries": 0, **options}
    async with abclient.open_source("convert", transport=Script(*[vendor] * 9), **given) as source:
        with pytest.raises(abclient.ConfigurationError, match=told):
            await anext(source.results(ids))


@pytest.mark.parametrize(
    ("options", "accounts", "notes"),
    [
        ({}, [1, 2], ()),
        ({"account_id": 2}, [1, 2], ()),
        ({"account_id": 3}, [1, 2], ("account 3 is none of those that the credentials reach: they reach 1, 2",)),
        ({"account_id": 3}, [], ("account 3 is none of those that the credentials reach: they reach none",)),
    ],
)
async def test_notes_are_of_an_account_that_is_none(options: Any, accounts: list[int], notes: tuple[str, ...]) -> None:
    """Only where one was given."""
    given: dict[str, Any] = {**KEY, "retries": 0, **options}
    script = Script(answer(200, {"data": [{"id": one} for one in accounts]}))
    async with abclient.open_source("convert", transport=script, **given) as source:
        assert await source.notes() == notes
    assert len(script.requests) == len(options)


@pytest.mark.parametrize("name", ["convert", "convert_v1"])
def test_bulk_calls_begin_slowly_and_learn(name: str) -> None:
    """No limit is documented, and callers wait seconds between requests: the rate grows from two a second, without an
    upper bound that no source supports."""
    described = get(name)
    assert (described.initial_rate, described.advised_rate, described.pace) == (2.0, None, None)


async def test_an_experience_without_known_goals_has_no_days_and_says_so() -> None:
    """It is a failure, unless it says that it has none; one that has not started is not asked for."""
    found: list[dict[str, Any]] = [{"id": 3}, {"id": 4, "goals": []}, {"id": 5, "status": "draft"}]

    def step(request: WireRequest) -> WireResponse:
        return listed(*found) if request.url.endswith("/experiences") else vendor(request)

    options: dict[str, Any] = {**KEY, "account_id": 2, "retries": 0, "series": True}
    script = Script(*[step] * 9)
    async with abclient.open_source("convert", transport=script, **options) as source:
        assert [one async for one in source.results()] == []
        assert list(source.failures) == ["experience 3"]
        assert "does not say which goals" in str(source.failures["experience 3"])
    assert len(script.requests) == 2
