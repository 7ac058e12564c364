"""The client of Optimizely Feature Experimentation: four APIs, and what is sent where."""

from __future__ import annotations

import asyncio
import copy
import math
import pickle
from collections.abc import Awaitable, Callable
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import pytest

import abclient
from abclient._ratelimit.pace import Pace
from abclient._session import Session
from abclient.errors import ConfigurationError, InvalidRequestError
from abclient.transports import WireRequest, WireResponse
from abclient_api._runtime import Request
from abclient_api.launchdarkly.api.experiments import get_experiments
from abclient_api.optimizely.api.results import get_experiment_results
from abclient_api.optimizely_flags.api.flags import fetch_flag
from abclient_api.optimizely_flags_permissions.api.team_management import list_teams
from abclient_api.optimizely_flags_scheduling.api.scheduled_changes import delete_scheduled_change
from support.clients import QUICK, TOKEN
from support.fake import Script, answer
from support.simulation import in_virtual_time

FLAG = {"key": "a", "id": 1, "name": "A"}
REQUESTS: dict[str, tuple[Callable[[], Request[Any, Any]], str]] = {
    "flags": (lambda: fetch_flag.request(1, "a"), "/projects/1/flags/a"),
    "results": (lambda: get_experiment_results.request(5), "/experiments/5/results"),
    "scheduling": (lambda: delete_scheduled_change.request(1, "a", 7), "/projects/1/flags/a/schedules/7"),
    "permissions": (lambda: list_teams.request(3), "/accounts/3/teams"),
}
OWN = {
    "flags": "https://api.optimizely.com/flags/v1",
    "results": "https://api.optimizely.com/v2",
    "scheduling": "https://api.app.optimizely.com/flags-scheduling",
    "permissions": "https://api.optimizely.com/permissions",
}


def beside(root: str) -> dict[str, str]:
    """The four addresses below one root."""
    return {
        "flags": f"{root}/flags/v1",
        "results": f"{root}/v2",
        "scheduling": f"{root}/flags-scheduling",
        "permissions": f"{root}/permissions",
    }


async def asked(script: Script, **options: Any) -> dict[str, str]:
    """The URL to which each API's request goes."""
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script, retries=0, **options) as client:
        for make, _ in REQUESTS.values():
            await client.send_raw(make())
    return {name: one.url for name, one in zip(REQUESTS, script.requests, strict=True)}


@pytest.mark.parametrize(
    ("options", "addresses"),
    [
        ({}, OWN),
        ({"base_url": OWN["flags"]}, OWN),
        ({"base_url": "https://gateway.example/opti/flags/v1"}, beside("https://gateway.example/opti")),
        ({"base_url": "https://gateway.example/flags/v1/"}, beside("https://gateway.example")),
        (
            {
                "base_url": "https://a.example/x",
                "results_url": "https://b.example",
                "scheduling_url": "https://c.example/s",
                "permissions_url": "https://d.example",
            },
            {
                "flags": "https://a.example/x",
                "results": "https://b.example",
                "scheduling": "https://c.example/s",
                "permissions": "https://d.example",
            },
        ),
        ({"results_url": "https://b.example/v2"}, {**OWN, "results": "https://b.example/v2"}),
    ],
)
async def test_each_api_has_an_address_of_its_own(options: dict[str, str], addresses: dict[str, str]) -> None:
    """Requests go to the API that their operation is of, with the token, and nowhere else."""
    script = Script(answer(200, FLAG))
    assert await asked(script, **options) == {name: addresses[name] + path for name, (_, path) in REQUESTS.items()}
    assert {dict(one.headers)["authorization"] for one in script.requests} == {f"Bearer {TOKEN}"}


async def test_addresses_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """As other settings of a vendor do."""
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_FLAGS_BASE_URL", "https://a.example/flags/v1")
    monkeypatch.setenv("ABCLIENT_OPTIMIZELY_FLAGS_SCHEDULING_URL", "https://c.example")
    found = await asked(Script(answer(200, FLAG)))
    assert found["permissions"].startswith("https://a.example/permissions/")
    assert found["scheduling"].startswith("https://c.example/projects/")


