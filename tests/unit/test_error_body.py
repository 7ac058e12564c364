"""Error answers are read, whatever shape their bodies have."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from abclient import errors
from abclient._error_body import api_error, bare_location, body_text, decode_error, parse_error_body, request_id
from abclient._redact import Redactor
from abclient_api._runtime import Response, Undecodable

SECRET = "api-0123-s3cret-0123456789"


@pytest.mark.parametrize(
    ("status", "headers", "body", "expected"),
    [
        (404, {}, '{"code": "not_found", "message": "No such", "id": "a-1"}', ("No such", "not_found", "a-1")),
        (403, {}, '{"message": "This API is in beta."}', ("This API is in beta.", None, None)),
        (400, {}, '{"code": 400, "message": ["a", "b"], "uuid": "u"}', ("a; b", "400", "u")),
        (422, {}, '{"code": 422, "message": {"text": "No"}, "fields": ["a"]}', ("No", "422", None)),
        (422, {}, '{"code": 422, "message": {"message": "No"}}', ("No", "422", None)),
        (400, {}, '{"code": true, "message": "a", "id": {}, "requestId": 7}', ("a", None, "7")),
        (400, {}, '{"code": "", "errorCode": "E2", "message": "a"}', ("a", "E2", None)),
        (400, {}, '{"error": {"code": "E1", "message": "a", "request_id": "r"}}', ("a", "E1", "r")),
        (500, {"x-request-id": "r1"}, "", ("Internal Server Error", None, "r1")),
        (502, {}, "<html><h1>Bad gateway</h1></html>", ("Bad Gateway", None, None)),
        (502, {}, " \n\ufeff<html>Bad gateway</html> ", ("Bad Gateway", None, None)),
        (400, {}, "  plain \n words ", ("plain words", None, None)),
        (520, {}, "", ("an error without a message", None, None)),
        (400, {}, "[1, 2]", ("[1, 2]", None, None)),
        (400, {}, '{"nothing":\n  ["known"]}', ('{"nothing": ["known"]}', None, None)),
        (400, {}, '{"code": 7, "id": "r"}', ('{"code": 7, "id": "r"}', "7", "r")),
        (400, {}, " {}\n", ("Bad Request", None, None)),
        (400, {}, "[]", ("Bad Request", None, None)),
        (400, {}, "null", ("Bad Request", None, None)),
        (400, {}, '""', ("Bad Request", None, None)),
        (400, {}, '"words"', ("words", None, None)),
        (400, {}, "7", ("7", None, None)),
        (400, {}, "X<b>", ("X<b>", None, None)),
        (400, {}, '["a", "b"]', ('["a", "b"]', None, None)),
        (400, {}, '\ufeff{"message": "marked"}', ("marked", None, None)),
        (400, {}, "[" * 100_000, ("[" * 100_000, None, None)),
    ],
)
def test_an_error_answer_is_read_whatever_its_body(
    status: int, headers: dict[str, str], body: str, expected: tuple[str, str | None, str | None]
) -> None:
    """Message, code and request id come from the vendor's JSON where there is any, else from the status."""
    assert tuple(parse_error_body(status, headers, body, ("id", "uuid"))) == expected


@pytest.mark.parametrize(
    ("body", "keys", "expected"),
    [
        ({"id": "a"}, ("id",), "a"),
        ({"id": "a"}, (), None),
        ({"uuid": "b", "id": "a"}, ("uuid",), "b"),
        ({"uuid": "b", "request_id": "c"}, ("uuid",), "b"),
        ({"request_id": "c", "requestId": "d"}, (), "c"),
        ({"error": {"id": "a"}}, ("id",), "a"),
    ],
)
def test_a_vendors_own_key_of_the_request_id_comes_first(
    body: dict[str, Any], keys: tuple[str, ...], expected: str | None
) -> None:
    """An ``id`` is the request's only where the vendor says so."""
    assert parse_error_body(400, {}, json.dumps(body), keys).request_id == expected


