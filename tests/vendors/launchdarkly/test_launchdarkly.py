"""The LaunchDarkly facade, as a user's own tests would drive it: with respx."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest
import respx

import abclient
from abclient.vendors.launchdarkly import Experiments, ResultKey
from support.clients import TOKEN

HOST = "https://app.launchdarkly.com"
E = f"{HOST}/api/v2/projects/p/environments/e/experiments"
SEMANTIC_PATCH = "application/json; domain-model=launchdarkly.semanticpatch"
ITERATION: dict[str, Any] = {
    "hypothesis": "Green sells more",
    "metrics": [{"key": "orders", "primary": True}],
    "treatments": [{"name": "A", "baseline": True, "allocationPercent": "50", "parameters": []}],
    "flags": {"button": {"ruleId": "fallthrough", "flagConfigVersion": 3}},
}


def experiment(key: str = "k", **fields: Any) -> dict[str, Any]:
    return {"_id": "1", "key": key, "name": "Name", "_maintainerId": "m", "_creationDate": 1, "_links": {}, **fields}


@pytest.fixture
async def client() -> AsyncIterator[abclient.LaunchDarkly]:
    async with abclient.LaunchDarkly("token-1", retries=0) as client:
        yield client


@pytest.fixture
def experiments(client: abclient.LaunchDarkly) -> Experiments:
    return client.experiments("p", "e")


def sent(route: respx.Route) -> httpx.Request:
    """The last request of a route."""
    request: httpx.Request = route.calls.last.request
    return request


@respx.mock
async def test_every_call_carries_token_and_beta_header(experiments: Experiments) -> None:
    """The token goes raw into Authorization, and the API version is always said."""
    route = respx.get(f"{E}/k").respond(json=experiment())
    await experiments.get("k")
    headers = sent(route).headers
    assert headers["authorization"] == "token-1"
    assert headers["ld-api-version"] == "beta"
    assert headers["accept"] == "application/json"


@respx.mock
async def test_filters_are_keywords(experiments: Experiments) -> None:
    """Conditions, expansions and states become the vendor's comma-separated parameters."""
    route = respx.get(E).respond(json={"items": [experiment()], "total_count": 1, "_links": {}})
    await experiments.list(
        status="running",
        flag_key="f",
        metric_key="m",
        lifecycle_state=["active", "archived"],
        expand=["treatments", "draftIteration"],
        page_size=50,
        offset=5,
    )
    assert dict(sent(route).url.params) == {
        "filter": "flagKey:f,metricKey:m,status:running",
        "lifecycleState": "active,archived",
        "expand": "treatments,draftIteration",
        "limit": "50",
        "offset": "5",
    }


@respx.mock
async def test_a_plain_list_sends_no_parameters(experiments: Experiments) -> None:
    """Defaults stay the vendor's."""
    route = respx.get(E).respond(json={"items": []})
    assert list(await experiments.list()) == []
    assert sent(route).url.query == b""


@respx.mock
async def test_paging_follows_the_links(experiments: Experiments) -> None:
    """Host-relative next links are followed to the end; the first page knows the total."""
    respx.get(E, params={"offset": "1"}).respond(json={"items": [experiment("b")], "total_count": 2, "_links": {}})
    respx.get(E).respond(
        json={
            "items": [experiment("a")],
            "total_count": 2,
            "_links": {"next": {"href": "/api/v2/projects/p/environments/e/experiments?offset=1", "type": "x"}},
        }
    )
    assert [item.key async for item in experiments.list()] == ["a", "b"]
    assert (await experiments.list()).total == 2


@respx.mock
async def test_paging_goes_on_without_links_while_the_total_says_so(experiments: Experiments) -> None:
    """A vendor that forgets the link does not cut the list short."""
    respx.get(E, params={"offset": "1", "limit": "1"}).respond(json={"items": [experiment("b")], "total_count": 2})
    respx.get(E).respond(json={"items": [experiment("a")], "total_count": 2})
    assert [item.key async for item in experiments.list(page_size=1)] == ["a", "b"]


