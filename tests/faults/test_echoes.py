"""Whatever a vendor repeats of a credential, wherever and however: nothing that outlives the call holds it."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import json
import logging
import pickle
import re
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import quote, unquote

import httpx
import pytest

import abclient
from abclient._session import Session
from abclient.events import Attempt
from abclient_api._models import Undecodable, entries, items
from abclient_api._runtime import Request, Response, read
from support.cases import a_third_every_run, one_every_run
from support.clients import TOKEN, VENDORS, connect, session_of
from support.known import known
from support.server import Peer, Server, answer

KINDS = ("httptools", "h11", "httpx")


@pytest.fixture(autouse=True)
def libraries_quiet() -> Iterator[None]:
    """httpcore writes down the headers of answers at DEBUG, httpx their status lines at INFO, and so their echoes."""
    for name in ("httpcore", "httpx"):
        logging.getLogger(name).setLevel(logging.WARNING)
    yield
    for name in ("httpcore", "httpx"):
        logging.getLogger(name).setLevel(logging.NOTSET)


def escaped(template: str, text: str) -> str:
    return "".join(template.format(ord(character)) for character in text)


def spelled(text: str) -> dict[str, bytes]:
    """A text in all spellings that bodies have, as JSON where that is possible."""
    plain = json.dumps({"message": f"bad {text}", "code": text, "id": text}).encode()
    inner = escaped(r"\u{:04x}", text)
    forms = {
        "plain": text,
        "escapes": inner,
        "slashes": text.replace("/", r"\/"),
        "percent": quote(text, safe=""),
        "percent, all": escaped("%{:02x}", text),
        "percent, twice": escaped("%25{:02x}", text),
        "entities": escaped("&#{};", text),
        "base64": base64.b64encode(f"me:{text}".encode()).decode(),
        "json in json": json.dumps(f'{{"a": "{inner}"}}')[1:-1],
    }
    bodies = {name: f'{{"message": "bad {form}", "errors": ["{form}"]}}'.encode() for name, form in forms.items()}
    bodies |= {encoding: plain.decode().encode(encoding) for encoding in ("utf-16", "utf-16-be", "utf-32")}
    return {
        **bodies,
        "whole": plain,
        "html": f"<html>{html.escape(text)}</html>".encode(),
        "text": text.encode(),
        "gzip": gzip.compress(plain),
        "a key": json.dumps([{text: [{text: 1}]}]).encode(),
        "cut": (b" " * 10 + text.encode() + b" ") * 1200,
    }


def bodies(text: str) -> dict[str, bytes]:
    """Answers that hold the text in their bodies."""
    return {
        f"{status[:3]} {name}": answer(body, status)
        for name, body in spelled(text).items()
        for status in ("200 OK", "401 No")
    }


def heads(text: str) -> dict[str, bytes]:
    """Answers that hold the text elsewhere: a place each."""
    found: dict[str, bytes] = {}
    for status in ("200 OK", "401 No", "301 Moved"):
        for header in ("X-Request-Id", "Location", "Content-Type", "Retry-After", "X-Echo", "Set-Cookie"):
            value = f"https://h.example/?token={text}" if header == "Location" else text
            found[f"{status[:3]} {header}"] = answer(b"[1", status, f"{header}: {value}")
        found[f"{status[:3]} a header's name"] = answer(b"[1", status, f"X-{text.strip('=')}: 1")
        found[f"{status[:3]} Content-Encoding"] = answer(b"[1", status, f"Content-Encoding: {text}")
        found[f"{status[:3]} reason"] = answer(b"[1", f"{status[:3]} bad {text}")
    return {
        **found,
        "status line": f"HTTP/1.1 {text}\r\n\r\n".encode(),
        "no status line": f"{text}\r\n\r\n".encode(),
        "chunk": f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{text}\r\n".encode(),
        "header without colon": f"HTTP/1.1 200 OK\r\n{text}\r\n\r\n".encode(),
        "length": f"HTTP/1.1 200 OK\r\nContent-Length: {text}\r\n\r\n".encode(),
        "firewall": answer(b"", "200 OK", f"cf-mitigated: {text}"),
    }


def links(error: BaseException) -> Iterator[BaseException]:
    """An error and all that it comes from, suppressed or not."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            waiting += [inner for inner in (one.__cause__, one.__context__) if inner is not None]


def kept(error: BaseException) -> Iterator[str]:
    """All that an error holds, as text."""
    for one in links(error):
        yield from (str(one), repr(one), repr(vars(one)), repr(one.args))
        for value in vars(one).values():
            yield value.decode("latin-1") if isinstance(value, bytes) else str(value)
    if isinstance(error, abclient.ABClientError):
        yield pickle.dumps(error).decode("latin-1")
    yield "".join(traceback.format_exception(error))


def readings(text: str) -> Iterator[str]:
    """The text as whoever finds it may read it."""
    for base in (text, text.replace("\0", ""), text.replace("\\x00", "")):
        yield from (base, unquote(base), unquote(unquote(base)), html.unescape(base), base.replace("\\/", "/"))
        plain = base.replace("\\\\", "\\")
        for one in (base, plain, plain.replace("\\\\", "\\")):
            yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found.group(1), 16)), one)
    for word in re.findall(r"[A-Za-z0-9+/]{12,}={0,2}", text):
        try:
            yield base64.b64decode(word + "=" * (-len(word) % 4)).decode("latin-1")
        except binascii.Error:
            continue


