"""LaunchDarkly as the sandbox plays it, over real sockets: credentials, lists, results, settings, legacy results."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from abclient.testing import Sandbox
from support.sandbox import EXPERIMENTS, HEADERS, SETTINGS, connected, refusal, running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(scope="module")(connected)


@pytest.fixture
def listed(sandbox: Sandbox) -> dict[str, Any]:
    """An experiment that has results."""
    return dict(sandbox.world()["launchdarkly"]["experiments"][5])


@pytest.mark.parametrize("token", [None, "", "Bearer sandbox-token", "sandbox-token2", "api-123"])
def test_only_the_raw_token_is_accepted(sandbox: Sandbox, token: str | None) -> None:
    """A missing, prefixed or other token is unauthorized."""
    headers = {"LD-API-Version": "beta"} | ({} if token is None else {"Authorization": token})
    refusal(httpx.get(sandbox.url + EXPERIMENTS, headers=headers, trust_env=False), 401, "unauthorized")


@pytest.mark.parametrize("version", [None, "20220603"])
def test_beta_header_is_needed(sandbox: Sandbox, version: str | None) -> None:
    """Without the beta header every operation is forbidden, by an error that has no code."""
    headers = {"Authorization": sandbox.token} | ({} if version is None else {"LD-API-Version": version})
    response = httpx.get(sandbox.url + SETTINGS, headers=headers, trust_env=False)
    assert response.status_code == 403
    assert response.json() == {
        "message": "This API is in beta. To use it, your request must include the header `LD-API-Version: beta`."
    }


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("GET", "/api/v2/teams", 404, "not_found"),
        ("GET", f"{EXPERIMENTS}/", 404, "not_found"),
        ("GET", f"{EXPERIMENTS}/no-such-key", 404, "not_found"),
        ("GET", f"{EXPERIMENTS}/in%0Atwo-lines", 404, "not_found"),
        ("GET", f"{EXPERIMENTS}/x%2Fmetrics%2Fy%2Fresults", 404, "not_found"),
        ("GET", "/api/v2/projects/nowhere/experimentation-settings", 404, "not_found"),
        ("GET", "/api/v2/flags/sandbox/no-flag/experiments/production/purchase-completed", 404, "not_found"),
        ("GET", "/api/v2/flags/sandbox/example-flag-for-experiment/experiments/production/no-metric", 404, "not_found"),
        ("PUT", EXPERIMENTS, 405, "method_not_allowed"),
        ("DELETE", f"{EXPERIMENTS}/any", 405, "method_not_allowed"),
        ("POST", SETTINGS, 405, "method_not_allowed"),
    ],
)
def test_unknown_paths_and_methods(http: httpx.Client, method: str, path: str, status: int, code: str) -> None:
    """What does not exist is not found, what cannot be done to it is not allowed."""
    refusal(http.request(method, path), status, code)


def test_a_path_of_no_vendor(http: httpx.Client) -> None:
    """A path that belongs to no vendor says so, and where the vendors are, in an error format of its own."""
    response = http.get("/api/v9/anything")
    bases = ("launchdarkly", "optimizely_classic/experiment/v1", "optimizely/v2", "optimizely_flags/flags/v1")
    where = ", ".join(f"/{base}" for base in (*bases, "convert/api/v2", "convert_v1/api/v1"))
    said = f"no vendor has the path /api/v9/anything: their APIs are at {where}"
    assert (response.status_code, response.json()) == (404, {"error": said})


def test_paging_follows_links_relative_to_the_host(http: httpx.Client) -> None:
    """next leads through all pages and ends; prev, first and last lead where they say."""
    keys: list[str] = []
    link = f"{EXPERIMENTS}?limit=9&lifecycleState=active,archived&expand=treatments"
    pages: list[dict[str, Any]] = []
    while link:
        pages.append(http.get(link).json())
        keys += [item["key"] for item in pages[-1]["items"]]
        link = pages[-1]["_links"].get("next", {}).get("href", "")
        assert not link or link.startswith("/api/v2/")
    assert len(keys) == len(set(keys)) == pages[0]["total_count"]
    assert "prev" not in pages[0]["_links"]
    assert http.get(pages[1]["_links"]["prev"]["href"]).json() == pages[0]
    assert http.get(pages[2]["_links"]["first"]["href"]).json() == pages[0]
    assert http.get(pages[0]["_links"]["last"]["href"]).json() == pages[-1]
    assert all("treatments" in item["currentIteration"] for item in pages[1]["items"] if "currentIteration" in item)


def test_default_page_has_twenty_active_experiments(http: httpx.Client) -> None:
    """Without parameters a page has 20, none of them archived."""
    page = http.get(EXPERIMENTS).json()
    assert len(page["items"]) == 20
    assert all("archivedDate" not in item for item in page["items"])


def test_another_environment_is_empty(http: httpx.Client) -> None:
    """An environment without experiments has an empty list, not an error."""
    page = http.get(EXPERIMENTS.replace("production", "test")).json()
    assert (page["items"], page["total_count"]) == ([], 0)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("filter=status:not_started&expand=draftIteration", "draftIteration"),
        ("filter=metricKey:purchase-completed,status:running", "currentIteration"),
        ("lifecycleState=archived", "archivedDate"),
    ],
)
def test_filters(http: httpx.Client, query: str, field: str) -> None:
    """What a filter finds has what it asks for, and total_count counts it."""
    page = http.get(f"{EXPERIMENTS}?limit=1000&{query}").json()
    assert 0 < len(page["items"]) == page["total_count"] < 60
    assert all(field in item for item in page["items"])


def test_filter_by_flag(http: httpx.Client, listed: dict[str, Any]) -> None:
    """An experiment is found by its flag; a flag that nobody uses finds nothing."""
    found = http.get(f"{EXPERIMENTS}?filter=flagKey:{listed['flag']}").json()["items"]
    assert [item["key"] for item in found] == [listed["key"]]
    assert http.get(f"{EXPERIMENTS}?filter=flagKey:no-such-flag").json()["items"] == []


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=x", "limit=-1", "limit=99999999999999999999", "offset=-1", "offset=1.5", "filter=name:x",
     "filter=running", "filter=status:gone", "expand=everything", "lifecycleState=deleted"],
)  # fmt: skip
def test_bad_queries(http: httpx.Client, query: str) -> None:
    """A parameter that cannot be understood is refused by name."""
    message = refusal(http.get(f"{EXPERIMENTS}?{query}"), 400, "invalid_request")
    assert query.partition("=")[0] in message


def test_expand_shows_more(http: httpx.Client) -> None:
    """None of the four fields comes without being asked for; asked for, those that are not empty come."""
    plain = http.get(f"{EXPERIMENTS}?limit=100").json()["items"]
    fields = "previousIterations,draftIteration,secondaryMetrics,treatments"
    full = http.get(f"{EXPERIMENTS}?limit=100&expand={fields}").json()["items"]
    shown = ("previousIterations", "draftIteration")
    inside = ("secondaryMetrics", "treatments")
    assert not any(field in item for item in plain for field in shown)
    assert not any(field in item.get("currentIteration", {}) for item in plain for field in inside)
    assert all(any(field in item for item in full) for field in shown)
    assert all(any(field in item.get("currentIteration", {}) for item in full) for field in inside)
    assert all(item[field] for item in full for field in shown if field in item)


def test_world_lists_what_has_results(http: httpx.Client, sandbox: Sandbox) -> None:
    """Everything listed exists, with its flag, and each of its metrics has results that were seen."""
    world = sandbox.world()["launchdarkly"]
    assert (world["project"], world["environment"]) == ("sandbox", "production")
    assert len(world["experiments"]) > 40
    for listed in world["experiments"]:
        experiment = http.get(f"{EXPERIMENTS}/{listed['key']}").json()
        assert listed["flag"] in experiment["currentIteration"]["flags"]
        for metric in listed["metrics"]:
            results = http.get(f"{EXPERIMENTS}/{listed['key']}/metrics/{metric}/results").json()
            assert results["metricSeen"]["ever"]
            assert 1_600_000_000 < results["metricSeen"]["timestamp"] < 2_000_000_000


def test_results_are_consistent(http: httpx.Client, listed: dict[str, Any]) -> None:
    """Means lie in their intervals, every treatment is compared with every other, and metrics share their units."""
    splits: set[tuple[int, ...]] = set()
    for metric in listed["metrics"]:
        treatments = http.get(f"{EXPERIMENTS}/{listed['key']}/metrics/{metric}/results").json()["treatmentResults"]
        splits.add(tuple(treatment["units"] for treatment in treatments))
        for treatment in treatments:
            interval = treatment["credibleInterval"]
            others = {other["treatmentId"] for other in treatments} - {treatment["treatmentId"]}
            assert interval["lower"] <= treatment["mean"] <= interval["upper"]
            assert {difference["fromTreatmentId"] for difference in treatment["relativeDifferences"]} == others
    assert len(splits) == 1


def test_results_of_an_unknown_metric(http: httpx.Client, listed: dict[str, Any]) -> None:
    """A metric that the experiment does not use is not found, and named."""
    response = http.get(f"{EXPERIMENTS}/{listed['key']}/metrics/no-metric/results")
    assert "no-metric" in refusal(response, 404, "not_found")


def test_results_of_an_iteration(http: httpx.Client) -> None:
    """Each iteration keeps its own results, without a word the current one's are given; an unknown one is named."""
    past = http.get(f"{EXPERIMENTS}?limit=100&expand=previousIterations").json()["items"]
    experiment = next(item for item in past if item.get("previousIterations"))
    current, previous = experiment["currentIteration"], experiment["previousIterations"][0]
    path = f"{EXPERIMENTS}/{experiment['key']}/metrics/{current['primaryMetric']['key']}/results"
    found = {one: http.get(path, params={"iterationId": one}).json() for one in (current["_id"], previous["_id"])}
    assert http.get(path).json() == found[current["_id"]] != found[previous["_id"]]
    assert "no-such" in refusal(http.get(f"{path}?iterationId=no-such"), 404, "not_found")


