"""Credentials go to the vendor and nowhere else; what users pass as ids and keys changes neither path nor headers."""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import logging
import pickle
import re
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest

import abclient
from abclient import errors
from abclient.client import Client
from abclient.events import Attempt
from abclient.vendor import get
from abclient_api._models import items
from abclient_api._runtime import Request, read
from support.arguments import operations, requests
from support.cases import one_every_run
from support.clients import (
    PACKAGES,
    SECRET,
    TOKEN,
    VENDORS,
    connect,
    credentials_of,
    other_credentials_of,
    session_of,
    vendor_of,
)
from support.contract_server import ContractServer, contract
from support.server import (
    Peer,
    Script,
    Server,
    answer,
    replies,
    replies_then_closes,
    replies_then_resets,
    replies_then_stalls,
)


class Everything:
    """Collects all that a program around the client might write down, to be searched for secrets."""

    def __init__(self) -> None:
        self.log = io.StringIO()
        self.told: list[str] = []

    def hook(self, attempt: Attempt) -> None:
        self.told.append(f"{attempt!r} {pickle.dumps(attempt)!r}")

    def note(self, error: BaseException) -> None:
        """An error with all that it holds, and its traceback with those of its causes."""
        self.told += [str(error), repr(error), repr(vars(error)), repr(pickle.dumps(error))]
        self.told += traceback.format_exception(error)

    def check(self, server_saw: bytes, *texts: str) -> None:
        """Search for the credentials, and for every signature that was made with them."""
        whole = "\n".join((self.log.getvalue(), *self.told, *texts))
        assert whole.count("attempt 1") > 5, "hardly anything was collected"
        for secret in {TOKEN, SECRET, *re.findall(r"Signature=(\w+)", server_saw.decode("latin-1"))}:
            assert secret not in whole, whole[max(0, whole.index(secret) - 300) :][:600]


@pytest.fixture
def everything() -> Iterator[Everything]:
    """Logs of every logger there is, ours and those of all libraries, at the finest level."""
    found = Everything()
    handler = logging.StreamHandler(found.log)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield found
    root.removeHandler(handler)
    root.setLevel(before)


@pytest.fixture
def httpcore_quiet() -> Iterator[None]:
    """At DEBUG httpcore writes down the headers of every answer, and so whatever a vendor echoes in them."""
    logger = logging.getLogger("httpcore")
    logger.setLevel(logging.INFO)
    yield
    logger.setLevel(logging.NOTSET)


def echoing(status: str, *, in_headers: bool) -> Script:
    """A vendor that answers with all that it was sent, in JSON as PHP writes it."""

    async def script(peer: Peer) -> None:
        while True:
            head = (await peer.request()).decode()
            said = {"message": f"bad credentials in {head}", "code": head, "id": head}
            lines = [line for line in head.split("\r\n") if ":" in line and "content-length" not in line.lower()]
            echo = [f"X-Echo-{line}" for line in lines] if in_headers else []
            await peer.send(answer(json.dumps(said).replace("/", r"\/").encode(), status, *echo))

    return script


async def ends_badly(client: Client, everything: Everything) -> None:
    """One call that wants a list and does not get one; its error is noted."""
    request: Request[Any, Any] = Request(
        operation="getThings",
        method="PUT",
        path_template="/things/{id}",
        path="/things/7",
        query="q=1",
        body=b"{}",
        parse=lambda response: read(response, "list[Thing]", items),
    )
    with pytest.raises(abclient.ABClientError) as caught:
        await session_of(client).send(request)
    everything.note(caught.value)


