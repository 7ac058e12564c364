"""Our LaunchDarkly client against the sandbox, over real sockets, by both transports."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

import abclient
from abclient.events import Attempt
from abclient.testing import Sandbox
from abclient.vendors.launchdarkly import Experiments
from support.cases import a_third_every_run
from support.sandbox import iteration_body, running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)


@pytest.fixture(params=["httptools", "httpx"])
async def client(request: pytest.FixtureRequest, sandbox: Sandbox) -> AsyncIterator[abclient.LaunchDarkly]:
    """A client over each transport; no fault is left over."""
    sandbox.clear_faults()
    if request.param == "httptools":
        async with abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url) as client:
            yield client
    else:
        async with (
            httpx.AsyncClient(trust_env=False) as own,
            abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url, http_client=own) as client,
        ):
            yield client


@pytest.fixture
def experiments(client: abclient.LaunchDarkly) -> Experiments:
    return client.experiments("sandbox", "production")


async def test_the_whole_life_of_an_experiment(experiments: Experiments) -> None:
    """Create, change, start, stop with a winner, iterate again, archive, restore: every step shows at the vendor."""
    key = f"life-{uuid.uuid4().hex}"
    created = await experiments.create(
        key=key, name="First name", maintainer_id="m", description="d", iteration=iteration_body()
    )
    created.name = "Second name"
    await created.save()
    experiment = await experiments.get(key, expand=["draftIteration", "treatments", "previousIterations"])
    assert experiment.name == "Second name"
    assert experiment.draft_iteration is not None
    await experiment.start_iteration()
    assert experiment.current_iteration is not None
    assert experiment.current_iteration.status == "running"
    treatments = experiment.current_iteration.treatments
    assert treatments
    await experiment.stop_iteration(winning_treatment_id=treatments[0].id, winning_reason="It sold more")
    assert experiment.current_iteration.status == "stopped"
    assert experiment.current_iteration.winning_reason == "It sold more"
    iteration = await experiment.create_iteration(iteration_body(hypothesis="Once more"))
    assert (iteration.status, iteration.hypothesis) == ("not_started", "Once more")
    await experiment.start_iteration()
    assert [past.winning_reason for past in experiment.previous_iterations or ()] == ["It sold more"]
    await experiment.stop_iteration()
    await experiment.archive()
    assert experiment.archived_date is not None
    assert key in [item.key async for item in experiments.list(lifecycle_state="archived")]
    await experiment.restore()
    await experiment.describe("back again")
    await experiment.refresh()
    assert experiment.description == "back again"
    assert experiment.archived_date is None


async def test_every_page_is_listed_once(experiments: Experiments, sandbox: Sandbox) -> None:
    """Any page size gives the same experiments, each once, and the total the vendor says."""
    whole = [item.key async for item in experiments.list(page_size=100, lifecycle_state=["active", "archived"])]
    small = [item.key async for item in experiments.list(page_size=7, lifecycle_state=["active", "archived"])]
    assert whole == small
    assert len(whole) == len(set(whole))
    assert (await experiments.list(page_size=1, lifecycle_state=["active", "archived"])).total == len(whole)
    assert {listed["key"] for listed in sandbox.world()["launchdarkly"]["experiments"]} <= set(whole)


async def test_all_results_of_the_world_are_fetched(experiments: Experiments, sandbox: Sandbox) -> None:
    """Every experiment and metric that the sandbox says it has comes back typed, with consistent figures."""
    listed = sandbox.world()["launchdarkly"]["experiments"]
    wanted = [(experiment["key"], metric) for experiment in listed for metric in experiment["metrics"]]
    outcomes = await experiments.fetch_results(wanted, concurrency=20)
    assert [tuple(outcome.key) for outcome in outcomes] == wanted
    for outcome in outcomes:
        treatments = outcome.value.treatment_results or []
        assert sum(treatment.p_best or 0 for treatment in treatments) == pytest.approx(1, abs=0.01)


async def test_results_of_a_previous_iteration(experiments: Experiments) -> None:
    """What an iteration measured can be had after the next one has started."""
    listing = experiments.list(expand="previousIterations", page_size=100)
    experiment = next(one for one in [each async for each in listing] if one.previous_iterations)
    previous, metric = (experiment.previous_iterations or [])[0], experiment.metric_keys[0]
    current, before = await experiment.results(metric), await experiment.results(metric, iteration_id=previous.id)
    assert before.treatment_results
    assert before.treatment_results != current.treatment_results


async def test_settings_and_legacy_results(client: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """Settings are replaced whole; legacy results have a series until they are reset."""
    settings = client.experimentation_settings("sandbox")
    before = (await settings.get()).randomization_units
    assert before
    unit = {"randomizationUnit": "user", "default": True, "standardRandomizationUnit": "user"}
    after = (await settings.put([unit])).randomization_units
    assert after is not None
    assert [unit.randomization_unit for unit in after if not unit.hidden] == ["user"]
    with pytest.raises(abclient.BadRequestError, match="default"):
        await settings.put([{**unit, "default": False}])
    experiment = sandbox.world()["launchdarkly"]["experiments"][0]
    legacy = client.legacy_results("sandbox", "production")
    assert (await legacy.get(experiment["flag"], experiment["metrics"][0])).totals is not None
    await legacy.reset(experiment["flag"], experiment["metrics"][0])


async def test_documented_errors_have_their_classes(client: abclient.LaunchDarkly) -> None:
    """What the vendor refuses is raised as the class of its status, with its code and id."""
    here, nowhere = client.experiments("sandbox", "production"), client.experiments("nowhere", "production")
    for refused in (here.get("no-such"), nowhere.get("no-such"), here.results("no-such", "m")):
        with pytest.raises(abclient.NotFoundError) as caught:
            await refused
        assert caught.value.code == "not_found"
        assert caught.value.request_id
    with pytest.raises(abclient.BadRequestError) as bad:
        await here.patch((await here.list())[0].key, [{"kind": "fly"}])
    assert bad.value.code == "invalid_request"


async def test_a_wrong_token_is_unauthorized(sandbox: Sandbox) -> None:
    """Anything but the sandbox's token is refused as the vendor refuses it, and not shown."""
    async with abclient.LaunchDarkly("not-the-token", base_url=sandbox.url) as client:
        with pytest.raises(abclient.UnauthorizedError) as caught:
            await client.experiments("sandbox", "production").list()
    assert "not-the-token" not in str(caught.value) + repr(caught.value) + caught.value.body