@pytest.mark.parametrize("name", ["results", "scheduling", "permissions"])
async def test_an_address_that_cannot_be_known_is_asked_for(name: str) -> None:
    """The token is not sent on a guess; calls of the flags API are not affected."""
    script = Script(answer(200, FLAG))
    async with abclient.OptimizelyFlags(
        TOKEN, max_rate=QUICK, transport=script, base_url="https://a.example/x"
    ) as client:
        with pytest.raises(
            ConfigurationError, match=f"pass {name}_url=... or set ABCLIENT_OPTIMIZELY_FLAGS_{name.upper()}_URL"
        ):
            await client.send(REQUESTS[name][0]())
        assert (await client.project(1).flags.get("a")).name == "A"
    assert len(script.requests) == 1


def test_no_address_is_in_clear_text() -> None:
    """The token would be, too."""
    with pytest.raises(ConfigurationError, match="clear text"):
        abclient.OptimizelyFlags(TOKEN, results_url="http://b.example")


async def test_requests_of_other_packages_go_to_the_flags_api() -> None:
    """As those that were made by hand do."""
    script = Script(answer(404))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        with pytest.raises(abclient.NotFoundError):
            await client.send(get_experiments.request("p", "e"))
    assert script.requests[0].url.startswith(f"{OWN['flags']}/api/v2/")


async def test_all_apis_have_the_options_of_a_copy_and_close_with_the_client() -> None:
    """Headers of a copy are sent to each; a closed client says so for each."""
    script = Script(answer(200, FLAG))
    client = abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script)
    twin = client.with_options(headers={"X-Mine": "1"})
    for make, _ in REQUESTS.values():
        await twin.send_raw(make())
    assert {dict(one.headers)["X-Mine"] for one in script.requests} == {"1"}
    await client.aclose()
    for make, _ in REQUESTS.values():
        with pytest.raises(abclient.ClientClosedError):
            await twin.send_raw(make())


def session_in(thing: Any) -> Session:
    return cast("Session", vars(thing)["_session"])


EVERYTHING: dict[str, Callable[[abclient.OptimizelyFlags], Any]] = {
    "project": lambda client: client.project(1),
    "flags": lambda client: client.project(1).flags,
    "rulesets": lambda client: client.project(1).rulesets("f"),
    "schedules": lambda client: client.project(1).schedules("f"),
    "permissions": lambda client: client.project(1).permissions,
    "teams": lambda client: client.teams(1),
    "projects of v2": lambda client: client.projects,
    "a list of flags": lambda client: client.project(1).flags.list(),
    "a list of schedules": lambda client: client.project(1).schedules("f").list(),
    "a list of roles": lambda client: client.project(1).permissions.of_user("u", "flags"),
    "a CSV": lambda client: client.project(1).rules.results_csv(1),
}


@pytest.mark.parametrize("make", EVERYTHING.values(), ids=EVERYTHING.keys())
def test_what_is_kept_of_any_api_follows_a_copy_of_the_client(
    make: Callable[[abclient.OptimizelyFlags], Any],
) -> None:
    """A subclass may keep it: in a copy with other options it has those, at the same address; here it stays as is."""

    class Mine(abclient.OptimizelyFlags):
        def __init__(self) -> None:
            super().__init__(TOKEN)
            self.kept = make(self)
            self.also = [self.kept]

    mine = Mine()
    twin = mine.with_options(timeout=5)
    before, after = (session_in(one.kept) for one in (mine, twin))
    assert (before.options.timeouts.total, after.options.timeouts.total) == (300, 5)
    assert after.account is before.account
    assert twin.also == [twin.kept]


def test_what_a_copy_is_kept_with_is_its_own() -> None:
    """What was made with other options, or by another client, keeps them."""
    mine, other = abclient.OptimizelyFlags(TOKEN), abclient.OptimizelyFlags(TOKEN)
    vars(mine).update(patient=mine.with_options(timeout=60).projects, others=other.projects)
    twin: Any = mine.with_options(timeout=5)
    assert session_in(twin.patient).options.timeouts.total == 60
    assert twin.others is vars(mine)["others"]