LIST = "/api/v2/projects/p/environments/e/experiments"


def listing(key: str, link: Any = None, **more: Any) -> dict[str, Any]:
    links = {} if link is None else {"next": link}
    return {"items": [experiment(key)], "_links": links, **more}


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (listing("a", {"href": f"{LIST}?offset=1"}), ["a", "b"]),
        (listing("a", {"href": "?offset=1"}), ["a", "b"]),
        (listing("a", {"href": f"{LIST}?offset=%31"}, total_count=2), ["a", "b"]),
        (listing("a", {"href": "http://app.launchdarkly.com" + f"{LIST}?offset=1"}), ["a", "b"]),
        (listing("a", {"href": ""}, total_count=2), ["a", "b"]),
        (listing("a", {"href": 5}, total_count=2), ["a", "b"]),
        (listing("a", {"href": ""}, total_count=True), None),
        (listing("a", {}), ["a"]),
        (listing("a", {"href": f"{LIST}?cursor=x"}), ["a", "b"]),
        (listing("a", {"href": None}), None),
        (listing("a", ["?offset=1"]), None),
        (listing("a", {"href": f"{LIST}?offset=abc"}), None),
        (listing("a", {"href": f"{LIST}?offset="}), None),
        (listing("a", {"href": f"{LIST}?offset=1.5"}), None),
        (listing("a", {"href": f"{LIST}?offset=-5"}), None),
        (listing("a", {"href": f"{LIST}?offset=0"}), None),
        (listing("a", {"href": f"{LIST}?offset=1&offset=2"}), None),
        (listing("a", {"href": f"{LIST}?offset=²"}), None),
        (listing("a", {"href": f"{LIST}?offset={'9' * 5000}"}), None),
        (listing("a", {"href": f"{LIST}?offset=3"}, total_count=2), None),
        (listing("a", {"href": f"{LIST}/..%2f..%2fmembers?offset=1"}), None),
    ],
)
@respx.mock
async def test_the_next_page_is_the_right_one_or_an_error(
    experiments: Experiments, first: dict[str, Any], expected: list[str] | None
) -> None:
    """A link that does not lead on within the list, or cannot be read, is no end of the list."""
    respx.get(E, params={"offset": "1"}).respond(json=listing("b"))
    respx.get(E, params={"cursor": "x"}).respond(json=listing("b"))
    respx.get(E).respond(json=first)
    found: list[str] = []
    try:
        async for item in experiments.list():
            found.append(item.key)
    except abclient.PagingError:
        assert expected is None
    assert found == (expected or ["a"])


@pytest.mark.parametrize("offset", ["abc", "²", "1.5"])
@respx.mock
async def test_a_page_at_no_number_counts_nothing(experiments: Experiments, offset: str) -> None:
    """Where the link of a page with garbage for an offset is missing, nothing can be counted from there."""
    respx.get(E).respond(json=listing("a", total_count=9))
    pages = experiments.list().pages(page_token=f"{LIST}?offset={quote(offset)}")
    assert [item.key for item in await anext(pages)] == ["a"]
    with pytest.raises(abclient.PagingError, match="at no number"):
        await anext(pages)


@respx.mock
async def test_a_gateways_prefix_is_kept(experiments: Experiments) -> None:
    """Below a path of one's own, LaunchDarkly's links do not have it, and neither do those that are made."""
    there = f"https://gateway.example/ld{LIST}"
    respx.get(there, params={"offset": "1"}).respond(json=listing("b", total_count=3))
    respx.get(there, params={"offset": "2"}).respond(json=listing("c", total_count=3))
    respx.get(there).respond(json=listing("a", {"href": f"{LIST}?offset=1"}, total_count=3))
    async with abclient.LaunchDarkly("token-1", base_url="https://gateway.example/ld") as ld:
        assert [item.key async for item in ld.experiments("p", "e").list()] == ["a", "b", "c"]


