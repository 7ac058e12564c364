"""What Convert's client signs is what is sent: any body, id and script; and by a clock that may be wrong."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from email.utils import formatdate
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import abclient
from abclient._session import Session
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.convert_v1 import ConvertV1
from abclient_api._arguments import text
from abclient_api._runtime import Request, dumps, query_string
from support.convert_v1 import APPLICATION, SECRET, is_signed
from support.fake import Script, answer
from support.server import Peer, Server
from support.server import answer as wire_answer

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
IDS = TEXT.filter(lambda text: text not in ("", ".", ".."))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=10,
)


def signed_as_sent(call: Callable[[ConvertV1], Any], reply: Any) -> WireRequest:
    """Make the call, and check the signature of what it put on the wire."""
    script = Script(answer(200, reply))

    async def run() -> None:
        async with ConvertV1(APPLICATION, SECRET, transport=script) as client:
            await call(client)

    asyncio.run(run())
    (request,) = script.requests
    assert is_signed(request)
    assert request.url.isascii()
    return request


@given(project=IDS, audience=IDS)
def test_any_id_is_signed_as_it_is_sent(project: str, audience: str) -> None:
    """Slashes, blanks, percent signs and any script in an id are one segment of the URL that is signed."""
    request = signed_as_sent(lambda client: client.project(project).audiences.get(audience), {"audience_id": "1"})
    assert request.url.count("/") == "https://api.convert.com/api/v1/audiences/get/p/a".count("/")
    assert request.body is None


@given(name=TEXT, description=TEXT, rule=st.dictionaries(TEXT.filter(lambda key: key != "OR"), JSON, max_size=4))
def test_any_body_is_signed_as_it_is_sent(name: str, description: str, rule: Any) -> None:
    """The signed bytes are the compact UTF-8 that leaves, with nothing escaped."""
    request = signed_as_sent(
        lambda client: client.project("p").goals.create(name=name, description=description, triggering_rule=rule),
        {"goal_id": "1"},
    )
    assert request.body == dumps({"goal_name": name, "description": description, "triggering_rule": rule})


@given(name=IDS, value=TEXT)
def test_any_query_is_signed_as_it_is_sent(name: str, value: str) -> None:
    """No operation has a query yet; one that had would have it in the signed URL."""
    query = query_string((name, value, text))

    async def call(client: ConvertV1) -> None:
        session: Session = vars(client)["_session"]
        request = Request[Any, Any](
            operation="o", method="GET", path_template="/x", path="/x", query=query, parse=lambda response: None
        )
        await session.send(request)

    assert signed_as_sent(call, None).url == f"https://api.convert.com/api/v1/x?{query}"


class Arrived:
    """One request as bytes on a socket, as the signature check needs it."""

    def __init__(self, raw: bytes, base: str) -> None:
        head, _, self.body = raw.partition(b"\r\n\r\n")
        line, *lines = head.decode("latin-1").split("\r\n")
        self.method, target, _ = line.split(" ")
        self.url = base + target
        names = {"convert-application-id": "Convert-Application-ID", "authorization": "Authorization"}
        pairs = (line.split(": ", 1) for line in lines)
        self.headers = tuple((names.get(name.lower(), name), value) for name, value in pairs)


@pytest.fixture(params=["httptools", "httpx"])
async def wired(request: pytest.FixtureRequest) -> AsyncIterator[tuple[ConvertV1, Server]]:
    """A client over each transport, and the server it talks to, which answers with an empty list."""

    async def script(peer: Peer) -> None:
        while True:
            await peer.request()
            await peer.send(wire_answer(b"[]"))

    async with Server(script) as server:
        base = f"{server.url}/api/v1"
        if request.param == "httptools":
            async with ConvertV1(APPLICATION, SECRET, base_url=base) as client:
                yield client, server
        else:
            async with (
                httpx.AsyncClient(trust_env=False) as own,
                ConvertV1(APPLICATION, SECRET, base_url=base, http_client=own) as client,
            ):
                yield client, server


@pytest.mark.parametrize(
    "project",
    [
        "100123",
        "a/b",
        "a b+c",
        "50%",
        "100%25",
        "ä ß 漢字 🙂",
        "~-._",
        "a;b=c,d",
        "q?x=1#y",
        "..a",
        "%2e%2e",
        "'\"<>|\\^`{}[]",
    ],
)
async def test_the_bytes_on_the_wire_are_those_signed(wired: tuple[ConvertV1, Server], project: str) -> None:
    """Neither transport changes path or body after signing, whatever the id and the search hold."""
    client, server = wired
    await client.project(project).goals.list(search=project)
    await client.projects.list(page_size=50)
    for raw in server.requests:
        arrived: Any = Arrived(raw, server.url)
        assert is_signed(arrived)
    assert [raw.split(b" ", 1)[0] for raw in server.requests] == [b"POST", b"GET"]
    assert server.requests[1].endswith(b'\r\n\r\n{"page":1,"results_per_page":50}')


class Strict(Script):
    """A vendor whose clock is ahead of ours; refuses what has expired or expires too late, and counts what it did."""

    def __init__(self, ahead: float, *, longest: float = 120.0) -> None:
        super().__init__(self.check)
        self.ahead = ahead
        self.longest = longest
        self.done = 0

    def check(self, request: WireRequest) -> WireResponse:
        assert is_signed(request)
        now = time.time() + self.ahead
        if not 0 < int(dict(request.headers)["Expires"]) - now <= self.longest:
            return answer(401, {"message": "Expired"}, date=formatdate(now, usegmt=True))
        self.done += 1
        return answer(200, {"goal_id": "1"})


@pytest.mark.parametrize(("ahead", "direction"), [(600, "600 seconds behind"), (-600, "600 seconds ahead of")])
async def test_a_clock_ten_minutes_off_is_corrected_once_and_said(
    ahead: float, direction: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The first refusal teaches the difference, for writes too and without retries; later calls are right at once."""
    vendor = Strict(ahead)
    async with ConvertV1(APPLICATION, SECRET, transport=vendor, retries=0) as client:
        await client.project("p").goals.create(name="x")
        await client.project("p").goals.get("1")
    assert (len(vendor.requests), vendor.done) == (3, 2)
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("abclient", logging.WARNING)
    said = record.getMessage().replace("599", "600").replace("601", "600")  # Date has whole seconds only
    assert direction in said
    assert SECRET not in said