@pytest.mark.parametrize(
    ("units", "named"),
    [
        ([("user", True, "user"), ("org", True, "organization")], "exactly one default"),
        ([("user", False, "user")], "exactly one default"),
        ([], "exactly one default"),
        ([("user", True, "user"), ("user", False, "user")], "twice"),
        ([("user", True, "nobody")], "randomizationUnits[0].standardRandomizationUnit must be one of"),
        ([("", True, "user")], "randomizationUnits[0].randomizationUnit must not be empty"),
    ],
)
def test_settings_need_one_default(http: httpx.Client, units: list[tuple[str, bool, str]], named: str) -> None:
    """Settings that are not one default among different units are refused and change nothing."""
    before = http.get(SETTINGS).json()
    names = ("randomizationUnit", "default", "standardRandomizationUnit")
    body = {"randomizationUnits": [dict(zip(names, unit, strict=True)) for unit in units]}
    assert named in refusal(http.put(SETTINGS, json=body), 400, "invalid_request")
    assert http.get(SETTINGS).json() == before


def test_settings_are_replaced(http: httpx.Client) -> None:
    """Settings that were put are there afterwards."""
    unit = {"randomizationUnit": "device", "default": True, "standardRandomizationUnit": "guest"}
    put = http.put(SETTINGS, json={"randomizationUnits": [unit]})
    assert put.status_code == 200
    assert http.get(SETTINGS).json() == put.json()
    assert put.json()["randomizationUnits"] == [{**unit, "_hidden": False, "_displayName": "Device"}]


