"""What Optimizely's account has: people, jobs, summaries, outcomes, links that are secrets, and lists by token."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely import models
from abclient_api._runtime import Model
from support.clients import TOKEN
from support.fake import Script, answer

API = "https://api.optimizely.com/v2"
LINK = "https://app.optimizely.com/share?token=very-secret-1"


SECRETS: list[tuple[str, Callable[[abclient.Optimizely], Awaitable[Model]], dict[str, Any]]] = [
    (LINK, lambda o: o.experiments.results_share_link(7), {"url": LINK}),
    (LINK, lambda o: o.campaigns.results_share_link(7), {"url": LINK}),
    ("ya29.very-secret", lambda o: o.gcp_export_credentials(), {"token": "ya29.very-secret", "uri": "gs://b"}),
]


@pytest.mark.parametrize(("secret", "call", "body"), SECRETS)
async def test_what_opens_something_is_in_no_repr(
    secret: str, call: Callable[[abclient.Optimizely], Awaitable[Model]], body: dict[str, Any]
) -> None:
    """It is an attribute, and nothing prints it."""
    async with abclient.Optimizely(TOKEN, transport=Script(answer(200, body))) as optimizely:
        found = await call(optimizely)
    assert secret in found.to_dict().values()
    assert secret not in repr(found)


async def test_webhooks_are_paged_by_token() -> None:
    """The link of a page leads to the next one, with its token as it is; the first request may have one as well."""

    def page(request: WireRequest) -> WireResponse:
        token = request.url.partition("page_token=")[2].partition("&")[0]
        number, following = {"first%3D": ("1", "gA%3D%3D"), "gA%3D%3D": ("2", "")}[token]
        link = {"link": f"<{API}/projects/7/webhooks?page_token={following}&per_page=1>; rel=next"} if following else {}
        return answer(200, [{"id": number, "name": token}], **link)

    script = Script(page)
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        found = [one async for one in optimizely.webhooks.list(7, page_token="first=", page_size=1)]
    assert [(one.id, one.name) for one in found] == [("1", "first%3D"), ("2", "gA%3D%3D")]
    assert len(script.requests) == 2


async def test_a_webhook_is_made_in_the_project_of_its_path() -> None:
    """Only what belongs to the webhook itself is sent."""
    body: dict[str, Any] = {"name": "n", "description": "", "events": [], "url": "https://e"}
    script = Script(answer(201, {"id": "5", "project_id": 7, **body}))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        made = await optimizely.webhooks.create(project_id=7, name="n", description="", events=[], url="https://e")
    assert (made.id, made.project_id) == ("5", 7)
    assert json.loads(script.requests[0].body or b"") == body
    assert script.requests[0].url == f"{API}/projects/7/webhooks"


async def test_people_are_invited_by_mappings_and_bodies_alike() -> None:
    """Both make the same request, which is sent once and never again."""
    role, email = {"project_id": 7, "role": "editor"}, "ada@example.com"
    mapping = {"profile": {"email": email}, "project_roles": [role]}
    body = models.CollaboratorEntryInput(
        profile=models.UserProfileInput(email=email),
        project_roles=[models.ProjectRoleInput(project_id=7, role="editor")],
    )
    invited = [{"profile": {"email": email}, "project_roles": [{**role, "invitation_status": "pending"}]}]
    script = Script(answer(200, invited))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        for people in ([mapping], (one for one in [body])):
            [entry] = await optimizely.collaborators.invite(people)
            assert entry.project_roles is not None
            assert (entry.id, entry.project_roles[0].invitation_status) == (None, "pending")
    assert [json.loads(one.body or b"") for one in script.requests] == [[mapping], [mapping]]
    script = Script(answer(503), answer(200, invited))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        with pytest.raises(abclient.ABClientError):
            await optimizely.collaborators.invite([mapping])
    assert len(script.requests) == 1


async def test_several_people_without_an_id_are_all_listed() -> None:
    """Each once, by address, also where the vendor has pages after all."""
    a, b, c = ({"profile": {"email": f"{name}@example.com"}} for name in "abc")
    script = Script(answer(200, [a, b], link=f"<{API}/invitations?page=2>; rel=next"), answer(200, [b, c]))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        found = [one.to_dict() async for one in optimizely.collaborators.invitations()]
    assert found == [a, b, c]


async def test_an_experiment_and_a_campaign_of_one_id_are_two_summaries() -> None:
    """What comes again on the next page is left out, and these are not the same."""
    experiment, campaign = ({"id": 5, "type": kind} for kind in ("experiment", "campaign"))
    link = f"<{API}/experiment_summaries?page=2>; rel=next"
    script = Script(answer(200, [experiment], link=link), answer(200, [campaign, experiment]))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        found = [one.type async for one in optimizely.experiments.summaries(7)]
    assert found == ["experiment", "campaign"]


async def test_decisions_have_times() -> None:
    """The vendor's milliseconds become aware datetimes; a visitor's id may hold anything."""
    decision = {"campaign_id": 1, "experiment_id": 2, "variation_id": 3, "timestamp": 1545871675000}
    script = Script(answer(200, {"account_id": 9, "visitor_id": "a/b?", "bucketing_history": [decision]}))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        history = await optimizely.bucketing_history(9, "a/b?")
    assert history.bucketing_history is not None
    assert history.bucketing_history[0].timestamp == datetime(2018, 12, 27, 0, 47, 55, tzinfo=UTC)
    assert history.to_dict()["bucketing_history"] == [decision]
    assert script.requests[0].url == f"{API}/attribution/9/visitor/a%2Fb%3F"


async def test_a_job_is_saved_whatever_its_channels_came_as() -> None:
    """The vendor's document shows them as an object and as text; either survives, and a change is sent."""
    for channels in ({"email": ["a@example.com"]}, '{"email": ["a@example.com"]}'):
        job = {"id": 5, "project_id": 7, "frequency": "daily", "output_channels": channels}
        script = Script(answer(200, job), answer(200, {**job, "frequency": "weekly"}))
        async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
            loaded = await optimizely.scheduled_jobs.get(5)
            loaded.frequency = "weekly"
            await loaded.save()
        assert loaded.output_channels == channels
        assert json.loads(script.requests[1].body or b"") == {"frequency": "weekly"}


async def test_an_outcome_is_waited_for_like_results() -> None:
    """202 is asked again, 204 is none yet."""
    script = Script(answer(202), answer(200, {"experiment_id": 7, "inferred_outcome": "win"}), answer(204))
    async with abclient.Optimizely(TOKEN, transport=script) as optimizely:
        with pytest.raises(abclient.ResultsPendingError):
            await optimizely.experiments.report(7, wait=0)
        report = await optimizely.experiments.report(7, wait=0)
        assert report is not None
        assert report.inferred_outcome == "win"
        assert await optimizely.experiments.report(7) is None
