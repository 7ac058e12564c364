"""Faults to order: their rules, and what they do to real connections."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncGenerator, Iterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from abclient.sandbox.app import create_app
from abclient.sandbox.faults import KINDS, Faults, Rule
from abclient.testing import Sandbox
from support.sandbox import EXPERIMENTS, HEADERS, SETTINGS, connected, experiment_body, refusal, running_sandbox
from support.simulation import in_virtual_time

sandbox = pytest.fixture(scope="module")(running_sandbox)
http = pytest.fixture(connected)


@pytest.fixture(autouse=True)
def forget(sandbox: Sandbox) -> Iterator[None]:
    """No fault survives its test."""
    yield
    sandbox.clear_faults()


@pytest.mark.parametrize(
    ("match", "method", "path", "query", "hit"),
    [
        ({}, "GET", "/any", "", True),
        ({"method": "get"}, "GET", "/any", "", True),
        ({"method": "POST"}, "GET", "/any", "", False),
        ({"path": "/api/v2/"}, "GET", "/api/v2/x", "", True),
        ({"path": "/v2/"}, "GET", "/api/v2/x", "", False),
        ({"regex": "offset=20"}, "GET", "/x", "offset=20", True),
        ({"regex": r"/x$"}, "GET", "/x", "offset=20", False),
        ({"regex": r"results$", "path": "/api", "method": "GET"}, "GET", "/api/results", "", True),
    ],
)
def test_what_a_rule_matches(match: dict[str, str], method: str, path: str, query: str, hit: bool) -> None:
    """Method, start of the path and expression must all agree; what is left out agrees with everything."""
    faults = Faults()
    faults.add([Rule.from_json({"kind": "html", "match": match})])
    assert (faults.take(method, path, query) is not None) is hit


def test_rules_are_counted() -> None:
    """The oldest rule plays first, after its skips, as often as it says, and then the next one."""
    faults = Faults()
    faults.add([Rule("status", times=2, skip=1, status=503), Rule("html"), Rule("garbage", times=None)])
    played = [rule.kind if rule else None for rule in (faults.take("GET", "/") for _ in range(6))]
    assert played == ["html", "status", "status", "garbage", "garbage", "garbage"]
    assert [rule["kind"] for rule in faults.as_json()] == ["garbage"]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("text", "a rule must be an object"),
        ({}, "needs a kind"),
        ({"kind": "status"}, "needs a status"),
        ({"kind": "status", "status": None}, "needs a status"),
        ({"kind": "status", "body": "{}"}, "needs a status"),
        ({"kind": "flood"}, "kind must be one of"),
        ({"kind": 5}, "kind of a rule has the wrong type"),
        ({"kind": "reset", "at": "end"}, "at must be one of"),
        ({"kind": "status", "status": 99}, "status must be between"),
        ({"kind": "status", "status": "503"}, "status of a rule has the wrong type"),
        ({"kind": "delay", "seconds": -1}, "seconds must be"),
        ({"kind": "delay", "seconds": True}, "wrong type"),
        ({"kind": "html", "times": 0}, "times 1 or more"),
        ({"kind": "html", "skip": -1}, "skip must be 0 or more"),
        ({"kind": "html", "often": 1}, "no field 'often'"),
        ({"kind": "html", "match": {"host": "x"}}, "match has no field 'host'; it has method, path, regex"),
        ({"kind": "html", "match": []}, "wrong type"),
        ({"kind": "html", "match": {"regex": "("}}, "not a regular expression"),
        ({"kind": "html", "headers": {"X": 1}}, "X of headers has the wrong type"),
        ({"kind": "html", "headers": {"X": "1\r\nY: 2"}}, "such as HTTP can carry"),
        ({"kind": "html", "headers": {"X": " 1"}}, "such as HTTP can carry"),
        ({"kind": "html", "headers": {"X": "\u20ac"}}, "such as HTTP can carry"),
        ({"kind": "html", "headers": {"X:": "1"}}, "such as HTTP can carry"),
        ({"kind": "html", "headers": {"": "1"}}, "such as HTTP can carry"),
    ],
)
def test_rules_that_are_none(sandbox: Sandbox, rule: Any, said: str) -> None:
    """A rule that cannot work is refused with the reason, and nothing is ordered."""
    answer = httpx.post(f"{sandbox.url}/_sandbox/faults", json=[{"kind": "html"}, rule], trust_env=False)
    assert (answer.status_code, said in answer.json()["error"]) == (400, True)
    assert sandbox.faults() == []


@pytest.mark.parametrize("value", ["", "1", "a b\tc", "\xe9"])
def test_headers_that_a_fault_can_have(value: str) -> None:
    """Whatever HTTP can carry, empty and beyond ASCII included."""
    assert Rule.from_json({"kind": "html", "headers": {"X-A": value}}).headers == {"X-A": value}


def test_faults_can_be_seen_and_cleared(sandbox: Sandbox) -> None:
    """What was ordered is listed with what is left of it, until it is cleared."""
    sandbox.add_fault("status", status=503, times=3)
    assert [(rule["kind"], rule["times"]) for rule in sandbox.faults()] == [("status", 3)]
    sandbox.clear_faults()
    assert sandbox.faults() == []
    with pytest.raises(ValueError, match="kind must be one of"):
        sandbox.add_fault("flood")


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "invalid_request"),
        (401, "unauthorized"),
        (403, "forbidden"),
        (404, "not_found"),
        (405, "method_not_allowed"),
        (409, "conflict"),
        (422, "unprocessable"),
        (429, "rate_limited"),
        (500, "internal_server_error"),
        (503, "service_unavailable"),
        (520, "error"),
    ],
)
def test_every_error_can_be_had(sandbox: Sandbox, http: httpx.Client, status: int, code: str) -> None:
    """Any status comes in the vendor's form, with the headers that were asked for, and then all is well."""
    sandbox.add_fault("status", status=status, headers={"Retry-After": "7"})
    answer = http.get(SETTINGS)
    refusal(answer, status, code)
    assert answer.headers["Retry-After"] == "7"
    assert http.get(SETTINGS).status_code == 200