def legacy_path(listed: dict[str, Any]) -> str:
    """The legacy results of an experiment's flag and first metric."""
    return f"/api/v2/flags/sandbox/{listed['flag']}/experiments/production/{listed['metrics'][0]}"


def test_legacy_results_add_up(http: httpx.Client, listed: dict[str, Any]) -> None:
    """Totals are the sums of the daily series, and from and to cut both."""
    whole = http.get(legacy_path(listed)).json()
    third = whole["series"][2]["Time"]
    cut = http.get(legacy_path(listed), params={"from": third, "to": third + 86_400_000}).json()
    assert [day["Time"] for day in cut["series"]] == [third, third + 86_400_000]
    for results in (whole, cut):
        for index, total in enumerate(results["totals"]):
            days = [day["VariationData"][index] for day in results["series"]]
            assert total["cumulativeCount"] == sum(day["count"] for day in days) == days[-1]["cumulativeCount"]
            interval = total["cumulativeConfidenceInterval"]
            assert interval["lower"] < total["cumulativeConversionRate"] < interval["upper"]
    assert 0 <= whole["stats"]["pValue"] <= 1


@pytest.mark.parametrize("query", ["from=yesterday", "to=-1", "from=5&to=4"])
def test_legacy_results_of_bad_times(http: httpx.Client, listed: dict[str, Any], query: str) -> None:
    """Times that are no times, or that run backwards, are refused."""
    refusal(http.get(f"{legacy_path(listed)}?{query}"), 400, "invalid_request")


