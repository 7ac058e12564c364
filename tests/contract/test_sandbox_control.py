"""The sandbox's own paths: who may come in, what it was asked, its accounts, and its way back to the beginning."""

from __future__ import annotations

import json
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from http.client import HTTPConnection
from importlib.metadata import EntryPoint
from typing import Any

import httpx
import pytest
from starlette.requests import Request

import abclient
from abclient.sandbox.app import create_app
from abclient.sandbox.entrance import MAX_REQUEST_BYTES
from abclient.sandbox.journal import MAX_BODY_BYTES, MAX_ENTRIES, Journal
from abclient.sandbox.registry import BUILT_IN, GROUP, installed_vendors
from abclient.testing import Sandbox
from support.sandbox import EXPERIMENTS, HEADERS

OPTIMIZELY = {"Authorization": f"Bearer {Sandbox.token}"}


@pytest.fixture(scope="module")
def shared() -> Iterator[Sandbox]:
    """A sandbox of two accounts that the tests of a module share."""
    with Sandbox(experiments=12, accounts=2) as running:
        yield running


@pytest.fixture
def sandbox(shared: Sandbox) -> Sandbox:
    """The same, as it was at its beginning."""
    shared.reset()
    return shared


@pytest.fixture
async def local() -> AsyncIterator[httpx.AsyncClient]:
    """An in-process sandbox, without a socket."""
    app = create_app(experiments=12)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox") as http:
        yield http
    app.state.world.close()


def status_of(sandbox: Sandbox, method: str, path: str, **headers: str) -> int:
    """The status of the answer to a request with exactly these headers."""
    host = sandbox.url.removeprefix("http://")
    connection = HTTPConnection(host, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    for name, value in {"Host": host, **headers}.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


@pytest.mark.parametrize("path", ["/_sandbox/world", "/v2/projects", "/nowhere"])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "localhost.evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Host": ""},
        {"Host": "[half"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
    ],
)
def test_web_pages_are_refused(sandbox: Sandbox, path: str, headers: dict[str, str]) -> None:
    """A foreign Host, Origin or fetch site is refused on every path, with the right credential too."""
    assert status_of(sandbox, "GET", path, Authorization=f"Bearer {sandbox.token}", **headers) == 403


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "localhost.", "abc.localhost", "127.0.0.1", "[::1]"])
def test_names_of_this_machine_are_answered(sandbox: Sandbox, name: str) -> None:
    """Every name that no web page can take over is this machine's, and so is its own origin."""
    host = f"{name}:{sandbox.url.rpartition(':')[2]}"
    assert status_of(sandbox, "GET", "/_sandbox/world", Host=host) == 200
    own = {"Host": host, "Origin": f"http://{host}", "Sec_Fetch_Site": "same-origin"}
    assert status_of(sandbox, "GET", "/_sandbox/world", **own) == 200


async def test_further_hosts_can_be_let_in() -> None:
    """A name that was given is answered, others still are not."""
    app = create_app(experiments=0, hosts=["Build-7.example."])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as http:
        found = [
            (await http.get(f"http://{name}/_sandbox/world")).status_code for name in ("build-7.example", "b.example")
        ]
    app.state.world.close()
    assert found == [200, 403]


async def test_servers_may_tell_when_they_start_and_end() -> None:
    """An ASGI server does, and Starlette's own test client: the sandbox takes note of it."""
    told = iter(["lifespan.startup", "lifespan.shutdown"])
    said: list[str] = []

    async def receive() -> dict[str, Any]:
        return {"type": next(told)}

    async def send(message: Any) -> None:
        said.append(message["type"])

    await create_app(experiments=0)({"type": "lifespan", "asgi": {"version": "3.0"}}, receive, send)
    assert said == ["lifespan.startup.complete", "lifespan.shutdown.complete"]


def test_a_request_without_a_host_is_refused(sandbox: Sandbox) -> None:
    """HTTP/1.0 needs no Host, and a request that names none is not known to be meant for this machine."""
    name, port = sandbox.url.removeprefix("http://").split(":")
    with socket.create_connection((name, int(port))) as connection:
        connection.sendall(b"GET /_sandbox/world HTTP/1.0\r\n\r\n")
        assert connection.recv(100).split()[1] == b"403"