@pytest.mark.parametrize("make", EVERYTHING.values(), ids=EVERYTHING.keys())
def test_everything_is_copied_with_its_client_and_says_what_to_pickle(
    make: Callable[[abclient.OptimizelyFlags], Any],
) -> None:
    """Copies, deep or not, share connections and limits with the client."""
    thing = make(abclient.OptimizelyFlags(TOKEN))
    for duplicate in (copy.copy, copy.deepcopy):
        twin = duplicate(thing)
        assert type(twin) is type(thing)
        assert vars(twin)["_session"] is vars(thing)["_session"]
    with pytest.raises(TypeError, match="cannot be pickled: pickle what they give"):
        pickle.dumps(thing)


@pytest.mark.parametrize(("max_rate", "same"), [(None, False), (3.0, True)])
def test_results_have_limits_of_their_own(max_rate: float | None, same: bool) -> None:
    """Those of the flags API are 2 a second; a rate that the caller gives is that of the client as a whole."""
    client = abclient.OptimizelyFlags(TOKEN, max_rate=max_rate)
    flags, results = client.project(1).flags, client.projects
    limiters = [session_in(one).limiter for one in (flags, results)]
    assert (limiters[0] is limiters[1]) is same
    rates = [cast("Pace", vars(one)["_pace"]).rate for one in limiters]
    assert rates == ([math.inf] * 2 if max_rate else [2.0, math.inf])


class Vendor:
    """Answers every request after a twentieth of a second, with these headers, and keeps when each came."""

    def __init__(self, **headers: str) -> None:
        self.headers = headers
        self.times: list[tuple[str, float]] = []

    async def send(self, request: WireRequest) -> WireResponse:
        self.times.append((request.url, asyncio.get_running_loop().time()))
        await asyncio.sleep(0.05)
        token = parse_qs(urlsplit(request.url).query).get("page_token", ["1"])[0]
        following = {"next_url": [f"/x?page_token={int(token) + 1}"]} if int(token) < 4 else {}
        return answer(
            200, {**FLAG, "experiment_id": 1, "items": [{**FLAG, "key": f"k{token}"}], **following}, **self.headers
        )

    async def aclose(self) -> None:
        return None


async def _singly(client: abclient.OptimizelyFlags) -> None:
    for number in range(6):
        await client.project(1).flags.get(str(number))


async def _together(client: abclient.OptimizelyFlags) -> None:
    await asyncio.gather(*(client.project(1).flags.get(str(number)) for number in range(6)))


async def _several(client: abclient.OptimizelyFlags) -> None:
    await client.project(1).flags.get_many(map(str, range(6)))


async def _in_bulk(client: abclient.OptimizelyFlags) -> None:
    await abclient.fetch_many(
        client.project(1).flags.get, map(str, range(6)), concurrency="auto", limiter=client.limiter
    )


async def _pages(client: abclient.OptimizelyFlags) -> None:
    assert len([one async for one in client.project(1).flags.list(prefetch=True)]) == 4
    await client.project(1).flags.delete("a")
    await client.project(1).schedules("a").list()


async def _everywhere(client: abclient.OptimizelyFlags) -> None:
    for make, _ in 2 * [one for name, one in REQUESTS.items() if name != "results"]:
        await client.send_raw(make())


WAYS = [_singly, _together, _several, _in_bulk, _pages, _everywhere]


@pytest.mark.parametrize("way", WAYS)
def test_every_request_keeps_to_the_documented_pace(way: Callable[[abclient.OptimizelyFlags], Awaitable[None]]) -> None:
    """Two a second, whatever asks, at all APIs whose limits are in no document; of two at once, none waits."""

    async def run() -> list[float]:
        vendor = Vendor()
        async with abclient.OptimizelyFlags(TOKEN, transport=vendor) as client:
            await way(client)
        return [time for _, time in vendor.times]

    times = in_virtual_time(run)
    assert len(times) == 6
    assert all(later - earlier >= 0.999 for earlier, later in zip(times, times[2:], strict=False))
    assert times[-1] == pytest.approx(2.25, abs=0.3)
    if way in (_singly, _together):
        assert times[1] - times[0] < 0.1