@pytest.mark.parametrize(
    ("kind", "rule"),
    a_third_every_run(
        [
            ("status", {"status": 503}),
            ("status", {"status": 500}),
            ("status", {"status": 429, "headers": {"Retry-After": "0"}}),
            ("html", {"status": 502}),
            ("reset", {"at": "start"}),
            ("close", {"at": "answer"}),
            ("reset", {"at": "headers"}),
            ("truncate", {}),
        ]
    ),
)
async def test_a_passing_fault_costs_a_read_nothing(
    client: abclient.LaunchDarkly, sandbox: Sandbox, kind: str, rule: dict[str, object]
) -> None:
    """A GET that meets one fault on the way succeeds all the same."""
    sandbox.add_fault(kind, match={"path": "/api/v2"}, **rule)
    assert len(await client.experiments("sandbox", "production").list(page_size=3)) == 3
    assert sandbox.faults() == []


@pytest.mark.parametrize(
    ("kind", "rule", "error"),
    [
        ("status", {"status": 503}, abclient.ServiceUnavailableError),
        ("reset", {"at": "headers"}, abclient.ResponseLostError),
        ("close", {"at": "answer"}, abclient.ResponseLostError),
    ],
)
async def test_a_write_that_may_have_arrived_is_not_sent_twice(
    client: abclient.LaunchDarkly, sandbox: Sandbox, kind: str, rule: dict[str, object], error: type[Exception]
) -> None:
    """A POST that met a fault is raised, after one attempt."""
    sandbox.add_fault(kind, match={"path": "/api/v2", "method": "POST"}, **rule)
    with pytest.raises(error) as caught:
        await client.experiments("sandbox", "production").create_iteration("any", iteration_body())
    assert isinstance(caught.value, abclient.APIError | abclient.TransportError)
    assert caught.value.attempts == 1