def test_a_status_can_have_any_body(sandbox: Sandbox, http: httpx.Client) -> None:
    """A body is sent as it is, as JSON unless its headers say otherwise."""
    sandbox.add_fault("status", status=200, body="")
    sandbox.add_fault("status", status=418, body="tea", headers={"Content-Type": "text/plain"})
    first, second = http.get(SETTINGS), http.get(SETTINGS)
    assert (first.status_code, first.content, first.headers["content-type"]) == (200, b"", "application/json")
    assert (second.status_code, second.text, second.headers["content-type"]) == (418, "tea", "text/plain")


def test_html_and_garbage(sandbox: Sandbox, http: httpx.Client) -> None:
    """A gateway's page is HTML with 502; garbage is 200 and no JSON."""
    sandbox.add_fault("html")
    page = http.get(SETTINGS)
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html; charset=utf-8")
    sandbox.add_fault("garbage")
    garbage = http.get(SETTINGS)
    assert (garbage.status_code, garbage.headers["content-type"]) == (200, "application/json")
    with pytest.raises(ValueError, match="Unterminated"):
        garbage.json()


def test_delay_and_drip_end_in_the_normal_answer(sandbox: Sandbox, http: httpx.Client) -> None:
    """A delayed answer and a dripping one arrive whole over a real connection."""
    normal = http.get(SETTINGS).content
    for kind in ("delay", "drip"):
        sandbox.add_fault(kind, seconds=0.0001)
        assert http.get(SETTINGS).content == normal
    assert sandbox.faults() == []