MESSAGES: list[tuple[Any, str]] = [
    ({"error": "wrong"}, "wrong"),
    ({"message": "", "error": "wrong"}, "wrong"),
    ({"message": "said", "error": "wrong"}, "said"),
    ({"Message": "of AWS"}, "of AWS"),
    ({"errorMessage": "camel"}, "camel"),
    ({"error_message": "snake"}, "snake"),
    ({"msg": "short"}, "short"),
    ({"err": "shorter"}, "shorter"),
    ({"messages": ["a", "b"]}, "a; b"),
    ({"title": "No", "invalid_params": [{"name": "age", "reason": "over 0"}]}, "No; age: over 0"),
    ({"fault": {"faultstring": "of Apigee"}}, "of Apigee"),
    ({"title": "Key exists"}, "Key exists"),
    ({"status": 400, "title": "Key exists", "detail": "Another has it", "type": "x"}, "Key exists; Another has it"),
    ({"title": "Same", "detail": "Same"}, "Same"),
    ({"title": "No", "errors": [{"detail": "over 0", "pointer": "#/age"}]}, "No; #/age: over 0"),
    ({"title": "No", "invalid-params": [{"name": "age", "reason": "over 0"}]}, "No; age: over 0"),
    ({"detail": "Not authenticated"}, "Not authenticated"),
    (
        {"detail": [{"loc": ["body", "name"], "msg": "field required"}, {"loc": ["query", 1], "msg": "odd"}]},
        "body.name: field required; query.1: odd",
    ),
    ({"error": {"message": "boom", "details": ["a", "b"]}}, "boom; a; b"),
    ({"error": "invalid_token", "error_description": "It expired"}, "invalid_token; It expired"),
    ({"message": "no", "description": "since"}, "no; since"),
    ({"message": "no", "reason": "since"}, "no; since"),
    ({"message": "no", "details": "taken"}, "no; taken"),
    ({"message": "no", "details": {"name": ["taken", "short"]}}, "no; name: taken; name: short"),
    ({"message": "no", "details": {"message": "inner"}}, "no; inner"),
    ({"errors": ["a", "b", "a"]}, "a; b"),
    ({"errors": [{"message": "x", "field": "name"}, {"message": "y", "loc": []}]}, "name: x; y"),
    ({"errors": [{"detail": "bad", "source": {"pointer": "/data/x"}}]}, "/data/x: bad"),
    ({"errors": [{"field": 5, "message": "x"}, {"field": "", "name": "n", "message": "y"}]}, "x; n: y"),
    ([{"message": "in a list"}], "in a list"),
    ({"message": "two\nlines"}, "two lines"),
    ({"errors": [{"field": "f" * 200, "msg": "odd"}]}, f"{'f' * 200}: odd"),
    ({"errors": [{"field": "f" * 201, "msg": "odd"}]}, "odd"),
    ({"details": {"f" * 200: "odd", "g" * 201: "even"}}, f"{'f' * 200}: odd; even"),
    ({"errors": {"name": [{"min": ["too short"]}]}}, '{"errors": {"name": [{"min": ["too short"]}]}}'),
    ({"message": [[[[["deep"]]]]]}, "deep"),
    ({"message": [[[[[["deep"]]]]]]}, '{"message": [[[[[["deep"]]]]]]}'),
    ({"message": [[[[{"message": "deep"}]]]]}, "deep"),
    ({"message": [[[[[{"message": "deep"}]]]]]}, '{"message": [[[[[{"message": "deep"}]]]]]}'),
    ({"detail": [[[[["deep"]]]]]}, "deep"),
    ({"detail": [[[[[["deep"]]]]]]}, '{"detail": [[[[[["deep"]]]]]]}'),
    ({"name": "x", "message": "no"}, "no"),
    ({"message": None, "error": {}, "detail": 5}, '{"message": null, "error": {}, "detail": 5}'),
]