@pytest.mark.parametrize("path", ["/_sandbox/faults", "/v2/experiments"])
@pytest.mark.parametrize("chunked", [False, True])
async def test_bodies_are_bounded(local: httpx.AsyncClient, path: str, *, chunked: bool) -> None:
    """A body that is too long is refused with 413, whether it says so beforehand or not."""

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(MAX_REQUEST_BYTES // 2**20 + 1):
            yield b" " * 2**20

    content = pieces() if chunked else b" " * (MAX_REQUEST_BYTES + 1)
    refused = await local.post(path, content=content, headers=OPTIMIZELY)
    assert refused.status_code == 413
    assert str(MAX_REQUEST_BYTES) in refused.text


async def test_faults_do_not_read_bodies_without_bound(local: httpx.AsyncClient) -> None:
    """A fault that waits for the whole request refuses one that is too long, in the vendor's own words."""
    rule = {"kind": "delay", "seconds": 0}
    assert (await local.post("/_sandbox/faults", json=rule)).status_code == 201
    refused = await local.post("/v2/experiments", content=b" " * (MAX_REQUEST_BYTES + 1), headers=OPTIMIZELY)
    assert (refused.status_code, refused.json()["code"]) == (413, "413")


def test_requests_can_be_read_afterwards(sandbox: Sandbox) -> None:
    """Every request is there in order, with its body, operation, account, fault and status, without credentials."""
    sandbox.add_fault("status", status=503, match={"path": "/v2/projects"})
    with httpx.Client(base_url=sandbox.url, headers=OPTIMIZELY | {"X-Mine": "yes"}) as http:
        http.get("/v2/projects?page=1")
        http.post("/v2/projects", json={"name": "Made"})
        http.get("/v2/projects", headers={"Authorization": "Bearer none"})
        http.get("/nowhere")
        http.get("/api/v2/projects/a%2Fb/experimentation-settings", headers=HEADERS)
    found = sandbox.requests()
    shown = [
        [one[name] for name in ("number", "method", "path", "vendor", "operation", "account", "fault", "status")]
        for one in found
    ]
    assert shown == [
        [1, "GET", "/v2/projects", "optimizely", "", 0, "status", 503],
        [2, "POST", "/v2/projects", "optimizely", "create_project", 1, "", 201],
        [3, "GET", "/v2/projects", "optimizely", "", 0, "", 401],
        [4, "GET", "/nowhere", "", "", 0, "", 404],
        [
            5,
            "GET",
            "/api/v2/projects/a%2Fb/experimentation-settings",
            "launchdarkly",
            "getExperimentationSettings",
            1,
            "",
            404,
        ],
    ]
    assert [one["query"] for one in found][:2] == ["page=1", ""]
    assert found.matching(method="POST").documents() == [{"name": "Made"}]
    assert (found[1]["headers"]["authorization"], found[1]["headers"]["x-mine"]) == ("***", "yes")
    assert Sandbox.token not in json.dumps(found)
    sandbox.clear_requests()
    assert sandbox.requests() == []


@pytest.mark.parametrize(
    ("body", "kept"), [(b"\xff", None), (b"x" * (MAX_BODY_BYTES + 1), None), (b"x", "x")], ids=["bytes", "long", "text"]
)
async def test_bodies_that_cannot_be_shown_are_left_out(
    local: httpx.AsyncClient, body: bytes, kept: str | None
) -> None:
    """A body that is no text, or a very long one, is not kept."""
    await local.post("/v2/projects", content=body, headers=OPTIMIZELY)
    assert (await local.get("/_sandbox/requests")).json()[0]["body"] == kept


def test_the_log_is_bounded() -> None:
    """The oldest requests are dropped, and the numbers go on."""
    journal = Journal()
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "path": "/",
        "headers": [],
        "query_string": b"",
        "server": ("x", 1),
    }
    for _ in range(MAX_ENTRIES + 1):
        journal.open(Request(scope), "/")
    found = journal.as_json()
    assert (len(found), found[0]["number"], found[-1]["number"]) == (MAX_ENTRIES, 2, MAX_ENTRIES + 1)


def test_a_reset_leads_back_to_the_beginning(sandbox: Sandbox) -> None:
    """Changes, faults, requests and the use of rate limits are gone; a second time as well."""
    beginning = sandbox.world()
    for name in ("One", "Two"):
        with httpx.Client(base_url=sandbox.url, headers=OPTIMIZELY) as http:
            assert http.post("/v2/projects", json={"name": name}).status_code == 201
        sandbox.add_fault("close")
        assert len(sandbox.world()["optimizely"]["projects"]) == len(beginning["optimizely"]["projects"]) + 1
        sandbox.reset()
        assert (sandbox.world(), sandbox.faults(), sandbox.requests()) == (beginning, [], [])


