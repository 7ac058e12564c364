"""What must hold for any header, URL, setting or text, however broken: each function checks it for one case."""

from __future__ import annotations

import gzip
import json
import math
import os
import re
import zlib
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any
from unittest.mock import patch
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from abclient import _links, _rate_limit_headers, options
from abclient._error_body import parse_error_body
from abclient._redact import Redactor
from abclient.errors import ConfigurationError, ResponseLostError, ResponseTooLargeError
from abclient.options import Timeouts
from abclient.transports import WireRequest
from abclient.transports._body import Body, body_for
from abclient.transports._proxy import Proxies
from abclient.vendors._convert_signing import clock_offset
from abclient_api import _arguments, _wire
from abclient_api._runtime import Response
from support import noise
from support.fake import LIMIT_HEADERS
from support.noise import Noise

NOW = 1_700_000_000.25
WAIT_HEADERS = ("retry-after", "retry-after-ms", "date")
QUOTA_HEADERS = (
    *("x-ratelimit-reset", "ratelimit-reset", "x-ratelimit-remaining", "ratelimit-remaining"),
    *("x-ratelimit-global-remaining", "x-ratelimit-route-remaining", "date"),
)
BASES = ("https://api.example.com/v2", "http://127.0.0.1:8787/experiment/v1", "https://[::1]:444/v2")


def _headers(draw: Noise, names: tuple[str, ...]) -> dict[str, str]:
    return {
        name: draw.date() if draw.odds(0.3) else draw.header(*noise.NUMBERS, *noise.DATES)
        for name in names
        if draw.odds(0.6)
    }


def a_wait_is_none_or_a_finite_number_of_seconds(draw: Noise) -> None:
    """Retry-After in any form: never negative, never endless; whole numbers mean what they say."""
    headers = _headers(draw, WAIT_HEADERS)
    wait = _rate_limit_headers.parse_retry_after(headers, NOW)
    assert wait is None or 0 <= wait < math.inf, headers
    value = headers.get("retry-after", "")
    if (
        value.isascii()
        and value.isdigit()
        and len(value) <= 9  # more digits may be a point in time
        and _rate_limit_headers.parse_retry_after({**headers, "retry-after": ""}, NOW) is None
    ):
        assert wait == float(value), headers


def a_rate_limit_is_what_is_left_and_for_how_long(draw: Noise) -> None:
    """Nothing is negative, and every reset is a finite number of seconds away, whatever the clocks say."""
    headers = _headers(draw, QUOTA_HEADERS)
    announced = _rate_limit_headers.parse_rate_limit_headers(headers, NOW, own=LIMIT_HEADERS)
    for quota in announced.limits:
        assert quota.scope in {"account", "route", "token"} or quota.scope.startswith("policy "), headers
        assert quota.remaining >= 0, headers
        assert 0 <= quota.reset_in < math.inf, headers
    assert announced.date is None or math.isfinite(announced.date), headers


def a_date_is_a_moment_or_none(draw: Noise) -> None:
    """Every proper date is read to the second; what is none is None."""
    second = int(draw.chance.uniform(-6e10, 2.5e11))
    usual = format_datetime(datetime.fromtimestamp(second, UTC), usegmt=True)
    assert _rate_limit_headers.parse_http_date(usual) == second
    text = draw.date()
    moment, offset = _rate_limit_headers.parse_http_date(text), clock_offset(text, NOW)
    assert moment is None or math.isfinite(moment), text
    assert offset == (None if moment is None else moment - NOW), text


def a_link_is_found_or_not(draw: Noise) -> None:
    """What is found in a Link header is a piece of it between angle brackets."""
    value, rel = draw.header(*noise.LINKS), draw.one_of(("next", "last", "prev"))
    link = _links.link_in_header(value, rel)
    assert link is None or f"<{link}>" in value, value


def a_next_link_leads_to_the_api_or_nowhere(draw: Noise) -> None:
    """The request made of a link goes to the API's own host, below its path, and cannot end its line."""
    base, link = draw.one_of(BASES), draw.header(*noise.TARGETS, *BASES)
    target = _links.resolve_same_origin(base, link)
    if target is None:
        return
    path, query = target
    url = urlsplit(f"{base}{path}?{query}")
    assert url[:2] == urlsplit(base)[:2], link
    assert path.startswith("/"), link
    read = url.path
    for _ in range(9):
        read = unquote(read)
    assert not {".", ".."} & {step.partition(";")[0] for step in re.split(r"[/\\]", read)}, link
    assert all("\x21" <= character <= "\x7e" for character in path + query), link