async def test_many_calls_under_a_wrong_clock_all_succeed(caplog: pytest.LogCaptureFixture) -> None:
    """Calls that were under way when another one's refusal corrected the clock are sent again as well."""
    under_way = asyncio.Event()

    class Together(Strict):
        async def send(self, request: WireRequest) -> WireResponse:
            self.requests.append(request)
            if len(self.requests) == 20:
                under_way.set()
            await under_way.wait()
            return self.check(request)

    vendor = Together(600)
    async with ConvertV1(APPLICATION, SECRET, transport=vendor) as client:
        goals = await asyncio.gather(*(client.project("p").goals.get("1") for _ in range(20)))
    assert [goal.id for goal in goals] == ["1"] * 20
    assert (len(vendor.requests), vendor.done) == (40, 20)
    assert len(caplog.records) == 1


@pytest.mark.parametrize("date", [None, "soon", "now"])
async def test_a_refusal_for_another_reason_is_raised(date: str | None, caplog: pytest.LogCaptureFixture) -> None:
    """With the clock right, or unknown, a 401 is the vendor's word on the credentials, and asked for once."""
    headers = {} if date is None else {"date": formatdate(usegmt=True) if date == "now" else date}
    script = Script(answer(401, {"message": "Wrong signature"}, **headers))
    async with ConvertV1(APPLICATION, SECRET, transport=script) as client:
        with pytest.raises(abclient.UnauthorizedError, match="Wrong signature"):
            await client.projects.get("p")
    assert len(script.requests) == 1
    assert caplog.records == []


async def test_a_vendor_that_refuses_after_the_correction_is_believed() -> None:
    """A request is not sent a third time."""
    vendor = Strict(600, longest=0)
    async with ConvertV1(APPLICATION, SECRET, transport=vendor) as client:
        with pytest.raises(abclient.UnauthorizedError, match="Expired"):
            await client.projects.get("p")
    assert len(vendor.requests) == 2


async def test_every_attempt_is_signed_afresh(monkeypatch: pytest.MonkeyPatch) -> None:
    """A retry has an expiry of its own time."""
    vendor = Script(answer(503), answer(503), answer(200, {"goal_id": "1"}))
    times = iter([1_700_000_000.0, 1_700_000_040.0, 1_700_000_090.0])
    async with ConvertV1(APPLICATION, SECRET, transport=vendor, retries=abclient.RetryPolicy(base_delay=0)) as client:
        monkeypatch.setattr(vars(client)["_session"].account.authorize, "_clock", lambda: next(times))
        await client.project("p").goals.get("1")
    assert all(is_signed(request) for request in vendor.requests)
    expiries = [dict(request.headers)["Expires"] for request in vendor.requests]
    assert expiries == ["1700000060", "1700000100", "1700000150"]


async def test_the_lifetime_is_the_callers() -> None:
    """Requests expire that many seconds from now."""
    vendor = Strict(0, longest=6)
    async with ConvertV1(APPLICATION, SECRET, transport=vendor, signature_lifetime=5) as client:
        await client.project("p").goals.get("1")
    assert vendor.done == 1
