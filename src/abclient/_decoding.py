"""Answers with a status of success: what they hold, or a DecodeError that says why they are none."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from abclient_api._runtime import Request, Response, Undecodable, Unreadable

from . import _policy
from ._error_body import decode_error
from ._redact import Redactor
from .errors import Call, DecodeError

T = TypeVar("T")

_BEGINNING = 4096
"""Bytes of a streamed answer that are kept: a page of a firewall shows itself in the first hundred."""

OpenSink = Callable[[], Callable[[bytes], object]]
"""Makes, for one attempt, what takes its body: an attempt that broke off must not leave its half in the next one."""


class Teller(Protocol):
    """Who knows what an error may say: a session."""

    def redactor(self, response: Response | None = None) -> Redactor:
        """What strikes the credentials out."""
        ...

    def about(self, request: Request[Any, Any]) -> Call:
        """Which call it is."""
        ...


class Beginning:
    """Makes sinks that keep a copy of what an attempt's body begins with.

    Attributes:
        kept: of the last attempt.
    """

    __slots__ = ("_sink", "kept")

    def __init__(self, sink: OpenSink) -> None:
        self._sink = sink
        self.kept = bytearray()

    def __call__(self) -> Callable[[bytes], object]:
        take, kept = self._sink(), bytearray()
        self.kept = kept

        def keep(piece: bytes) -> None:
            kept.extend(piece[: max(0, _BEGINNING - len(kept))])
            take(piece)

        return keep


def check_sender(teller: Teller, request: Request[Any, Any], response: Response, headers: Mapping[str, str]) -> None:
    """Refuse what a firewall has answered in the vendor's place, by its headers, names in lower case.

    Raises:
        DecodeError: says whose it is, and what can be done.
    """
    if told := _policy.blocked_by_firewall(headers):
        raise _error(teller, request, response, told, Undecodable("", "", told), response.content)


def decoded(teller: Teller, request: Request[Any, Any], response: Response, parse: Callable[[Response], T]) -> T:
    """What ``parse`` makes of the answer.

    Raises:
        DecodeError: it keeps the answer.
    """
    try:
        return parse(response)
    except Undecodable as failure:
        told = f"the answer does not have the documented shape: {failure}"
        error = _error(teller, request, response, told, failure, response.content)
    # Outside of the handler, where Python would add the failure once more, though it may show a credential.
    raise error


def item_error(teller: Teller, request: Request[Any, Any], response: Response, item: Unreadable) -> DecodeError:
    """Why one item of a list could not be read; the error keeps that item alone."""
    named = f"item {item.index + 1}" + (f" ({item.item!r})" if item.item is not None else "")
    try:
        row = json.dumps(item.row).encode()
    except RecursionError:
        row = b""
    error = _error(teller, request, response, f"{named} cannot be read: {item.failure}", item.failure, row)
    error.index = item.index
    error.item = teller.redactor(response).value(item.item)
    return error


def error_for_all(failures: Sequence[DecodeError]) -> DecodeError | None:
    """One error for all items that could not be read; None if there are none."""
    if not failures:
        return None
    first = failures[0]
    many = f"{len(failures)} items of the list cannot be read, all others were given; the first: "
    error = DecodeError(
        f"{many if len(failures) > 1 else ''}on page {first.page}, {first.message}",
        model=first.model,
        field=first.field,
        request_id=first.request_id,
        body=first.body,
        vendor=first.vendor,
        client=first.client,
        operation=first.operation,
        method=first.method,
        host=first.host,
        path=first.path,
        call_id=first.call_id,
    )
    error.item, error.index, error.page, error.failures = first.item, first.index, first.page, tuple(failures)
    return error


def _error(
    teller: Teller, request: Request[Any, Any], response: Response, told: str, failure: Undecodable, body: bytes
) -> DecodeError:
    redactor, about = teller.redactor(response), teller.about(request)
    return decode_error(told, failure, body, response=response, redactor=redactor, about=about)