async def test_a_reset_gives_the_rate_limit_back() -> None:
    """What was used up of a limit before counts no more."""
    app = create_app(experiments=1, rate_limit="2/60", clock=lambda: 0.0)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox") as http:
        asked = [(await http.get("/v2/projects", headers=OPTIMIZELY)).status_code for _ in range(3)]
        assert (await http.post("/_sandbox/reset")).status_code == 204
        asked.append((await http.get("/v2/projects", headers=OPTIMIZELY)).status_code)
    app.state.world.close()
    assert asked == [200, 200, 429, 200]


async def test_accounts_share_nothing(sandbox: Sandbox) -> None:
    """Every vendor has two accounts, told apart by credential; what one does, the other does not see."""
    first, second = sandbox.world(), sandbox.world(account=2)
    assert first["launchdarkly"]["project"] == second["launchdarkly"]["project"]
    assert first != second
    listed: list[list[set[str]]] = []
    for account, token in enumerate(sandbox.tokens, 1):
        async with (
            abclient.LaunchDarkly(**sandbox.client_options("launchdarkly", account=account)) as ld,
            abclient.Optimizely(**sandbox.client_options("optimizely", account=account)) as optimizely,
            abclient.OptimizelyClassic(**sandbox.client_options("optimizely_classic", account=account)) as classic,
            abclient.ConvertV1(**sandbox.client_options("convert_v1", account=account)) as convert,
        ):
            await optimizely.projects.create(name=f"Only in {token}")
            listed.append(
                [
                    {one.name or "" for one in await ld.experiments("sandbox", "production").list()},
                    {one.name or "" for one in await optimizely.projects.list()},
                    {one.project_name or "" for one in await classic.projects.list()},
                    {one.name or "" for one in await convert.projects.list()},
                ]
            )
    assert "Only in sandbox-token" in listed[0][1] - listed[1][1]
    assert "Only in sandbox-token-2" in listed[1][1] - listed[0][1]
    assert {one["account"] for one in sandbox.requests()} == {1, 2}


@pytest.mark.parametrize(
    "token", ["sandbox-token-3", "sandbox-token-1", "sandbox-token-02", "sandbox-token-", "sandbox-token-²"]
)
async def test_there_are_only_the_accounts_asked_for(sandbox: Sandbox, token: str) -> None:
    """A credential that looks like an account's, but is none, is refused."""
    headers = {b"Authorization": f"Bearer {token}".encode()}
    async with httpx.AsyncClient(base_url=sandbox.url) as http:
        assert (await http.get("/v2/projects", headers=headers)).status_code == 401


@pytest.mark.parametrize("account", ["0", "3", "x", "-1", ""])
async def test_worlds_of_no_account(local: httpx.AsyncClient, account: str) -> None:
    """Asking for what an account holds that does not exist is refused with what there is."""
    refused = await local.get("/_sandbox/world", params={"account": account})
    assert (refused.status_code, refused.json()["error"].startswith("there is no account")) == (400, True)


def test_accounts_keep_files_of_their_own(tmp_path: Any) -> None:
    """The second account's state is in a file beside the first one's."""
    create_app(experiments=0, accounts=2, db=str(tmp_path / "world.db")).state.world.close()
    assert {"world.db", "world.db-2"} <= {file.name for file in tmp_path.iterdir()}


async def optimizely_draft(optimizely: abclient.Optimizely) -> Any:
    """An experiment that has not started."""
    for project in await optimizely.projects.list():
        assert project.id is not None
        async for experiment in optimizely.experiments.list(project.id):
            if experiment.status == "not_started":
                return experiment
    raise AssertionError("every experiment was started")


async def test_a_started_experiment_has_zeros_until_somebody_comes(sandbox: Sandbox) -> None:
    """Nobody visits a sandbox: 200 with zeros and nothing made of them, in every form; then what was sent."""
    async with abclient.Optimizely(sandbox.token, base_url=f"{sandbox.url}/v2") as optimizely:
        draft = await optimizely_draft(optimizely)
        assert await optimizely.experiments.results(draft.id) is None
        await draft.start()
        results = await optimizely.experiments.results(draft.id)
        assert results is not None
        assert results.reach is not None
        figures = [row for metric in results.metrics or () for row in (metric.results or {}).values()]
        assert results.reach.total_count == 0
        assert {(row.samples, row.value, row.rate, row.variance, row.lift) for row in figures} == {
            (0, 0, None, None, None)
        }
        series = await optimizely.experiments.timeseries(draft.id)
        assert series is not None
        sandbox.add_visitors("optimizely", draft.id, 1_000)
        after = await optimizely.experiments.results(draft.id)
        assert after is not None
        assert after.reach is not None
        assert after.reach.total_count == 1_000