@pytest.mark.parametrize(
    ("options", "headers"),
    [
        ({}, {"x_ratelimit_limit": "100", "x_ratelimit_remaining": "99", "x_ratelimit_reset": "10"}),
        ({"max_rate": 1_000.0}, {}),
    ],
    ids=["headers", "max_rate"],
)
def test_what_is_announced_or_given_replaces_the_pace(options: dict[str, Any], headers: dict[str, str]) -> None:
    """Then nothing waits that need not."""

    async def run() -> float:
        vendor = Vendor(**headers)
        async with abclient.OptimizelyFlags(TOKEN, transport=vendor, **options) as client:
            await _singly(client)
        return vendor.times[-1][1]

    assert in_virtual_time(run) < 0.5


def test_results_do_not_wait_for_the_pace_of_flags() -> None:
    """They are asked for at REST API v2."""

    async def run() -> float:
        vendor = Vendor()
        async with abclient.OptimizelyFlags(TOKEN, transport=vendor) as client:
            await asyncio.gather(*(client.project(1).rules.results(number, wait=0) for number in range(10)))
        return vendor.times[-1][1]

    assert in_virtual_time(run) < 0.5


PROBLEM = {
    "type": "about:blank",
    "title": "Key a already exists",
    "status": 400,
    "detail": "Choose another",
    "uuid": "u-1",
}


async def test_problem_details_are_read() -> None:
    """Title and detail are the message, the uuid is the request's id."""
    script = Script(answer(400, PROBLEM, content_type="application/problem+json"))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        with pytest.raises(abclient.BadRequestError) as caught:
            await client.project(1).flags.create(key="a")
    assert caught.value.message == "Key a already exists; Choose another"
    assert caught.value.request_id == "u-1"


@pytest.mark.parametrize("key", ["a/b", "50%", "a b", "ä", "a?b#c"])
async def test_odd_keys_stay_one_part_of_the_path(key: str) -> None:
    """They are encoded; that the vendor has no such flag is the vendor's own error."""
    script = Script(answer(404))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        with pytest.raises(abclient.NotFoundError):
            await client.project(1).flags.get(key)
    assert script.requests[0].url.count("/") == f"{OWN['flags']}/projects/1/flags/x".count("/")


INTERNAL = "https://p13n-results.internal.example/v1/experiments/5/results"


async def test_nothing_is_sent_to_an_address_that_an_answer_names() -> None:
    """Results of a report are asked for by its id, at the API that is known."""
    report = {"key": "r_1", "rule_key": "r", "layer_experiment_id": 5, "fetch_results_api_url": INTERNAL}
    script = Script(answer(200, report), answer(200, {"experiment_id": 5, "metrics": []}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        found = await client.project(1).reports("production").get("r_1")
        results = await found.results()
        assert results is not None
    assert [one.url for one in script.requests][1] == f"{OWN['results']}/experiments/5/results"
    assert not [one for one in script.requests if "internal" in one.url]


@pytest.mark.parametrize("kind", ["rule", "report"])
async def test_what_has_no_results_says_why(kind: str) -> None:
    """A draft or a delivery has no id to ask by; nothing is sent."""
    script = Script(answer(200, {"key": "r", "type": "targeted_delivery"}))
    async with abclient.OptimizelyFlags(TOKEN, max_rate=QUICK, transport=script) as client:
        project = client.project(1)
        one: Any = await project.rules.find("f", "e", "r") if kind == "rule" else await project.reports("e").get("r")
        with pytest.raises(InvalidRequestError, match=rf"{kind} 'r' has no results: it has no layer_experiment_id"):
            await one.results()
    assert len(script.requests) == 1