def test_reset_deletes_legacy_results(http: httpx.Client, sandbox: Sandbox) -> None:
    """Reset answers 204 without a body; afterwards there is nothing, and a second reset is no error."""
    path = legacy_path(sandbox.world()["launchdarkly"]["experiments"][7])
    assert http.get(path).json()["totals"]
    for _ in range(2):
        reset = http.delete(f"{path}/results")
        assert (reset.status_code, reset.content) == (204, b"")
    after = http.get(path).json()
    assert (after["totals"], after["series"], after["metricSeen"]) == ([], [], {"ever": False})


def test_rate_limit_tells_and_refuses() -> None:
    """Every answer tells what is left; beyond the limit come 429 and how long to wait."""
    with (
        Sandbox(experiments=2, rate_limit="3/3600") as limited,
        httpx.Client(base_url=limited.url, headers=HEADERS, trust_env=False) as http,
    ):
        answers = [http.get(path) for path in (SETTINGS, SETTINGS, EXPERIMENTS, EXPERIMENTS)]
    headers = [answer.headers for answer in answers]
    assert [int(one["X-Ratelimit-Global-Remaining"]) for one in headers] == [2, 1, 0, 0]
    assert [int(one["X-Ratelimit-Route-Remaining"]) for one in headers] == [2, 1, 2, 2]
    assert int(headers[0]["X-Ratelimit-Reset"]) % 3_600_000 == 0
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
    assert "rate limit" in refusal(answers[3], 429, "rate_limited")
    assert 0 < int(headers[3]["Retry-After"]) <= 3600
    assert "Retry-After" not in headers[2]


def test_every_limit_that_applies_is_told() -> None:
    """Account and route share a reset, that of the one with less left; the token has its own."""
    limits: dict[str, Any] = {"rate_limit": "50/3600", "route_limit": "3/7200", "token_limit": "4/1800"}
    with (
        Sandbox(experiments=2, **limits) as limited,
        httpx.Client(base_url=limited.url, headers=HEADERS, trust_env=False) as http,
    ):
        answers = [http.get(path) for path in (EXPERIMENTS, EXPERIMENTS, EXPERIMENTS, EXPERIMENTS, SETTINGS, SETTINGS)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 200, 429]

    def told(scope: str, what: str = "Remaining") -> list[int]:
        return [int(answer.headers[f"X-Ratelimit-{scope}-{what}"]) for answer in answers]

    assert (told("Global"), told("Route")) == ([49, 48, 47, 47, 46, 46], [2, 1, 0, 0, 2, 2])
    assert told("Auth-Token") == [3, 2, 1, 1, 0, 0]
    assert {told("Global", "Limit")[0], told("Route", "Limit")[0], told("Auth-Token", "Limit")[0]} == {50, 3, 4}
    now = float(answers[0].headers["X-Ratelimit-Reset"]) / 1000
    assert now % 7200 == 0
    assert all(reset % 1_800_000 == 0 for reset in told("Auth-Token", "Reset"))


def test_a_limit_that_does_not_apply_is_not_told() -> None:
    """Where only tokens are limited, nothing is said of account and route, and other vendors limit nothing."""
    with (
        Sandbox(experiments=2, token_limit="1/3600") as limited,
        httpx.Client(base_url=limited.url, headers=HEADERS, trust_env=False) as http,
    ):
        answers = [http.get(EXPERIMENTS) for _ in range(2)]
        others = [
            http.get("/optimizely/v2/projects", headers={"authorization": f"Bearer {limited.token}"}) for _ in range(3)
        ]
    assert [answer.status_code for answer in answers] == [200, 429]
    names = {name.lower() for name in answers[1].headers if name.lower().startswith("x-ratelimit")}
    assert names == {f"x-ratelimit-auth-token-{part}" for part in ("limit", "remaining", "reset")}
    assert [answer.status_code for answer in others] == [200] * 3