@pytest.mark.parametrize(("body", "message"), MESSAGES)
def test_the_message_is_all_that_the_vendor_says(body: Any, message: str) -> None:
    """Whatever it is called and however it is nested, each thing once; a field's errors name the field."""
    assert parse_error_body(400, {}, json.dumps(body)).message == message


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    ("location", "named"),
    [
        ("https://app.eu.example.com/api/v2/x?token=t", "to https://app.eu.example.com;"),
        ("https://u:p@h.example:8443/x", "to https://h.example:8443;"),
        ("HTTPS://EU.Example.COM/x", "to HTTPS://EU.Example.COM;"),
        ("http://[::1]:80/", "to http://[::1]:80;"),
        ("//cdn.example#x", "to //cdn.example;"),
        ("/login", "elsewhere;"),
        ("https://h\u202e.example/", "elsewhere;"),
        ("https://h.example<b>/", "elsewhere;"),
        ("", "elsewhere;"),
    ],
)
def test_a_redirect_says_where_it_leads(status: int, location: str, named: str) -> None:
    """The host, and neither credentials nor path nor query; whatever its body says."""
    message = parse_error_body(status, {"location": location}, '{"message": "Moved"}').message
    own = "" if named == "elsewhere;" else " (base_url says where requests go, if your account is there)"
    kept = "redirects are not followed, because credentials stay on the API's host"
    assert message == f"the vendor redirects {named} {kept}{own}"


@pytest.mark.parametrize(
    ("status", "headers", "redirects"),
    [
        (299, {"location": "https://a.example"}, False),
        (300, {}, False),
        (301, {}, True),
        (300, {"location": "https://a.example"}, True),
        (304, {}, False),
        (304, {"location": "https://a.example"}, False),
        (305, {"location": "https://a.example"}, False),
        (309, {"location": "https://a.example"}, False),
        (400, {"location": "https://a.example"}, False),
    ],
)
def test_what_leads_nowhere_is_no_redirect(status: int, headers: dict[str, str], redirects: bool) -> None:
    """Not modified, several choices without an address, and other statuses are explained as what they are."""
    assert ("redirects" in parse_error_body(status, headers, "").message) is redirects


@pytest.mark.parametrize(
    ("location", "bare"),
    [
        ("https://u:p@h.example:1/a?b#c", "https://h.example:1/a"),
        ("//u@h.example/a", "//h.example/a"),
        ("//u:p@x@h.example/a", "//h.example/a"),
        ("/a?b", "/a"),
        ("https://[::1", ""),
    ],
)
def test_a_location_is_kept_bare(location: str, bare: str) -> None:
    """Without user, password, query and fragment."""
    assert bare_location(location) == bare


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"x-request-id": "a", "request-id": "b"}, "a"),
        ({"request-id": "b"}, "b"),
        ({"x-request-id": "", "x-correlation-id": "c"}, "c"),
        ({"x-amzn-requestid": "d"}, "d"),
        ({"date": "e"}, None),
    ],
)
def test_the_request_id_is_found_by_its_names(headers: dict[str, str], found: str | None) -> None:
    """The first of the usual ones that is not empty."""
    assert request_id(headers) == found


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_body_is_read_in_every_unicode_encoding(encoding: str) -> None:
    """With and without byte order mark."""
    text, cut = body_text('{"message": "né"}'.encode(encoding))
    assert (parse_error_body(400, {}, text).message, cut) == ("né", False)


def test_an_api_error_keeps_what_was_said_and_no_secret() -> None:
    """In message, code, id, headers' names and values, and body, each bounded after secrets were struck out."""
    said = {"message": "m" * 490 + SECRET, "code": SECRET, "id": "i" * 300, "more": "x" * 11_000}
    headers = {"x-" + SECRET: "1", "x-echo": SECRET, "set-cookie": "a=b", "location": "https://a:b@h/p?q=1"}
    error = api_error(409, headers, json.dumps(said).encode(), Redactor([SECRET]), ("id",))
    assert type(error) is errors.ConflictError
    assert (error.message, error.code, error.request_id) == ("m" * 490 + "***", "***", "i" * 200)
    assert error.headers == {"x-***": "1", "x-echo": "***", "location": "https://h/p"}
    assert len(error.body) == 10_000