async def test_garbage_is_a_decode_error(client: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """A 200 that is no JSON names what was expected and keeps the body."""
    sandbox.add_fault("garbage", match={"path": "/api/v2"})
    with pytest.raises(abclient.DecodeError) as caught:
        await client.experiments("sandbox", "production").list()
    assert caught.value.body
    assert caught.value.model == "Experiment"


async def test_a_silent_vendor_ends_at_the_deadline(client: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """A stalled answer ends the call in time, and the next call succeeds."""
    sandbox.add_fault("stall", match={"path": "/api/v2"})
    with pytest.raises(TimeoutError):
        await client.with_options(timeout=0.3, retries=0).experiments("sandbox", "production").list()
    sandbox.clear_faults()  # on a busy machine the time may be over before the request is there
    assert len(await client.experiments("sandbox", "production").list(page_size=2)) == 2


async def test_the_rate_limit_is_met_and_nothing_lost() -> None:
    """200 results under a limit of 50 per window of one second: all arrive, hardly any is refused."""
    attempts: list[Attempt] = []
    with Sandbox(experiments=60, seed=2, rate_limit="50/1") as limited:
        async with abclient.LaunchDarkly(limited.token, base_url=limited.url, hooks=[attempts.append]) as client:
            listed = limited.world()["launchdarkly"]["experiments"]
            wanted = [(experiment["key"], metric) for experiment in listed for metric in experiment["metrics"]]
            wanted = (wanted * 10)[:200]
            outcomes = await client.experiments("sandbox", "production").fetch_results(wanted, concurrency=20)
    assert [outcome.ok for outcome in outcomes] == [True] * 200
    refused = sum(attempt.status == 429 for attempt in attempts)
    assert refused <= 40, f"{refused} of {len(attempts)} attempts were refused"


@pytest.mark.slow
@pytest.mark.parametrize("scope", ["route_limit", "token_limit"])
async def test_limits_of_routes_and_tokens_are_met(scope: str) -> None:
    """Their headers alone say how many requests are left, while the account has plenty: hardly any is refused."""
    attempts: list[Attempt] = []
    limits: dict[str, Any] = {scope: "40/2"}
    with Sandbox(experiments=60, seed=2, rate_limit="5000/10", **limits) as limited:
        async with abclient.LaunchDarkly(limited.token, base_url=limited.url, hooks=[attempts.append]) as client:
            listed = limited.world()["launchdarkly"]["experiments"]
            wanted = [(experiment["key"], metric) for experiment in listed for metric in experiment["metrics"]][:100]
            outcomes = await client.experiments("sandbox", "production").fetch_results(wanted, concurrency=20)
    assert [outcome.ok for outcome in outcomes] == [True] * len(wanted)
    refused = sum(attempt.status == 429 for attempt in attempts)
    assert refused <= 10, f"{refused} of {len(attempts)} attempts were refused"


async def test_auto_finds_a_rate_and_reports_progress(experiments: Experiments, sandbox: Sandbox) -> None:
    """Without a number, everything comes as well: keys looked up first, in order, with progress to the end."""
    keys = [experiment["key"] for experiment in sandbox.world()["launchdarkly"]["experiments"]][:20]
    seen: list[abclient.Progress] = []
    outcomes = await experiments.fetch_results(
        keys, concurrency="auto", ordered=True, deadline=60, on_progress=seen.append
    )
    assert list(dict.fromkeys(outcome.key.experiment_key for outcome in outcomes)) == keys
    assert all(outcome.ok for outcome in outcomes)
    assert seen[-1] == abclient.Progress(len(outcomes), 0, None)
    pairs = [outcome.key for outcome in outcomes]
    await experiments.fetch_results(pairs, on_progress=seen.append)
    assert seen[-1] == abclient.Progress(len(pairs), 0, len(pairs))


async def test_a_rate_of_ones_own_is_kept(sandbox: Sandbox) -> None:
    """`max_rate` holds single calls and bulk work to what was asked for; an impossible one is refused by name."""
    with pytest.raises(abclient.ConfigurationError, match="max_rate"):
        abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url, max_rate=0)
    with pytest.raises(abclient.ConfigurationError, match="share"):
        abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url, share=2)
    loop = asyncio.get_running_loop()
    async with abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url, max_rate=50) as client:
        began = loop.time()
        await asyncio.gather(*(client.experiments("sandbox", "production").list(page_size=1) for _ in range(31)))
    assert loop.time() - began >= 0.5


async def test_cancelling_a_bulk_fetch_leaves_nothing(client: abclient.LaunchDarkly, sandbox: Sandbox) -> None:
    """After leaving a bulk fetch early no task is left and the client works."""
    before = asyncio.all_tasks()
    async with client.experiments("sandbox", "production").fetch_results(concurrency=10) as outcomes:
        async for _ in outcomes:
            break
    async with asyncio.timeout(60):  # a handed-in client finishes in the background what was cancelled under way
        while not asyncio.all_tasks() <= before:
            await asyncio.sleep(0.001)
    assert len(await client.experiments("sandbox", "production").list(page_size=2)) == 2
