"""Accounts of Convert (API v2): how one is found, what it holds, and the reports of all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.convert import ReportKey
from support.convert import EMPTY, KEY, SIGN, convert, sent
from support.fake import answer

REPORT: dict[str, Any] = {"data": {"stats_methodology": "frequentist", "reportData": []}}
ACCOUNTS = {"data": [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]}


def path_of(request: WireRequest) -> str:
    return request.url.partition("/v2")[2].partition("?")[0]


async def test_an_account_is_found_in_the_list() -> None:
    """One or several, and once more; one that is not there is an error that says where they are named."""
    client, script = convert(ACCOUNTS)
    found = await client.accounts.get(2)
    assert found.name == "B"
    assert [one.id for one in await client.accounts.get_many([2, 1])] == [2, 1]
    assert (await found.refresh()).name == "B"
    with pytest.raises(abclient.InvalidRequestError, match=r"no account 9 among those .* reach; list\(\) names them"):
        await client.accounts.get(9)
    assert {path_of(request) for request in script.requests} == {"/accounts"}
    for wrong in (True, "2", 1.5):
        with pytest.raises(TypeError, match="account_id"):
            await client.accounts.get(wrong)
        with pytest.raises(TypeError, match="account_id"):
            await client.accounts.get_many([1, wrong])


@pytest.mark.parametrize("credentials", [KEY, SIGN], ids=["sent", "signed"])
async def test_details_have_figures_where_a_url_can_ask_for_them(credentials: Any) -> None:
    """Which is not where requests are signed."""
    client, script = convert({"data": {"id": 1, "name": "A"}}, credentials=credentials)
    assert (await client.account().details()).name == "A"
    query = "?include%5B%5D=stats&include%5B%5D=settings.tracking_script.available_versions"
    assert script.requests[0].url.partition("/v2")[2] == f"/accounts/1/details{query if credentials is KEY else ''}"


async def test_what_visitors_do_in_an_account() -> None:
    """By the vendor's filters; without events, there are none."""
    client, script = convert({"data": [{"event_type": "conversion"}]}, {"data": []})
    events = await client.account(7).live_data(event_types=["conversion"], projects=[2])
    assert [event.event_type for event in events] == ["conversion"]
    assert path_of(script.requests[0]) == "/accounts/7/livedata"
    assert sent(script) == {"event_types": ["conversion"], "projects": [2]}
    assert await client.account(7).live_data() == []


async def test_an_id_that_the_vendor_wrote_as_text_stays_as_it_is() -> None:
    """In what an account holds, and as the account of another client."""
    client, script = convert({"data": [{"id": "0011"}]}, EMPTY)
    (account,) = await client.accounts.list()
    await account.contents.projects.list()
    assert path_of(script.requests[-1]) == "/accounts/0011/projects"
    other, script = convert(EMPTY, account_id=account.contents.account_id)
    await other.projects.list()
    assert path_of(script.requests[-1]) == "/accounts/0011/projects"


def test_what_something_holds_is_shown_with_its_place() -> None:
    """The account, the project, and for a collection both."""
    client, _ = convert(EMPTY)
    shown = [repr(one) for one in (client.account(), client.project(2), client.projects, client.project(2).goals)]
    assert shown == ["<AccountContents 1>", "<ProjectContents 2 of account 1>", "<Projects of 1>", "<Goals of 1/2>"]


# ------------------------------------------------------------------------------------------------------------- reports


async def test_keys_are_of_any_account_and_nothing_is_listed() -> None:
    """The client's own account matters only where no keys are given."""
    client, script = convert(REPORT)
    keys = [ReportKey(3, 2, 7), ReportKey(4, 2, 8)]
    async with client.fetch_reports(keys) as outcomes:
        assert {outcome.key async for outcome in outcomes} == set(keys)
    report = "/accounts/{0.account_id}/projects/{0.project_id}/experiences/{0.experience_id}/aggregated_report"
    assert sorted(map(path_of, script.requests)) == [report.format(key) for key in keys]


def vendor(request: WireRequest) -> WireResponse:
    """Two accounts, of which one may not be looked into, a project and an experience; and items of other kinds."""
    path = path_of(request)
    if path.startswith("/accounts/1/"):
        return answer(403, {"code": 403, "message": "not yours"})
    return {
        "/accounts": answer(200, {"data": [{"id": 1}, "x", {"id": 2}]}),
        "/accounts/2/projects": answer(200, {"data": [{"id": 8}, 7.5]}),
        "/accounts/2/projects/8/experiences": answer(200, {"data": [{"id": 3}, ["x"]]}),
        "/accounts/2/projects/8/experiences/3/aggregated_report": answer(200, REPORT),
    }[path]


async def test_what_cannot_be_listed_costs_no_other_report() -> None:
    """Each is an outcome of its own, which says where it is; the report that there is arrives."""
    client, _ = convert(vendor, account_id=None)
    async with client.fetch_reports(concurrency=4) as outcomes:
        found: dict[Any, Any] = {outcome.key: outcome async for outcome in outcomes}
    assert found.pop(ReportKey(3, 8, 2)).ok
    assert {key: type(outcome.error).__name__ for key, outcome in found.items()} == {
        "account 1: project": "ForbiddenError",
        "account item 2 of page 1": "DecodeError",
        "account 2: project item 2 of page 1": "DecodeError",
        "project 8: experience item 2 of page 1": "DecodeError",
    }


# ------------------------------------------------------------------------------------------- experiences of an account

CHANGES: list[Callable[[Any], Any]] = [
    lambda one: one.refresh(),
    lambda one: one.start(),
    lambda one: one.clone(),
    lambda one: one.delete(),
    lambda one: one.report(),
    lambda one: one.report_settings(),
    lambda one: one.report_token(),
    lambda one: one.live_data(),
    lambda one: one.history(),
    lambda one: one.sections(),
]


@pytest.mark.parametrize("change", CHANGES)
async def test_an_experience_of_an_account_can_only_be_read(change: Callable[[Any], Any]) -> None:
    """The error says how to go on, and nothing is sent."""
    client, script = convert({"data": [{"id": 9, "name": "E"}]}, credentials=KEY)
    (one,) = await client.account().experiences()
    with pytest.raises(abclient.InvalidRequestError, match=r"project\(\.\.\.\)\.experiences\.get\(\.\.\.\)"):
        await change(one)
    assert len(script.requests) == 1
