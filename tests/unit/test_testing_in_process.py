"""The sandbox in the process of the test: no socket, the same responses, the same failures."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

import abclient
from abclient.testing import InProcessSandbox, Sandbox, SandboxControl
from abclient.testing._exchange import InProcessTransport
from abclient.testing._in_process import run_to_its_end
from abclient.transports import WireRequest
from abclient.vendor import BUILT_IN, get
from support.known import known

SIZE: dict[str, Any] = {"experiments": 5, "seed": 3}


@pytest.fixture(scope="module")
def everything() -> Iterator[SandboxControl]:
    """A sandbox for all tests of this module."""
    with InProcessSandbox(**SIZE, accounts=2, large_ids=True) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(everything: SandboxControl) -> SandboxControl:
    """The same one, as at its beginning."""
    everything.reset()
    return everything


@pytest.fixture(scope="module")
def process() -> Iterator[SandboxControl]:
    """The same in a process of its own."""
    with Sandbox(**SIZE, accounts=2, large_ids=True, today=None, latency=0.001) as sandbox:
        yield sandbox


@pytest.mark.parametrize("vendor", BUILT_IN)
async def test_every_vendor_answers(vendor: str, sandbox: SandboxControl) -> None:
    """A client of each fetches all results of a project, and the log has its requests."""
    async with get(vendor).open(**sandbox.client_options(vendor)) as client:
        outcomes: list[abclient.Outcome[Any, Any]] = await known(vendor).fetch_everything(client)
    assert outcomes
    assert all(outcome.ok for outcome in outcomes)
    assert {request["vendor"] for request in sandbox.requests()} == {vendor}


def test_it_holds_what_a_process_holds(sandbox: SandboxControl, process: SandboxControl) -> None:
    """The same options make the same data, for each account."""
    for account in (1, 2):
        assert sandbox.world(account) == process.world(account)
    with pytest.raises(ValueError, match="there is no account '3'"):
        sandbox.world(3)
    with pytest.raises(ValueError, match="has no vendor 'acme'"):
        sandbox.base_url("acme")


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "status", "status": 503},
        {"kind": "html"},
        {"kind": "garbage"},
        {"kind": "truncate"},
        *({"kind": kind, "at": at} for kind in ("close", "reset") for at in ("start", "answer", "headers", "body")),
        {"kind": "stall"},
    ],
    ids=lambda fault: "-".join(str(part) for part in fault.values()),
)
@pytest.mark.parametrize("change", [False, True], ids=["read", "change"])
async def test_faults_do_what_they_do_to_connections(
    fault: dict[str, Any], sandbox: SandboxControl, process: SandboxControl, *, change: bool
) -> None:
    """A client gets the same error with the same status, and a change is made, or not, as over a socket."""
    seen = [await outcome(one, dict(fault), change=change) for one in (sandbox, process)]
    assert seen[0] == seen[1]


async def outcome(sandbox: SandboxControl, fault: dict[str, Any], *, change: bool) -> tuple[type[Exception], Any, int]:
    """The error of a call that meets a fault, its status, and how many projects there are after it."""
    sandbox.reset()
    timeouts = abclient.Timeouts(read=0.5) if fault["kind"] == "stall" else abclient.Timeouts()
    async with abclient.Optimizely(**sandbox.client_options("optimizely"), retries=0, timeout=timeouts) as optimizely:
        projects = optimizely.projects
        with sandbox.fault(fault.pop("kind"), **fault), pytest.raises(abclient.ABClientError) as raised:
            await (projects.create(name="Made") if change else projects.list())
        made = len(sandbox.world()["optimizely"]["projects"])
    return type(raised.value), getattr(raised.value, "status", None), made


async def test_a_fault_that_no_request_met_is_a_mistake(sandbox: SandboxControl) -> None:
    """The test did not see what it is about; and nothing of the fault is left, whatever happens in the block."""
    with pytest.raises(AssertionError, match="no request met the fault 'status'"), sandbox.fault("status", status=503):
        pass
    with pytest.raises(KeyError), sandbox.fault("html"):
        raise KeyError
    with pytest.raises(ValueError, match="kind must be one of"), sandbox.fault("outage"):
        pass
    assert sandbox.faults() == []
    sandbox.add_fault("garbage", match={"method": "GET"})
    async with abclient.Optimizely(**sandbox.client_options("optimizely")) as optimizely:
        with sandbox.fault("html", times=1, match={"method": "POST"}), pytest.raises(abclient.APIError):
            await optimizely.projects.create(name="Made")
    assert [fault["kind"] for fault in sandbox.faults()] == ["garbage"]
    sandbox.clear_faults()
    assert sandbox.faults() == []


async def test_changes_are_kept_until_the_reset(sandbox: SandboxControl) -> None:
    """What one client has changed, others see; requests can be forgotten without it."""
    async with abclient.Optimizely(**sandbox.client_options("optimizely")) as optimizely:
        made = await optimizely.projects.create(name="Made")
    async with abclient.Optimizely(**sandbox.client_options("optimizely")) as optimizely:
        assert (await optimizely.projects.get(made.id)).name == "Made"
    sandbox.clear_requests()
    assert sandbox.requests() == []
    running = sandbox.world()["launchdarkly"]["experiments"]
    with pytest.raises(ValueError, match="no_such"):
        sandbox.add_visitors("launchdarkly", "no_such", 5)
    assert running


async def test_calls_end_when_their_client_is_closed(sandbox: SandboxControl) -> None:
    """As with any transport: a call in flight ends with ClientClosedError, and so does a later one."""
    optimizely = abclient.Optimizely(**sandbox.client_options("optimizely"))
    sandbox.add_fault("stall")
    waiting = asyncio.create_task(optimizely.projects.list())
    while not sandbox.requests():
        await asyncio.sleep(0)
    await optimizely.aclose()
    with pytest.raises(abclient.ClientClosedError, match="closed while the call ran"):
        await waiting
    with pytest.raises(abclient.ClientClosedError, match="was closed"):
        await optimizely.projects.list()


def test_a_transport_belongs_to_one_event_loop(sandbox: SandboxControl) -> None:
    """As any other one, so that tests find what would fail over sockets; it can be closed from anywhere."""
    optimizely = abclient.Optimizely(**sandbox.client_options("optimizely"))
    asyncio.run(_first_page(optimizely))
    with pytest.raises(abclient.ClientClosedError, match="another event loop"):
        asyncio.run(_first_page(optimizely))
    asyncio.run(optimizely.aclose())


async def _first_page(optimizely: abclient.Optimizely) -> object:
    return await optimizely.projects.list()


async def test_without_an_event_loop_of_ones_own(sandbox: SandboxControl) -> None:
    """The blocking calls reach it, too: their loop is in another thread."""
    optimizely = abclient.Optimizely(**sandbox.client_options("optimizely"))

    def block() -> int:
        try:
            return len(abclient.run(optimizely.projects.list()))
        finally:
            abclient.run(optimizely.aclose())

    assert await asyncio.to_thread(block) > 0


@pytest.mark.parametrize(("status", "taken"), [(200, b'{"a": 1}'), (500, b"")])
async def test_what_a_transport_has_to_keep(status: int, taken: bytes) -> None:
    """Sinks take successful bodies; bodies that are too large, and failures that are not ours, are raised."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        if scope["path"] == "/own":
            raise TimeoutError("of the application")
        await send({"type": "http.response.start", "status": status, "headers": [(b"X-One", b"1")]})
        await send({"type": "http.response.trailers"})
        await send({"type": "http.response.body", "body": b'{"a": ', "more_body": True})
        await send({"type": "http.response.body", "body": b"1}"})

    transport, pieces = InProcessTransport(app, clock=lambda: 0.0), list[bytes]()

    def request(path: str, **more: Any) -> WireRequest:
        given: dict[str, Any] = {"max_response_bytes": 100, **more}
        return WireRequest(method="GET", url=f"http://x{path}", headers=(), timeouts=abclient.Timeouts(), **given)

    response = await transport.send(request("/", sink=pieces.append))
    assert b"".join(pieces) == taken
    assert response.headers == (("x-one", "1"), ("date", "Thu, 01 Jan 1970 00:00:00 GMT"))
    with pytest.raises(abclient.ResponseTooLargeError):
        await transport.send(request("/", max_response_bytes=3))
    with pytest.raises(TimeoutError, match="of the application"):
        await transport.send(request("/own"))
    await transport.aclose()


def test_after_its_end_it_answers_nothing(tmp_path: Any) -> None:
    """It can be closed twice, and keeps a file of its own if it is told to."""
    with InProcessSandbox(**SIZE, db=tmp_path / "world.db") as sandbox:
        assert sandbox.world()
    sandbox.close()
    with pytest.raises(RuntimeError, match="does not run"):
        sandbox.world()
    assert (tmp_path / "world.db").exists()
    with InProcessSandbox(**SIZE, db="", rate_limit="") as again:
        assert again.world()


def test_what_waits_cannot_be_run_without_an_event_loop() -> None:
    """A path of the sandbox that waited would be a mistake of ours, which is said rather than an answer made up."""

    async def waits() -> None:
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="waits where it should not"):
        run_to_its_end(waits())