def an_error_says_something(draw: Noise) -> None:
    """Any body of an error gives a message; code and id are text or None."""
    right = {"code": "not_found", "message": "no such thing", "id": "1b2c", "error": ["a", "b"], "uuid": 7}
    text = draw.text(json.dumps(draw.document(right)), "<html>", "[" * 3000, '{"code": 1' + "0" * 5000 + "}", "")
    said = parse_error_body(draw.number(999), {"x-request-id": draw.header("a1")}, text)
    assert said.message, text
    assert isinstance(said.code, str | None), text
    assert isinstance(said.request_id, str | None), text


def an_answer_is_text_whatever_its_charset(draw: Noise) -> None:
    """No bytes and no announced charset break it; a byte order mark is no part of it."""
    content = draw.content(draw.one_of(("\ufeffä", "ä", "[1]")).encode(draw.one_of(("utf-8", "utf-16", "utf-7"))))
    kind = draw.header("text/csv; charset=utf-8", "application/json; charset=latin-1", "text/html; charset=nonsense")
    response = Response(200, (("content-type", kind),), content)
    assert isinstance(response.text, str), content
    assert response.header("Content-Type") == kind
    if content.startswith(b"\xef\xbb\xbf"):
        assert response.text == content[3:].decode("utf-8", "replace"), content


def _packed(content: bytes, encoding: str) -> bytes:
    if encoding == "deflate":
        return zlib.compress(content)
    return gzip.compress(content) if encoding == "gzip" else content


def _received(request: WireRequest, headers: list[tuple[str, str]], pieces: list[bytes]) -> bytes | None:
    try:
        body: Body = body_for(request, 200, tuple(headers))
        for piece in pieces:
            body.feed(piece)
        return body.finish()
    except (ResponseLostError, ResponseTooLargeError):
        return None


def a_body_arrives_whole_or_is_lost(draw: Noise) -> None:
    """In whatever pieces it is the same; changed, it is a body or one of two errors; never beyond the limit."""
    content = draw.chance.randbytes(draw.number(60)) * draw.one_of((1, 1, 1, 300))
    encoding = draw.one_of(("gzip", "deflate", ""))
    sent = _packed(content, encoding)
    cut = draw.number(len(sent))
    request = WireRequest(
        method="GET", url="/", headers=(), body=None, timeouts=Timeouts(), max_response_bytes=len(content) or 1
    )
    announced = [("content-encoding", encoding), ("content-length", str(len(sent)))]
    if len(sent) <= request.max_response_bytes:
        assert _received(request, announced, [sent[:cut], sent[cut:]]) == content, sent
    broken = [("content-encoding", draw.header(*noise.ENCODINGS)), ("content-length", draw.header(*noise.NUMBERS))]
    got = _received(request, draw.one_of((announced, broken)), [draw.content(sent[:cut]), draw.content(sent[cut:])])
    assert got is None or len(got) <= request.max_response_bytes, sent


_ECHOES: tuple[Callable[[str], str], ...] = (
    lambda secret: secret,
    lambda secret: "".join(f"\\u{ord(c):04x}" for c in secret),
    lambda secret: "".join(f"%25{ord(c):02X}" for c in secret),
    lambda secret: secret.encode("utf-16").decode("latin-1"),
    lambda secret: json.dumps(secret)[1:-1].replace("/", r"\/"),
    lambda secret: quote(secret, safe=""),
    lambda secret: "".join(c if c.isalnum() else f"\\u{ord(c):04X}" for c in secret),
    lambda secret: "".join(c if c.isalnum() else f"&#{ord(c)};" for c in secret),
)


def a_secret_is_struck_out_however_it_is_written(draw: Noise) -> None:
    """As it is, in JSON, in a URL, in HTML, in any case: nothing of an echoed secret stays."""
    secret = draw.one_of(("t0ken/with+every:kind~of&sign", 'q"uote\\d<secret>', "2:plainAlphanumeric0123456789"))
    written = draw.one_of(_ECHOES)(secret)
    text = Redactor([secret]).text(f"{draw.text('a ', '{')}{written}{draw.text(' b', '}')}")
    assert secret not in text, text
    assert written not in text, text