async def test_visitors_come_to_convert_and_launchdarkly(sandbox: Sandbox) -> None:
    """The units of running experiments grow by what was sent."""
    async with abclient.LaunchDarkly(sandbox.token, base_url=sandbox.url) as ld:
        there = ld.experiments("sandbox", "production")
        running = next(
            one for one in await there.list() if one.current_iteration and one.current_iteration.status == "running"
        )
        metric = running.metric_keys[0]
        first = await there.results(running.key, metric)
        sandbox.add_visitors("launchdarkly", running.key, 5_000)
        second = await there.results(running.key, metric)
        units = [sum(one.units or 0 for one in results.treatment_results or ()) for results in (first, second)]
        assert units[1] == units[0] + 5_000
    async with abclient.ConvertV1("sandbox-app", "sandbox-secret", base_url=f"{sandbox.url}/api/v1") as convert:
        known = sandbox.world()["convert_v1"]["experiences"]
        found = [
            (one["project_id"], await convert.project(one["project_id"]).experiences.get(one["id"])) for one in known
        ]
        project, active = next(pair for pair in found if pair[1].status == "active")

        async def counted() -> int:
            report = await convert.project(project).experiences.report(active.id)
            assert report.report_data
            return sum(one.visitors or 0 for one in report.report_data[0].variations or ())

        before = await counted()
        sandbox.add_visitors("convert_v1", active.id, 5_000)
        assert await counted() == before + 5_000


@pytest.mark.parametrize(
    "wanted",
    [
        {"vendor": "optimizely", "experiment": "1", "visitors": 1},
        {"vendor": "optimizely", "experiment": "1", "visitors": 0},
        {"vendor": "optimizely", "experiment": "1", "visitors": True},
        {"vendor": "optimizely", "experiment": "1"},
        {"vendor": "optimizely_classic", "experiment": "1", "visitors": 1},
        {"vendor": "nobody", "experiment": "1", "visitors": 1},
        {"vendor": "launchdarkly", "experiment": "none", "visitors": 1},
        {"vendor": "convert_v1", "experiment": "none", "visitors": 1},
        {"vendor": "convert_v1", "experiment": "none", "visitors": 1, "account": 2},
        ["optimizely"],
    ],
)
async def test_visitors_that_cannot_come(local: httpx.AsyncClient, wanted: Any) -> None:
    """Wrong vendors, experiments and numbers are refused with 400 and a reason."""
    refused = await local.post("/_sandbox/visitors", json=wanted)
    assert (refused.status_code, bool(refused.json()["error"])) == (400, True)


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("visitors", {"vendor": "convert_v1", "experiment": "\ud800", "visitors": 1}),
        ("faults", {"kind": "status", "status": 500, "body": "\ud800"}),
    ],
)
async def test_half_a_surrogate_pair_is_refused(local: httpx.AsyncClient, path: str, order: Any) -> None:
    """JSON can hold it, but neither a database nor a body can."""
    refused = await local.post(f"/_sandbox/{path}", content=json.dumps(order))
    assert (refused.status_code, "surrogates" in refused.json()["error"]) == (400, True)


async def test_a_paused_experiment_has_no_visitors(sandbox: Sandbox) -> None:
    """Only what runs is visited."""
    async with abclient.Optimizely(sandbox.token, base_url=f"{sandbox.url}/v2") as optimizely:
        draft = await optimizely_draft(optimizely)
    with pytest.raises(ValueError, match="does not run"):
        sandbox.add_visitors("optimizely", draft.id, 1)


@pytest.mark.parametrize("large", [False, True])
async def test_ids_are_exact_in_javascript_unless_told_otherwise(*, large: bool) -> None:
    """All numbers of Optimizely's lists are below 2**53 by default; with large ids some are not."""
    app = create_app(experiments=40, large_ids=large)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://sandbox") as http:
        ids = (await http.get("/_sandbox/world")).json()["optimizely"]["experiments"]
    app.state.world.close()
    assert any(one > 2**53 for one in ids) is large
    assert len({len(str(one)) for one in ids}) == 2


async def test_a_metric_without_an_event_has_results(local: httpx.AsyncClient) -> None:
    """Overall revenue belongs to no event: its results have no id, and their figures like any other."""
    found: list[dict[str, Any]] = []
    for experiment in (await local.get("/_sandbox/world")).json()["optimizely"]["experiments"]:
        results = (await local.get(f"/v2/experiments/{experiment}/results", headers=OPTIMIZELY)).json()
        found += [metric for metric in results["metrics"] if metric["event_id"] is None]
    assert found
    assert all(row["samples"] for metric in found for row in metric["results"].values())
    assert {metric["field"] for metric in found} == {"revenue"}


