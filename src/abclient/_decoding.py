"""Successful responses: decoded, or a DecodeError that says why not."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from typing import Any, TypeVar

from abclient_api._runtime import Request, Response, Undecodable, Unreadable

from . import _policy
from ._error_body import decode_error
from ._redact import Redactor
from .errors import Call, DecodeError

T = TypeVar("T")

_PREFIX_BYTES = 4096
"""Bytes of a streamed response that are kept: its first hundred identify a firewall's page."""

OpenSink = Callable[[], Callable[[bytes], object]]
"""Makes the consumer of one attempt's body, so that an attempt that broke off leaves nothing in the next one."""


Describe = Callable[[Request[Any, Any], Response], tuple[Redactor, Call]]
"""Tells what redacts an error about a response, and which call it is about."""


class BodyPrefix:
    """Makes sinks that keep a copy of the first bytes of an attempt's body.

    Attributes:
        kept: those of the last attempt.
    """

    __slots__ = ("_sink", "kept")

    def __init__(self, sink: OpenSink) -> None:
        self._sink = sink
        self.kept = bytearray()

    def __call__(self) -> Callable[[bytes], object]:
        take, kept = self._sink(), bytearray()
        self.kept = kept

        def keep(piece: bytes) -> None:
            kept.extend(piece[: max(0, _PREFIX_BYTES - len(kept))])
            take(piece)

        return keep


def check_not_blocked(
    describe: Describe, request: Request[Any, Any], response: Response, headers: Mapping[str, str]
) -> None:
    """Refuse a firewall's response in the vendor's place, by its headers, names in lower case.

    Raises:
        DecodeError: names the firewall, and says what can be done.
    """
    if message := _policy.blocked_by_firewall(headers):
        raise _error(describe, request, response, message, Undecodable("", "", message), response.content)


def decode(describe: Describe, request: Request[Any, Any], response: Response, parse: Callable[[Response], T]) -> T:
    """The response, decoded by ``parse``.

    Raises:
        DecodeError: it keeps the response.
    """
    try:
        return parse(response)
    except Undecodable as failure:
        message = f"the response does not have the documented shape: {failure}"
        error = _error(describe, request, response, message, failure, response.content)
    # Outside of the handler: inside it, Python would attach the failure again, which may show a credential.
    raise error


def item_error(describe: Describe, request: Request[Any, Any], response: Response, item: Unreadable) -> DecodeError:
    """Why one item of a list could not be read; the error keeps that item alone."""
    named = f"item {item.index + 1}" + (f" ({item.item!r})" if item.item is not None else "")
    try:
        row = json.dumps(item.row).encode()
    except RecursionError:
        row = b""
    error = _error(describe, request, response, f"{named} cannot be read: {item.failure}", item.failure, row)
    error.index = item.index
    error.item = describe(request, response)[0].value(item.item)
    return error


def error_for_all(failures: Sequence[DecodeError]) -> DecodeError | None:
    """One error for all items that could not be read; None if there are none."""
    if not failures:
        return None
    first = failures[0]
    many = f"{len(failures)} items of the list cannot be read, all others were given; the first: "
    error = copy(first)
    error.message = f"{many if len(failures) > 1 else ''}on page {first.page}, {first.message}"
    error.args, error.failures = (error.message,), tuple(failures)
    return error


def _error(
    describe: Describe,
    request: Request[Any, Any],
    response: Response,
    message: str,
    failure: Undecodable,
    body: bytes,
) -> DecodeError:
    redactor, about = describe(request, response)
    return decode_error(message, failure, body, response=response, redactor=redactor, about=about)