@respx.mock
async def test_create_sends_the_vendors_names(experiments: Experiments) -> None:
    """A mapping with JSON names, or the typed model, is the same body."""
    from abclient_api.launchdarkly import models

    route = respx.post(E).respond(201, json=experiment())
    await experiments.create(key="k", name="Name", maintainer_id="m", iteration=ITERATION, description="d")
    body = json.loads(sent(route).content)
    assert body == {"key": "k", "name": "Name", "maintainerId": "m", "description": "d", "iteration": ITERATION}
    typed = models.IterationInput(
        hypothesis="Green sells more",
        metrics=[models.MetricInput(key="orders", primary=True)],
        treatments=[models.TreatmentInput(name="A", baseline=True, allocation_percent="50", parameters=[])],
        flags={"button": models.FlagInput(rule_id="fallthrough", flag_config_version=3)},
    )
    await experiments.create(key="k", name="Name", maintainer_id="m", iteration=typed, description="d")
    assert json.loads(sent(route).content) == body


@respx.mock
async def test_a_description_that_is_not_given_is_not_sent(experiments: Experiments) -> None:
    """Not said is not the same as empty."""
    route = respx.post(E).respond(201, json=experiment())
    await experiments.create(key="k", name="Name", maintainer_id="m", iteration=ITERATION)
    assert "description" not in json.loads(sent(route).content)


@respx.mock
async def test_iterations_are_created_by_key_or_from_the_experiment(experiments: Experiments) -> None:
    """Both ways post the same body and give the iteration."""
    respx.get(f"{E}/k").respond(json=experiment())
    route = respx.post(f"{E}/k/iterations").respond(json={"hypothesis": "h", "status": "not_started", "createdAt": 5})
    assert (await experiments.create_iteration("k", ITERATION)).status == "not_started"
    assert (await (await experiments.get("k")).create_iteration(ITERATION)).created_at == 5
    assert json.loads(sent(route).content) == ITERATION


@pytest.mark.parametrize(
    ("method", "arguments", "instruction"),
    [
        ("start_iteration", {}, {"kind": "startIteration"}),
        ("start_iteration", {"change_justification": "why"}, {"kind": "startIteration", "changeJustification": "why"}),
        ("stop_iteration", {}, {"kind": "stopIteration"}),
        (
            "stop_iteration",
            {"winning_treatment_id": "t", "winning_reason": "r"},
            {"kind": "stopIteration", "winningTreatmentId": "t", "winningReason": "r"},
        ),
        ("archive", {}, {"kind": "archiveExperiment"}),
        ("restore", {}, {"kind": "restoreExperiment"}),
        ("rename", {"name": "N"}, {"kind": "updateName", "value": "N"}),
        ("describe", {"description": "D"}, {"kind": "updateDescription", "value": "D"}),
    ],
)
@respx.mock
async def test_every_instruction_has_a_method(
    experiments: Experiments, method: str, arguments: dict[str, str], instruction: dict[str, str]
) -> None:
    """Each documented kind is one call with the semantic-patch content type; the answer is taken over."""
    respx.get(f"{E}/k").respond(json=experiment())
    route = respx.patch(f"{E}/k").respond(json=experiment(name="After"))
    item = await experiments.get("k")
    assert await getattr(item, method)(**arguments) is item
    assert item.name == "After"
    assert sent(route).headers["content-type"] == SEMANTIC_PATCH
    assert json.loads(sent(route).content) == {"instructions": [instruction]}