async def test_an_encoded_slash_is_part_of_a_name(local: httpx.AsyncClient) -> None:
    """A key is decoded once: the vendor's message has it as it was meant."""
    for sent, meant in (("a%2Fb", "a/b"), ("a%252Fb", "a%2Fb"), ("a%20b", "a b")):
        refused = await local.get(f"{EXPERIMENTS}/{sent}", headers=HEADERS)
        assert (refused.status_code, refused.json()["message"]) == (404, f"Unknown experiment key: {meant}")


@pytest.mark.parametrize(
    ("vendor", "path", "also"),
    [
        ("launchdarkly", "/api/v2/projects/sandbox/experimentation-settings", True),
        ("optimizely", "/v2/projects", True),
        ("optimizely_classic", "/experiment/v1/projects", True),
        ("launchdarkly", "/v2/projects", False),
    ],
)
async def test_a_vendor_is_mounted_below_its_name(
    local: httpx.AsyncClient, vendor: str, path: str, *, also: bool
) -> None:
    """Below its name a vendor answers as it does at its old path, and no other vendor's paths are there."""
    headers = HEADERS if vendor == "launchdarkly" else OPTIMIZELY
    mounted = await local.get(f"/{vendor}{path}", headers=headers)
    old = await local.get(path, headers=headers | OPTIMIZELY if not also else headers)
    assert ((mounted.status_code, mounted.content) == (200, old.content)) is also
    assert old.status_code == 200


async def test_clients_page_and_sign_below_the_mount(sandbox: Sandbox) -> None:
    """Links to next pages and signatures hold for the address that the client was given, for every vendor."""
    async with (
        abclient.LaunchDarkly(**sandbox.client_options("launchdarkly")) as ld,
        abclient.Optimizely(**sandbox.client_options("optimizely")) as optimizely,
        abclient.OptimizelyClassic(**sandbox.client_options("optimizely_classic")) as classic,
        abclient.ConvertV1(**sandbox.client_options("convert_v1")) as convert,
    ):
        assert len([one async for one in ld.experiments("sandbox", "production").list(page_size=3)]) > 3
        assert len([one async for one in optimizely.projects.list(page_size=1)]) > 1
        assert len(await classic.projects.list()) > 0
        assert len(await convert.projects.list()) > 0
    assert {one["path"].split("/")[1] for one in sandbox.requests()} == {
        "launchdarkly", "optimizely", "optimizely_classic", "convert_v1",
    }  # fmt: skip


async def test_faults_are_ordered_by_the_path_at_the_vendor(local: httpx.AsyncClient) -> None:
    """A rule names a path with or without the mount."""
    for path in ("/v2/projects", "/optimizely/v2/projects"):
        await local.post("/_sandbox/faults", json={"kind": "status", "status": 418, "match": {"path": path}})
        assert (await local.get("/optimizely/v2/projects", headers=OPTIMIZELY)).status_code == 418
    assert (await local.get("/optimizely/v2/projects", headers=OPTIMIZELY)).status_code == 200


def test_base_urls_of_unknown_vendors(sandbox: Sandbox) -> None:
    """A vendor that the sandbox does not have is named, with those that it has."""
    with pytest.raises(ValueError, match="no vendor 'nobody'; it has launchdarkly"):
        sandbox.base_url("nobody")


def entry(name: str, value: str) -> EntryPoint:
    """An entry point of another distribution."""
    return EntryPoint(name, value, GROUP)


def test_vendors_of_other_distributions_are_played(capsys: pytest.CaptureFixture[str]) -> None:
    """An entry point adds a vendor; one that cannot be imported, is no vendor, or is there already is left out."""
    found = installed_vendors(
        [
            entry("acme", f"{__name__}:ACME"),
            entry("gone", "no_such_module:VENDOR"),
            entry("text", f"{__name__}:OPTIMIZELY"),
            entry("again", "abclient.sandbox.optimizely:VENDOR"),
        ]
    )
    said = capsys.readouterr().err.splitlines()
    assert found == (*BUILT_IN, ACME)
    assert len(said) == 3
    assert [line.split("'")[1] for line in said] == ["again", "gone", "text"]
    assert "No module named" in said[1]


ACME = replace(BUILT_IN[0], name="acme", alias="")