def shown(secret: str, texts: Iterator[str]) -> str | None:
    """Where a secret, or a beginning of it that could be used, is shown."""
    for text in texts:
        for reading in readings(text):
            for piece in (secret, secret[:20]):
                if piece in reading:
                    at = reading.index(piece)
                    return reading[max(0, at - 60) : at + 60]
    return None


def a_list() -> Request[Any, Any]:
    return Request(
        operation="getThings",
        method="GET",
        path_template="/things",
        path="/things",
        parse=lambda response: read(response, "list[Thing]", things),
    )


def things(document: Any) -> Any:
    """Read as models are: what cannot be read is named by its place, keys of maps included."""
    for one in items(document):
        for values in entries(one).values():
            for value in values:
                raise Undecodable("Thing", "", f"expected no {type(value).__name__}", value).within(
                    "Thing", "map", one, document
                )
    raise Undecodable("list[Thing]", "", "always")


async def spill(session: Session) -> abclient.ABClientError:
    with pytest.raises(abclient.ABClientError) as caught:
        await session.send(a_list())
    return caught.value


@pytest.mark.parametrize("kind", one_every_run(KINDS))
@pytest.mark.parametrize("vendor", a_third_every_run(VENDORS, first=1))
async def test_no_echo_outside_of_a_body_gets_through(vendor: str, kind: str) -> None:
    """Status lines, headers' names and values, framing: by errors with all they come from, records and pickles."""
    await nothing_spills(vendor, kind, heads)


@pytest.mark.parametrize("vendor", a_third_every_run(VENDORS))
async def test_no_echo_in_a_body_gets_through(vendor: str) -> None:
    """In every spelling, in answers of success and errors."""
    await nothing_spills(vendor, "httptools", bodies)


async def nothing_spills(vendor: str, kind: str, echoes: Callable[[str], dict[str, bytes]]) -> None:
    """Send one call for every echo of every secret, and search what is left of it."""
    told: list[Attempt] = []
    turn: list[tuple[str, int]] = []

    async def script(peer: Peer) -> None:
        while True:
            name, number = turn[0]
            secret = known(vendor).secrets(await peer.request())[number]
            await peer.send(echoes(secret)[name])
            if "HTTP/1.1" not in echoes("x")[name].decode("latin-1") or "line" in name or name in {"chunk", "length"}:
                return

    async with Server(script) as server, httpx.AsyncClient(trust_env=False) as own:
        options: dict[str, Any] = {"http_client": own} if kind == "httpx" else {"transport": kind}
        async with connect(vendor, server.url, hooks=[told.append], **options) as client:
            for number in range(len(known(vendor).secrets(b"Signature=x"))):
                for name in echoes("x"):
                    turn[:] = [(name, number)]
                    error = await spill(session_of(client))
                    texts = {*kept(error), repr(told.pop())}
                    for secret in known(vendor).secrets(server.requests[-1]):
                        assert shown(secret, iter(texts)) is None, (name, shown(secret, iter(texts)))
    assert len(server.requests) >= 30


LINKS: tuple[Callable[[str], str], ...] = (str, lambda text: quote(text, safe=""), partial(escaped, "%25{:02x}"))


@pytest.mark.shows_credentials("the error for a link is made anew, without them")
@pytest.mark.parametrize("kind", ["httptools", "h11"])
@pytest.mark.parametrize("vendor", [vendor for vendor in VENDORS if known(vendor).follows_links])
@pytest.mark.parametrize("form", LINKS)
@pytest.mark.parametrize("host", ["https://elsewhere.example", "http://{host}:1", ""])
async def test_a_link_that_repeats_the_token_gets_it_nowhere(
    vendor: str, kind: str, form: Callable[[str], str], host: str
) -> None:
    """Neither into the error for a link elsewhere, nor into page tokens, its own or a page's."""

    async def script(peer: Peer) -> None:
        while True:
            head = (await peer.request()).decode()
            path = head.split()[1].split("?")[0]
            link = f"{host}{path}?access_token={form(TOKEN)}&offset=1&page=2"
            document, headers = known(vendor).linked_page(link)
            await peer.send(answer(json.dumps(document).encode(), "200 OK", *headers, "Content-Type: application/json"))

    async with Server(script) as server, connect(vendor, server.url, transport=kind) as client:
        tokens: list[str | None] = []
        with pytest.raises(abclient.PagingError) as caught:
            async for page in known(vendor).some_list(client).pages():
                tokens.append(page.next_page_token)
    assert shown(TOKEN, kept(caught.value)) is None
    assert shown(TOKEN, iter([repr(tokens)])) is None


def test_a_response_shows_no_content() -> None:
    """Its repr has the size alone, as locals of a traceback would show it."""
    assert repr(Response(200, (), TOKEN.encode())) == f"<Response 200, {len(TOKEN)} bytes>"
