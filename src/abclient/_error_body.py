"""Makes errors of responses: message, code and request id of an error response, in any shape.

Credentials are redacted from each whole text before it is cut, which could leave half of one at its end.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, TypeGuard
from urllib.parse import urlsplit

from abclient_api._runtime import Response, Undecodable

from ._rate_limit_headers import capped_wait, parse_retry_after
from ._redact import Redactor, inflated
from .errors import (
    APIError,
    BadRequestError,
    Call,
    ConflictError,
    DecodeError,
    ForbiddenError,
    GoneError,
    MethodNotAllowedError,
    NotFoundError,
    ServerError,
    ServiceUnavailableError,
    TooManyRequestsError,
    UnauthorizedError,
    UnprocessableEntityError,
)

LONGEST_ID = 200
"""Characters."""

LONGEST_MESSAGE = 500
"""Characters."""

_LONGEST_BODY, _LONGEST_CONTENT = 10_000, 1_000_000
_READ = 40_000
"""Bytes of an error's body that are parsed; the rest of a longer one adds nothing."""


class ErrorBody(NamedTuple):
    """What an error response says about itself."""

    message: str
    code: str | None
    request_id: str | None


def api_error(
    status: int, headers: dict[str, str], body: bytes, redactor: Redactor, id_keys: tuple[str, ...] = ()
) -> APIError:
    """The error for a response with an error status; headers have names in lower case.

    ``id_keys`` are the vendor's ``request_id_keys``.
    """
    text, cut = body_text(inflated(body) or b"")
    kept = {redactor.text(name): redactor.text(value) for name, value in headers.items() if name != "set-cookie"}
    if "location" in kept:
        kept["location"] = bare_location(kept["location"])
    said = parse_error_body(status, headers, text, id_keys)
    return class_for_status(status)(
        redactor.text(said.message, cut=cut)[:LONGEST_MESSAGE],
        status=status,
        code=None if said.code is None else redactor.text(said.code)[:LONGEST_ID],
        request_id=None if said.request_id is None else redactor.text(said.request_id)[:LONGEST_ID],
        retry_after=capped_wait(parse_retry_after(headers, time.time())),
        headers=kept,
        body=redactor.text(text, cut=cut)[:_LONGEST_BODY],
    )


def decode_error(
    message: str, failure: Undecodable, content: bytes, *, response: Response, redactor: Redactor, about: Call
) -> DecodeError:
    """The error for a successful response, or for the part of one in ``content``, that cannot be decoded.

    Its ``__cause__`` is set, unless that would show a credential.
    """
    identified = request_id(dict(response.headers))
    error = DecodeError(
        redactor.text(message)[:LONGEST_MESSAGE],
        model=failure.model,
        field=redactor.text(failure.field),
        request_id=redactor.text(identified)[:LONGEST_ID] if identified else None,
        body=redactor.content(content[:_LONGEST_CONTENT], cut=len(content) > _LONGEST_CONTENT),
        **about,
    )
    redactor.cut_causes(failure)
    if not redactor.error_contains_secret(failure):
        error.__cause__ = failure
    return error


def body_text(content: bytes) -> tuple[str, bool]:
    """The body as text, in whatever Unicode encoding it is, and whether it was cut."""
    kept = content[:_READ]
    return kept.decode(json.detect_encoding(kept), "replace"), len(content) > _READ


def parse_error_body(status: int, headers: Mapping[str, str], text: str, id_keys: tuple[str, ...] = ()) -> ErrorBody:
    """Message, vendor's code and request id of an error response with any body.

    Vendors and gateways send ``{"code", "message"}`` with an ``id`` or ``uuid``, problem details (RFC 9457:
    ``title``, ``detail``, ``errors``), FastAPI's ``detail`` with ``loc`` and ``msg``, an ``error`` that is a text or an
    object, other JSON and plain text, which are shown as they are, nothing, or a page of HTML.
    """
    document = _document(text)
    body: dict[str, Any] = document if _is_object(document) else {}
    location = headers.get("location", "")
    if status in _REDIRECTS or (status == HTTPStatus.MULTIPLE_CHOICES and location):
        message = _redirected(location)
    else:
        message = _message(document) or _shown(text)
    return ErrorBody(
        message or _phrase(status),
        _first(body, _CODE_KEYS),
        _first(body, (*id_keys, *_REQUEST_ID_KEYS)) or request_id(headers),
    )


def request_id(headers: Mapping[str, str]) -> str | None:
    """The id that the vendor's support asks for, where a response's headers have one."""
    for name in _REQUEST_ID_HEADERS:
        if found := headers.get(name):
            return found
    return None