def test_delay_and_drip_take_the_time_they_were_given() -> None:
    """A delayed answer takes its time once, a dripping one takes it for every byte, by the event loop's own clock."""

    async def main() -> None:
        loop = asyncio.get_running_loop()
        async with in_process() as http:
            before = loop.time()
            normal = (await http.get(SETTINGS)).content
            assert loop.time() == before
            for kind, times in (("delay", 1), ("drip", len(normal))):
                await http.post("/_sandbox/faults", json={"kind": kind, "seconds": 2})
                before = loop.time()
                assert (await http.get(SETTINGS)).content == normal
                assert loop.time() - before == pytest.approx(2 * times)

    in_virtual_time(main)


def test_a_stall_says_nothing(sandbox: Sandbox, http: httpx.Client) -> None:
    """A request that stalls gets no byte."""
    sandbox.add_fault("stall")
    with pytest.raises(httpx.ReadTimeout):
        http.get(SETTINGS, timeout=0.2)


def raw(sandbox: Sandbox) -> tuple[bytes, bool]:
    """What a plain socket gets for one request, and whether it ended in a reset."""
    host, port = sandbox.url.removeprefix("http://").split(":")
    headers = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
    got = b""
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(f"GET {SETTINGS} HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n".encode())
        try:
            while data := connection.recv(65536):
                got += data
        except ConnectionResetError:
            return got, True
    return got, False


@pytest.mark.parametrize("kind", ["close", "reset"])
@pytest.mark.parametrize("at", ["start", "answer", "headers", "body"])
def test_connections_break_off(sandbox: Sandbox, kind: str, at: str) -> None:
    """Closed or reset, at each point: nothing, a piece of the headers, or half of a body that was announced whole."""
    sandbox.add_fault(kind, at=at)
    got, was_reset = raw(sandbox)
    head, _, body = got.partition(b"\r\n\r\n")
    assert was_reset is (kind == "reset")
    if at in {"start", "answer"}:
        assert got == b""
    elif at == "headers":
        assert (got.startswith(b"HTTP/1.1 200"), body) == (True, b"")
    else:
        announced = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        assert len(body) == announced // 2


def test_a_truncated_answer(sandbox: Sandbox) -> None:
    """truncate is close at body."""
    sandbox.add_fault("truncate")
    got, was_reset = raw(sandbox)
    assert (b"content-length" in got.lower(), was_reset) == (True, False)
    with pytest.raises(httpx.RemoteProtocolError):
        sandbox.add_fault("truncate")
        httpx.get(sandbox.url + SETTINGS, headers=HEADERS, trust_env=False)


@pytest.mark.parametrize(("at", "made"), [("start", 404), ("answer", 200)])
def test_a_lost_answer_was_carried_out(sandbox: Sandbox, http: httpx.Client, at: str, made: int) -> None:
    """At start nothing happened; at answer the experiment exists although nobody was told."""
    body = experiment_body()
    sandbox.add_fault("reset", at=at, match={"method": "POST"})
    with pytest.raises(httpx.ReadError):
        http.post(EXPERIMENTS, json=body)
    assert http.get(f"{EXPERIMENTS}/{body['key']}").status_code == made


@asynccontextmanager
async def in_process() -> AsyncGenerator[httpx.AsyncClient]:
    """An HTTP client that calls a sandbox of its own without a connection."""
    app = create_app(experiments=1)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(app), base_url="http://sandbox", headers=HEADERS
    ) as http:
        yield http
    app.state.world.close()


async def test_without_a_connection_a_break_is_an_exception() -> None:
    """In process there is no connection to break: the caller gets the operating system's exception."""
    async with in_process() as http:
        await http.post("/_sandbox/faults", json={"kind": "reset"})
        with pytest.raises(ConnectionResetError):
            await http.get(SETTINGS)


def test_every_kind_is_documented() -> None:
    """The module's documentation names every kind of fault."""
    import abclient.sandbox.faults as module

    assert all(f"\n``{kind}`` " in str(module.__doc__) for kind in KINDS)