def test_a_compressed_body_is_read_for_what_is_in_it() -> None:
    """gzip that no header told of; zstandard, which cannot be read here, is no text."""
    redactor = Redactor([SECRET])
    error = api_error(400, {}, gzip.compress(json.dumps({"message": f"no {SECRET}"}).encode()), redactor)
    assert (error.message, error.body) == ("no ***", '{"message": "no ***"}')
    assert api_error(400, {}, b"\x28\xb5\x2f\xfd\x04\x00", redactor).body == ""


@pytest.mark.parametrize("before", range(30))
def test_a_long_body_is_cut_after_secrets_are_struck_out(before: int) -> None:
    """Wherever the cut falls, no beginning of a secret is left."""
    body = b"x" * before + f"{SECRET} ".encode() * 2000
    assert len(body) > 50_000
    error = api_error(400, {}, body, Redactor([SECRET]))
    assert "api" not in error.body + error.message
    assert error.body.startswith("x" * before + "*** ***")


@pytest.mark.parametrize(
    "body",
    [
        {"errors": [{"field": "x" * 20_000, "details": [str(number) for number in range(2600)]}]},
        {"details": {"x" * 20_000: [str(number) for number in range(2600)]}},
    ],
)
def test_a_long_place_is_not_repeated_for_every_problem(body: Any) -> None:
    """What is said of a body of 40 kB is no longer than that."""
    text = json.dumps(body, separators=(",", ":"))
    assert len(parse_error_body(400, {}, text).message) < len(text)


def test_a_decode_error_keeps_no_secret() -> None:
    """Neither in its text and field nor in body and id; nor in what caused it, which then goes."""
    response = Response(200, (("x-request-id", SECRET),), json.dumps([SECRET]).encode())
    failure = Undecodable("Thing", f"flags['{SECRET}']", "missing")
    error = decode_error(
        f"no: {failure}", failure, response.content, response=response, redactor=Redactor([SECRET]), about={}
    )
    assert (error.message, error.field, error.request_id) == ("no: Thing.flags['***']: missing", "flags['***']", "***")
    assert (error.body, error.__cause__) == (b'["***"]', None)
    harmless = Undecodable("Thing", "name", "missing")
    kept = decode_error("no", harmless, b"x" * 1_000_001, response=response, redactor=Redactor(), about={})
    assert (kept.__cause__, len(kept.body)) == (harmless, 1_000_000)


@pytest.mark.parametrize(("after", "kept"), [(0, SECRET[:6]), (1, "***"), (9_000, "***")])
def test_a_body_that_is_kept_in_part_ends_with_no_part_of_a_secret(after: int, kept: str) -> None:
    """Of a million bytes; what is as long is whole, and what stands at its end is no beginning of anything."""
    content = b"x" * (1_000_000 - 6) + SECRET[:6].encode() + b"y" * after
    error = decode_error(
        "no",
        Undecodable("Thing", "name", "missing"),
        content,
        response=Response(200, (), b""),
        redactor=Redactor([SECRET]),
        about={},
    )
    assert error.body == b"x" * (1_000_000 - 6) + kept.encode()


def test_a_body_is_cut_at_forty_kilobytes() -> None:
    """What is as long is whole; bytes that are no text are replaced."""
    assert body_text(b"x" * 40_000) == ("x" * 40_000, False)
    assert body_text(b"x" * 40_001) == ("x" * 40_000, True)
    assert body_text(b"ab\xffcd") == ("ab\ufffdcd", False)


def test_a_message_that_was_cut_ends_with_no_part_of_a_secret() -> None:
    """Nor does what is left of a text that was mostly blanks."""
    body = f"no{' ' * (40_000 - 8)}{SECRET}".encode()
    error = api_error(400, {}, body, Redactor([SECRET]))
    assert (error.message, error.body) == ("no ***", "no" + " " * 9_998)


@pytest.mark.parametrize(
    ("headers", "wait"),
    [({}, None), ({"retry-after": "5"}, 5.0), ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 3600.0)],
)
def test_an_api_error_knows_its_status_and_its_wait(headers: dict[str, str], wait: float | None) -> None:
    """Where the body says nothing; no longer than an hour."""
    error = api_error(404, headers, b"", Redactor())
    assert (error.message, error.retry_after) == ("Not Found", wait)