def bare_location(location: str) -> str:
    """The target of a redirect, without the credentials and queries that such links hold."""
    try:
        parts = urlsplit(location)
    except ValueError:
        return ""
    host = parts.netloc.rpartition("@")[2]
    start = f"{parts.scheme}://{host}" if parts.scheme and host else f"//{host}" if host else ""
    return f"{start}{parts.path}"


_CODE_KEYS = ("code", "errorCode", "error_code", "Code")
_REQUEST_ID_KEYS = ("request_id", "requestId")
_REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid")

_HEADLINES = (
    *("message", "Message", "messages", "error", "title", "errorMessage", "error_message", "msg", "err"),
    *("fault", "faultstring", "text"),
)
_DETAILS = (
    *("error_description", "description", "reason", "detail", "details", "errors", "invalid-params"),
    "invalid_params",
)
_PLACES = ("loc", "pointer", "field", "path", "name", "param", "property")
_DEEPEST = 6
_LONGEST_PLACE = 200
"""Characters; a longer place does not name a field, and repeated for thousands of problems would take seconds."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})


def _document(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool) and value != ""


def _is_markup(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("<")


def _shown(text: str) -> str:
    """A text of unknown shape on one line; "" for pages, and for JSON without content."""
    words = " ".join(text.split())
    return "" if _is_markup(text) or words in _SAYING_NOTHING else words


_SAYING_NOTHING = ("{}", "[]", "null", '""')


def _levels(body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield body
    if _is_object(inner := body.get("error")):
        yield inner


def _first(body: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """The first plain value that the body, or an object inside, has under one of the keys."""
    return next((str(one[key]) for one in _levels(body) for key in keys if _is_plain(one.get(key))), None)


def _message(document: object) -> str:
    """All words of a document, without repetitions."""
    if _is_list(document) and not any(map(_is_object, document)):
        return ""  # a list of words is shown as it is
    said = dict.fromkeys(" ".join(one.split()) for one in _words(document, 0))
    return "; ".join(filter(None, said))


def _words(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str) and value.strip():
        yield value
    elif _is_list(value) and depth < _DEEPEST:
        for one in value:
            yield from _words(one, depth + 1)
    elif _is_object(value) and depth < _DEEPEST:
        yield from _words_of_object(value, depth)


def _words_of_object(value: dict[str, Any], depth: int) -> Iterator[str]:
    place = _place(value) if depth else ""
    headlines = (found for key in _HEADLINES if (found := list(_words(value.get(key), depth + 1))))
    found = [*next(headlines, ())]
    for key in _DETAILS:
        found += _words_by_field(value.get(key), depth + 1)
    yield from (_at(place, one) for one in found)


def _words_by_field(value: object, depth: int) -> Iterator[str]:
    """As ``_words``; an object of unknown keys has problems by field."""
    known = {*_HEADLINES, *_DETAILS}
    if _is_object(value) and not known & value.keys():
        for field, problems in value.items():
            yield from (_at(field, one) for one in _words(problems, depth))
    else:
        yield from _words(value, depth)


def _at(place: str, problem: str) -> str:
    return f"{place}: {problem}" if 0 < len(place) <= _LONGEST_PLACE else problem


def _place(value: dict[str, Any]) -> str:
    """The field that an entry of a list of errors is about."""
    for key in _PLACES:
        found = value.get(key)
        if _is_list(found) and found:
            return ".".join(map(str, found))
        if isinstance(found, str) and found:
            return found
    source = value.get("source")
    return _place(source) if _is_object(source) else ""


def _redirected(location: str) -> str:
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*:)?//([^/?#]*@)?([A-Za-z0-9.:\[\]_-]+)(?=[/?#]|$)", location)
    to = f"to {found.group(1) or '//'}{'//' if found.group(1) else ''}{found.group(3)}" if found else "elsewhere"
    own = " (base_url says where requests go, if your account is there)" if found else ""
    return f"the vendor redirects {to}; redirects are not followed, because credentials stay on the API's host{own}"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "an error without a message"


_BY_STATUS: dict[int, type[APIError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    405: MethodNotAllowedError,
    409: ConflictError,
    410: GoneError,
    422: UnprocessableEntityError,
    429: TooManyRequestsError,
    503: ServiceUnavailableError,
}


def class_for_status(status: int) -> type[APIError]:
    """The class raised for a response with this status."""
    return _BY_STATUS.get(status) or (ServerError if 500 <= status <= 599 else APIError)