@respx.mock
async def test_instructions_leave_what_was_not_saved(experiments: Experiments) -> None:
    """An unsaved attribute stays, and stays changed; but for the one that the instruction is about."""
    respx.get(f"{E}/k").respond(json=experiment(name="N"))
    route = respx.patch(f"{E}/k").respond(json=experiment(name="After"))
    item = await experiments.get("k")
    item.name, item.description = "mine", "unsaved"
    await item.archive()
    assert item.changes() == {"name": "mine", "description": "unsaved"}
    await item.rename("After")
    assert (item.name, item.changes()) == ("After", {"description": "unsaved"})
    await item.save()
    assert json.loads(sent(route).content)["instructions"] == [{"kind": "updateDescription", "value": "unsaved"}]


@respx.mock
async def test_results_of_everything_are_those_of_archived_experiments_too(experiments: Experiments) -> None:
    """The vendor lists active ones alone unless it is asked for more."""
    route = respx.get(E).respond(json={"items": []})
    assert await experiments.fetch_results() == []
    assert sent(route).url.params["lifecycleState"] == "active,archived"


@respx.mock
async def test_save_sends_name_and_description(experiments: Experiments) -> None:
    """What can be changed is sent as instructions in one patch; what cannot is refused by name."""
    respx.get(f"{E}/k").respond(json=experiment())
    route = respx.patch(f"{E}/k").respond(json=experiment(name="N", description="D"))
    item = await experiments.get("k")
    item.name, item.description = "N", "D"
    await item.save()
    assert json.loads(sent(route).content)["instructions"] == [
        {"kind": "updateName", "value": "N"},
        {"kind": "updateDescription", "value": "D"},
    ]
    item.maintainer_id = "someone"
    with pytest.raises(abclient.InvalidRequestError, match="maintainer_id"):
        await item.save()
    assert route.call_count == 1


@respx.mock
async def test_what_was_expanded_stays_expanded(experiments: Experiments) -> None:
    """A patch answers without expansions, so an expanded experiment is loaded again with them."""
    full = experiment(currentIteration={"status": "running", "hypothesis": "h", "treatments": [{"name": "A"}]})
    reload = respx.get(f"{E}/k", params={"expand": "treatments"}).respond(json=full)
    respx.patch(f"{E}/k").respond(json=experiment(name="N"))
    item = await experiments.get("k", expand="treatments")
    await item.archive()
    assert item.current_iteration is not None
    assert item.current_iteration.treatments is not None
    assert reload.call_count == 2