def an_id_stays_in_its_place(draw: Noise) -> None:
    """Whatever is passed as an id or in a query arrives as that text: one segment, one value, one line."""
    text = draw.text("key-7", "../../admin", "a/b?c=d#e", "%2f", "a\r\nX-Evil: 1", "é☃𝄞", "a+b c")
    with suppress(ValueError):
        segment = _arguments.segment("key", text)
        assert segment not in {"", ".", ".."}, text
        assert segment.isascii() and segment.isprintable() and not set("/?#% \\;") & set(segment.replace("%", "")), text
        assert unquote(segment, errors="strict") == text
    with suppress(ValueError):
        read = _arguments.text
        query = _arguments.query_string(
            ("filter", text, read), ("ids", [text, "7"], _arguments.several(read)), ("none", None, read)
        )
        assert query.isascii() and query.isprintable(), text
        assert parse_qsl(query, keep_blank_values=True, strict_parsing=True) == [
            ("filter", text),
            ("ids", text),
            ("ids", "7"),
        ]


def a_value_is_read_or_is_none(draw: Noise) -> None:
    """Whatever stands where a date or a number should be, it is read as one or as None."""
    value: Any = (
        draw.value() if draw.odds(0.5) else draw.text(*noise.DATES, *noise.NUMBERS, "2026-01-02T03:04:05.6+01:00")
    )
    moment = _wire.to_datetime(value)
    assert moment is None or moment.utcoffset() is not None, value
    _wire.to_date(value)
    assert isinstance(_wire.from_numeric_string(value), float | None), value
    _wire.from_json_string(value)


def a_setting_is_usable_or_refused_by_name(draw: Noise) -> None:
    """URLs, headers, credentials and numbers are taken or end in ConfigurationError, which shows no credential."""
    secret = "pass-w0rd"
    url = draw.text("https://api.example.com/v2/", "http://[::1]:8787", f"https://user:{secret}@host", "http://h:99999")
    value: Any = draw.one_of((draw.value(), draw.text("Bearer x", "a")))
    number: Any = value
    checks: tuple[Callable[[], object], ...] = (
        lambda: urlsplit(options.checked_base_url(url)).port,
        lambda: options.checked_secret("token", value),
        lambda: options.checked_headers({"x-key": value}),
        lambda: options.checked_headers({draw.text("x-key"): "1"}),
        lambda: options.checked_rate(value),
        lambda: options.checked_share(value),
        lambda: options.CallOptions(max_response_bytes=number),
        lambda: options.RetryPolicy(base_delay=number),
        lambda: options.Timeouts(read=number),
    )
    try:
        draw.one_of(checks)()
    except ConfigurationError as error:
        assert secret not in str(error) or "@" not in url, url


def a_proxy_is_usable_or_refused(draw: Noise) -> None:
    """Whatever the environment says about proxies: one that can be used, none, or an error without the password."""
    secret = "pass-w0rd"
    set_to = {
        name: draw.text(
            f"http://user:{secret}@proxy:3128", "proxy", "socks5://proxy", "https://[::1]:1", "*", "a,.b,c:80"
        )
        .replace("\0", "")
        .encode("utf-8", "replace")
        .decode()
        for name in ("https_proxy", "all_proxy", "no_proxy")
        if draw.odds(0.7)
    }
    with patch.dict(os.environ, set_to):
        try:
            proxy = Proxies.from_environment().find("https", "api.example.com", 443)
        except ConfigurationError as error:
            assert secret not in f"{error} {error.__cause__} {error.__context__}", set_to
        else:
            assert "@" not in repr(proxy), set_to
            assert proxy is None or urlsplit(proxy.url).port, set_to


CLAIMS = (
    a_wait_is_none_or_a_finite_number_of_seconds,
    a_rate_limit_is_what_is_left_and_for_how_long,
    a_date_is_a_moment_or_none,
    a_link_is_found_or_not,
    a_next_link_leads_to_the_api_or_nowhere,
    an_error_says_something,
    an_answer_is_text_whatever_its_charset,
    a_body_arrives_whole_or_is_lost,
    a_secret_is_struck_out_however_it_is_written,
    an_id_stays_in_its_place,
    a_value_is_read_or_is_none,
    a_setting_is_usable_or_refused_by_name,
    a_proxy_is_usable_or_refused,
)