BAD_ENDS: tuple[Script, ...] = (
    replies(answer(b"<html>")),
    replies_then_stalls(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n"),
    replies_then_closes(b""),
    replies_then_resets(b"HTTP/1.1 200 OK\r\n"),
    replies_then_closes(b"SSH-2.0-OpenSSH\r\n"),
    *(replies(answer(b'{"message": "no"}', status)) for status in ("401 No", "429 No", "503 No")),
    *(echoing(status, in_headers=False) for status in ("400 No", "401 No")),
)


@pytest.mark.parametrize("kind", ["httptools", "h11"])
@pytest.mark.parametrize("vendor", VENDORS)
async def test_no_credential_is_ever_written_down(
    vendor: str, kind: str, everything: Everything, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not by our logger nor by any library's at DEBUG, nor in errors, tracebacks, pickles, hooks, reprs or output."""
    seen = b""
    for script in BAD_ENDS:
        async with Server(script) as server:
            options: dict[str, Any] = {"timeout": abclient.Timeouts(read=0.05), "hooks": [everything.hook]}
            async with connect(vendor, server.url, transport=kind, **options) as client:
                await ends_badly(client, everything)
                session = session_of(client)
                everything.told += [repr(client), repr(session), repr(session.account), repr(session.options)]
        seen += b"".join(server.requests)
    assert (TOKEN.encode() in seen) == ("token" in get(vendor).credentials)
    printed = capfd.readouterr()
    everything.check(seen, printed.out, printed.err)


@pytest.mark.usefixtures("httpcore_quiet")
@pytest.mark.parametrize("status", ["200 OK", "401 No", "429 No", "500 No"])
@pytest.mark.parametrize("vendor", VENDORS)
async def test_an_echo_of_a_credential_stops_at_the_error(vendor: str, status: str, everything: Everything) -> None:
    """A vendor that sends back what it was sent, in headers and body, gets no credential into anything of ours."""
    async with Server(echoing(status, in_headers=True)) as server:
        for _ in range(6):
            async with connect(vendor, server.url, hooks=[everything.hook]) as client:
                await ends_badly(client, everything)
    everything.check(b"".join(server.requests))


HOSTILE = (
    *("../../admin", "a/b", "%2f", "%2e%2e", "a?b=c", "a#b", "a&b=c", "a;b", "a b", "a+b", "a\\b", "é☃𝄞", "{id}"),
    *("a\r\nX-Evil: 1", "a\nX-Evil: 1", "a\r\n\r\nGET /evil HTTP/1.1", "\0", "\x7f", "%0d%0aX-Evil: 1"),
)


@pytest.mark.parametrize("package", one_every_run(PACKAGES))
async def test_what_users_pass_changes_neither_path_nor_headers(package: str) -> None:
    """Hostile text in every string of every operation arrives as that text, in its place, and nowhere else."""
    texts = itertools.cycle(HOSTILE)
    other = other_credentials_of(vendor_of(package))
    async with ContractServer(contract(package)) as server, connect(vendor_of(package), server.url, **other) as client:
        for name, module in operations(package).items():
            for text in itertools.islice(texts, 2):
                for given in ("plain", text):
                    request = list(requests(package, module, given))[1]
                    with contextlib.suppress(errors.DecodeError):
                        await client.send(request)
                assert server.complaints == []
                plain, hostile = server.requests[-2:]
                assert same_but_for(plain, hostile, text), name


def same_but_for(plain: bytes, hostile: bytes, text: str) -> bool:
    """Whether two requests differ only where one has "plain" and the other has the text, encoded."""
    line, *headers = plain.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    hostile_line, *hostile_headers = hostile.partition(b"\r\n\r\n")[0].decode().split("\r\n")
    path, _, query = line.partition("?")
    hostile_path, _, hostile_query = hostile_line.partition("?")
    same_names = [one.partition(":")[0] for one in headers] == [one.partition(":")[0] for one in hostile_headers]
    steps = [step.replace("plain", text) for step in path.split("/")]
    pairs = [(key, value.replace("plain", text)) for key, value in parse_qsl(query.removesuffix(" HTTP/1.1"))]
    return (
        same_names
        and [unquote(step) for step in hostile_path.split("/")] == steps
        and parse_qsl(hostile_query.removesuffix(" HTTP/1.1")) == pairs
    )


WITH_TEXT = [
    (package, name)
    for package in PACKAGES
    for name, module in operations(package).items()
    if "plain" in next(requests(package, module, "plain")).path
]
"""The operations whose paths have text."""


@pytest.mark.parametrize("text", ["", ".", "..", "\ud800"])
@pytest.mark.parametrize(("package", "name"), WITH_TEXT)
def test_a_segment_that_would_lead_elsewhere_is_refused(package: str, name: str, text: str) -> None:
    """An empty one, the two that mean directories, and text that is no Unicode never get as far as a request."""
    with pytest.raises(ValueError, match=r"must not be|not valid Unicode"):
        next(requests(package, operations(package)[name], text))


@pytest.mark.parametrize("bad", ["a\r\nX-Evil: 1", "a\nb", "a b", "tökèn", "", "\0", "a\x7f", " aQ9", "a\t"])
@pytest.mark.parametrize("vendor", VENDORS)
def test_a_credential_that_could_end_its_header_is_refused(vendor: str, bad: str) -> None:
    """The error names the credential and does not show it."""
    name = get(vendor).credentials[0]
    with pytest.raises(errors.ConfigurationError, match=f"^{name} must") as caught:
        get(vendor).open(**{**credentials_of(vendor), name: bad})
    assert not bad or bad not in str(caught.value)