@pytest.mark.parametrize("failure", [httpx.Response(403), httpx.Response(200, json=[]), httpx.ReadError("reset")])
@respx.mock
async def test_a_change_that_was_made_is_no_error(
    experiments: Experiments, failure: httpx.Response | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """When only loading it again fails, the patch's answer is taken over: nobody is led to send the change twice."""
    full = experiment(currentIteration={"status": "running", "hypothesis": "h", "treatments": [{"name": "A"}]})
    again = httpx.Response(200, json={**full, "name": "N"})
    reload = respx.get(f"{E}/k", params={"expand": "treatments"})
    reload.side_effect = [httpx.Response(200, json=full), failure, again]
    route = respx.patch(f"{E}/k").respond(json=experiment(name="N"))
    item = await experiments.get("k", expand="treatments")
    item.name = "N"
    assert await item.save() is item
    assert (item.name, item.current_iteration, item.changes()) == ("N", None, {})
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("abclient", "WARNING")
    assert "made the change to experiment 'k'" in record.getMessage()
    await item.save()
    assert route.call_count == 1
    await item.refresh()
    assert item.current_iteration is not None


@respx.mock
async def test_patch_takes_any_instructions_and_a_comment(experiments: Experiments) -> None:
    """Kinds this client does not know yet can be sent, several at once."""
    route = respx.patch(f"{E}/k").respond(json=experiment())
    await experiments.patch("k", [{"kind": "addWings", "span": 2}, {"kind": "fly"}], comment="because")
    assert json.loads(sent(route).content) == {
        "instructions": [{"kind": "addWings", "span": 2}, {"kind": "fly"}],
        "comment": "because",
    }


@respx.mock
async def test_results_are_typed(experiments: Experiments) -> None:
    """Means, intervals and probabilities arrive as numbers under their Python names."""
    respx.get(f"{E}/k").respond(json=experiment())
    respx.get(f"{E}/k/metrics/m/results").respond(
        json={
            "treatmentResults": [
                {
                    "treatmentId": "t",
                    "treatmentName": "A",
                    "mean": 0.5,
                    "pBest": 0.9,
                    "units": 12,
                    "credibleInterval": {"upper": 0.6, "lower": 0.4},
                }
            ],
            "metricSeen": {"ever": True, "timestamp": 1657129307},
            "probabilityOfMismatch": 0.01,
        }
    )
    results = await (await experiments.get("k")).results("m")
    assert results.treatment_results is not None
    (treatment,) = results.treatment_results
    assert (treatment.mean, treatment.p_best, treatment.units) == (0.5, 0.9, 12)
    assert treatment.credible_interval is not None
    assert (treatment.credible_interval.lower, treatment.credible_interval.upper) == (0.4, 0.6)
    assert results.probability_of_mismatch == 0.01


@respx.mock
async def test_bulk_results_take_pairs_experiments_and_keys(experiments: Experiments) -> None:
    """Whatever names an experiment can be asked for; what is wrong with one is its outcome alone."""
    metric: dict[str, Any] = {"key": "m2", "name": "M2", "kind": "custom", "_links": {}}
    running = experiment("b", currentIteration={"status": "running", "hypothesis": "", "primaryMetric": metric})
    respx.get(f"{E}/b").respond(json=running)
    respx.get(f"{E}/gone").respond(404, json={"code": "not_found", "message": "gone"})
    for key, name in [("a", "m1"), ("b", "m2")]:
        respx.get(f"{E}/{key}/metrics/{name}/results").respond(json={"treatmentResults": []})
    loaded = await experiments.get("b")
    outcomes = await experiments.fetch_results([("a", "m1"), "gone", loaded, "b"])
    assert [(outcome.key, outcome.ok) for outcome in outcomes] == [
        (ResultKey("a", "m1"), True),
        (ResultKey("gone", ""), False),
        (ResultKey("b", "m2"), True),
        (ResultKey("b", "m2"), True),
    ]
    assert isinstance(outcomes[1].error, abclient.NotFoundError)


@respx.mock
async def test_bulk_results_of_a_whole_environment(experiments: Experiments) -> None:
    """Without keys every experiment is listed and all its metrics are fetched; one without a metric has none."""
    metrics: dict[str, Any] = {
        "primaryMetric": {"key": "m1", "name": "", "kind": "custom", "_links": {}},
        "secondaryMetrics": [{"key": "m2", "name": "", "kind": "click", "_links": {}}],
    }
    listing = respx.get(E, params={"expand": "secondaryMetrics"}).respond(
        json={
            "items": [
                experiment("a", currentIteration={"hypothesis": "", "status": "running", **metrics}),
                experiment("new"),
            ],
            "total_count": 2,
        }
    )
    respx.get(url__regex=r".*/results$").respond(json={"treatmentResults": []})
    outcomes = await experiments.fetch_results()
    assert [outcome.key for outcome in outcomes] == [("a", "m1"), ("a", "m2")]
    assert listing.call_count == 1


@respx.mock
async def test_settings_are_read_and_replaced(client: abclient.LaunchDarkly) -> None:
    """Randomization units, as models or mappings."""
    url = f"{HOST}/api/v2/projects/p/experimentation-settings"
    unit = {"randomizationUnit": "user", "default": True, "standardRandomizationUnit": "guest"}
    respx.get(url).respond(json={"_projectId": "1", "randomizationUnits": [unit]})
    route = respx.put(url).respond(json={"randomizationUnits": [unit]})
    settings = client.experimentation_settings("p")
    units = (await settings.get()).randomization_units
    assert units is not None
    assert units[0].randomization_unit == "user"
    await settings.put([unit])
    assert json.loads(sent(route).content) == {"randomizationUnits": [unit]}


@respx.mock
async def test_legacy_results_are_read_and_reset(client: abclient.LaunchDarkly) -> None:
    """The period is epoch milliseconds; capitalised keys of the series are understood; a reset answers nothing."""
    url = f"{HOST}/api/v2/flags/p/f/experiments/e/m"
    route = respx.get(url).respond(
        json={"series": [{"Time": 5, "VariationData": [{"value": 1.5}]}], "granularity": "d"}
    )
    respx.delete(f"{url}/results").respond(204)
    legacy = client.legacy_results("p", "e")
    results = await legacy.get("f", "m", start=1, end=2)
    assert dict(sent(route).url.params) == {"from": "1", "to": "2"}
    assert results.series is not None
    assert results.series[0].time == 5
    assert await legacy.reset("f", "m") is None  # type: ignore[func-returns-value]  # that it is nothing is the point


@pytest.mark.parametrize(
    ("instance", "host"),
    [("default", HOST), ("federal", "https://app.launchdarkly.us"), ("eu", "https://app.eu.launchdarkly.com")],
)
@respx.mock
async def test_the_instance_chooses_the_host(instance: Any, host: str) -> None:
    """Each of the vendor's hosts by name."""
    route = respx.get(url__startswith=f"{host}/api").respond(json=experiment())
    async with abclient.LaunchDarkly(TOKEN, instance=instance) as client:
        await client.experiments("p", "e").get("k")
    assert route.called


@respx.mock
async def test_token_and_host_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the environment is needed; what is given by hand comes first."""
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_TOKEN", "env-token")
    monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_BASE_URL", "https://ld.example/")
    route = respx.get(url__startswith="https://ld.example/api").respond(json=experiment())
    async with abclient.LaunchDarkly() as client:
        await client.experiments("p", "e").get("k")
    assert sent(route).headers["authorization"] == "env-token"
    async with abclient.LaunchDarkly("mine", base_url="https://other.example") as client:
        assert repr(client) == "<LaunchDarkly https://other.example>"


@respx.mock
async def test_options_of_one_call() -> None:
    """A copy has its own timeout, retries and headers, shares the rest, and closing it closes nothing."""
    route = respx.get(url__startswith=HOST).mock(side_effect=[httpx.ConnectError("refused"), httpx.Response(503)])
    async with abclient.LaunchDarkly(TOKEN) as client:
        once = client.with_options(retries=0, timeout=5, headers={"X-Team": "growth", "ld-api-version": "20240415"})
        with pytest.raises(abclient.NotSentError):
            await once.experiments("p", "e").get("k")
        assert sent(route).headers["x-team"] == "growth"
        assert sent(route).headers["ld-api-version"] == "20240415"
        await once.aclose()
        with pytest.raises(abclient.ServiceUnavailableError):
            await client.with_options(retries=0).experiments("p", "e").get("k")
    with pytest.raises(abclient.ClientClosedError):
        await once.experiments("p", "e").get("k")


@respx.mock
async def test_your_own_http_client_is_used_and_stays_open() -> None:
    """A handed-in httpx client sends the requests, with its own hooks, and is not closed."""
    seen: list[str] = []

    async def hook(request: httpx.Request) -> None:
        seen.append(request.url.path)

    respx.get(f"{E}/k").respond(json=experiment())
    async with httpx.AsyncClient(event_hooks={"request": [hook]}) as own:
        async with abclient.LaunchDarkly(TOKEN, http_client=own) as client:
            await client.experiments("p", "e").get("k")
        assert not own.is_closed
    assert seen == ["/api/v2/projects/p/environments/e/experiments/k"]


@pytest.mark.parametrize(
    ("arguments", "culprit"),
    [
        ({}, "ABCLIENT_LAUNCHDARKLY_TOKEN"),
        ({"token": ""}, "token"),
        ({"token": "a\nb"}, "token"),
        ({"token": "t", "base_url": "app.launchdarkly.com"}, "base_url"),
        ({"token": "t", "instance": "mars"}, "mars"),
        ({"token": "t", "timeout": 0}, "timeout"),
        ({"token": "t", "retries": "3"}, "retries"),
        ({"token": "t", "headers": {"X": "a\r\nY: b"}}, "X"),
        ({"token": "t", "headers": {"Content-Length": "5"}}, "Content-Length"),
        ({"token": "t", "headers": [("a", "b")]}, "headers"),
        ({"token": "t", "max_response_bytes": 0}, "max_response_bytes"),
        ({"token": "t", "max_connections": 0}, "max_connections"),
        ({"token": "t", "hooks": print}, "hooks"),
        ({"token": "t", "hooks": [print, None]}, "hooks"),
        ({"token": "t", "hooks": "print"}, "hooks"),
        ({"token": "t", "transport": "carrier-pigeon"}, "carrier-pigeon"),
        ({"token": "t", "transport": "h11", "http_client": object()}, "not both"),
    ],
)
def test_a_client_that_cannot_work_is_not_made(arguments: dict[str, Any], culprit: str) -> None:
    """Each bad setting is named when the client is made, before anything is sent."""
    with pytest.raises(abclient.ConfigurationError, match=culprit):
        abclient.LaunchDarkly(**arguments)


def test_a_copy_is_checked_as_a_client_is() -> None:
    """What a client refuses cannot come in with the options of one call."""
    with pytest.raises(abclient.ConfigurationError, match="Host"):
        abclient.LaunchDarkly(TOKEN).with_options(headers={"Host": "other.example"})


def test_an_unknown_option_is_named() -> None:
    """A misspelt keyword is Python's own TypeError, with the keyword in it."""
    with pytest.raises(TypeError, match="tiemout"):
        abclient.LaunchDarkly(TOKEN, tiemout=5)  # type: ignore[call-arg]  # the misspelling under test  # pyright: ignore
    with pytest.raises(TypeError, match="tiemout"):
        abclient.LaunchDarkly(TOKEN).with_options(tiemout=5)  # type: ignore[call-arg]  # as above  # pyright: ignore


@pytest.mark.parametrize("key", ["", ".", "..", None, 5, b"k"])
@respx.mock
async def test_a_bad_key_is_refused_before_sending(experiments: Experiments, key: Any) -> None:
    """Empty, climbing and non-text keys name the parameter; nothing is sent."""
    with pytest.raises((TypeError, ValueError), match="experiment_key"):
        await experiments.get(key)
    assert not respx.calls


@pytest.mark.parametrize("value", ["", "a,status:running"])
async def test_a_filter_cannot_smuggle_in_another(experiments: Experiments, value: str) -> None:
    """A comma would end the condition and begin another one."""
    with pytest.raises(ValueError, match="flagKey"):
        await experiments.list(flag_key=value)


@respx.mock
async def test_odd_keys_stay_one_path_segment(experiments: Experiments) -> None:
    """Slashes, dots, question marks and escapes in a key cannot change the path."""
    route = respx.get(url__startswith=E).respond(json=experiment())
    await experiments.get("../a?b#c/%2f")
    assert sent(route).url.raw_path.endswith(b"/experiments/..%2Fa%3Fb%23c%2F%252f")


async def test_a_client_is_not_pickled(client: abclient.LaunchDarkly) -> None:
    """It holds credentials and sockets; the refusal says so and shows neither."""
    import pickle

    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(client)
    assert "token-1" not in repr(client) + repr(vars(client))


@respx.mock
async def test_one_instruction_alone_is_refused_by_name(experiments: Experiments) -> None:
    """It would be taken for a list of the names of its fields."""
    instruction: Any = {"kind": "updateName", "value": "n"}
    with pytest.raises(TypeError, match="several instructions"):
        await experiments.patch("k", instruction)
    assert not respx.calls


def metric(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "name": key.upper(), "kind": "custom", **more}


FUNNEL = metric("f", kind="funnel", metrics=[metric("f1"), metric("f2")])
ITERATIONS: list[tuple[dict[str, Any], tuple[str, ...], tuple[str, ...]]] = [
    ({"primaryMetric": metric("a"), "secondaryMetrics": [metric("b")]}, ("a", "b"), ()),
    ({"primarySingleMetric": metric("a"), "metrics": [metric("b"), metric("a")]}, ("a", "b"), ()),
    (
        {"primaryMetric": metric("a"), "metrics": [metric("a"), metric("c")], "secondaryMetrics": [metric("b")]},
        ("a", "c", "b"),
        (),
    ),
    ({"primaryFunnel": FUNNEL, "metrics": [metric("b"), metric("f", isGroup=True)]}, ("f1", "f2", "b"), ("f",)),
    ({"primaryMetric": {**FUNNEL, "isGroup": True}, "primaryFunnel": FUNNEL}, ("f1", "f2"), ("f",)),
    ({"metrics": [metric("g", isGroup=True), metric("a", isGroup=False)]}, ("a",), ("g",)),
    ({"metrics": [metric("g", kind="standard")]}, (), ("g",)),
    ({}, (), ()),
]


@pytest.mark.parametrize(("iteration", "metrics", "groups"), ITERATIONS)
@respx.mock
async def test_metrics_are_found_in_every_edition(
    experiments: Experiments, iteration: dict[str, Any], metrics: tuple[str, ...], groups: tuple[str, ...]
) -> None:
    """Old and new fields together, once each; groups are told apart, and stand for the metrics in them."""
    respx.get(f"{E}/k").respond(json=experiment(currentIteration={"status": "running", **iteration}))
    one = await experiments.get("k")
    assert (one.metric_keys, one.metric_group_keys) == (metrics, groups)
    named = {"f"} if "f1" in metrics else set[str]()
    assert {*one.unmeasured} == ({*groups} - named if groups or metrics else {""})


@respx.mock
async def test_an_experiment_without_known_metrics_is_a_failure(experiments: Experiments) -> None:
    """In bulk it has an outcome that says so, looked up or handed in; one that was never started has no results."""
    group = {"status": "running", "metrics": [metric("g", isGroup=True)]}
    pages = {
        "started": {"status": "running"},
        "grouped": group,
        "waiting": {"status": "not_started"},
        "measured": {"status": "stopped", "primarySingleMetric": metric("m")},
        "half": {"status": "stopped", "primarySingleMetric": metric("m"), "metrics": [metric("g", isGroup=True)]},
    }
    for key, iteration in pages.items():
        respx.get(f"{E}/{key}").respond(json=experiment(key, currentIteration=iteration))
    respx.get(f"{E}/new").respond(json=experiment("new"))
    for key in ("measured", "half"):
        respx.get(f"{E}/{key}/metrics/m/results").respond(json={"treatmentResults": []})
    everything = [*pages, "new"]
    loaded = [await experiments.get(key) for key in everything]
    for wanted in (everything, loaded):
        outcomes = {tuple(outcome.key): outcome.error for outcome in await experiments.fetch_results(wanted)}
        assert [*outcomes] == [("started", ""), ("grouped", "g"), ("measured", "m"), ("half", "m"), ("half", "g")]
        assert outcomes["measured", "m"] is outcomes["half", "m"] is None
        for failed, told in (
            (("started", ""), "'started' was started, but the response does not name any metric of it"),
            (("half", "g"), "the metrics of its group 'g'"),
        ):
            error = outcomes[failed]
            assert isinstance(error, abclient.DecodeError)
            assert re.search(told, str(error))
