"""What a vendor is to the sandbox: its operations, its errors, its credentials and its world."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

from starlette.datastructures import Headers, QueryParams
from starlette.requests import Request
from starlette.responses import Response

from .limits import HeaderStyle
from .world import World

TOKEN = "sandbox-token"  # noqa: S105 (not a secret: the documented credential of a local server)

_FIELD = re.compile(r"\{(\w+)\}")
ENCODED_SLASH = "\udc2f"
"""Stands for ``%2F`` inside of a segment of a path while operations are looked up; no decoded path holds it."""


def account_with(credential: str | None, accounts: int, first: str = TOKEN) -> int:
    """The number of the account that a credential belongs to; 0 if it belongs to none.

    The first account has the documented credential, the second one the same with ``-2`` behind it, and so on.
    """
    if credential == first:
        return 1
    number = (credential or "").removeprefix(f"{first}-")
    known = number.isascii() and number.isdecimal() and len(number) < 10 and 2 <= int(number) <= accounts
    return int(number) if known and credential == f"{first}-{int(number)}" else 0


class RefusedError(Exception):
    """Ends a handler with the vendor's error response.

    Attributes:
        status: the HTTP status.
        message: what is wrong, in the words the caller will read.
    """

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status: int = status
        self.message: str = message


@dataclass(frozen=True)
class Call:
    """One request, as a handler sees it.

    Attributes:
        request: the request itself, for its URL and whatever else is not below.
        path: the values of the operation's path parameters.
        body: the raw bytes of the body; empty when there is none.
    """

    request: Request
    path: Mapping[str, str]
    body: bytes

    @property
    def headers(self) -> Headers:
        """The request's headers."""
        return self.request.headers

    @property
    def query(self) -> QueryParams:
        """The request's query parameters."""
        return self.request.query_params

    def json(self) -> Any:
        """The body as JSON.

        Raises:
            RefusedError: with 400, when it is not JSON or cannot be stored as UTF-8.
        """
        try:
            document = json.loads(self.body, parse_constant=_no_constant)
            if b"\\ud" in self.body.lower():  # a lone surrogate is legal JSON that no database and no UTF-8 can hold
                json.dumps(document, ensure_ascii=False).encode()
        except (ValueError, RecursionError):
            raise RefusedError(400, "The request body is not valid JSON") from None
        return document


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


Handler = Callable[[World, Call], Response]


@dataclass(frozen=True)
class Operation:
    """One operation of a vendor's API.

    Attributes:
        id: the vendor's own name of it.
        method: the HTTP method, in capitals.
        path: the whole path at the vendor, with parameters in braces: ``/v2/projects/{project_id}``.
        handle: the function that handles it.
    """

    id: str
    method: str
    path: str
    handle: Handler

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Matches the paths of this operation; a parameter is one segment and never empty."""
        pieces = _FIELD.split(self.path)
        literals = [re.escape(piece) for piece in pieces[::2]]
        fields = [f"(?P<{name}>[^/]+)" for name in pieces[1::2]]
        return re.compile("".join(part for pair in zip(literals, [*fields, ""], strict=True) for part in pair))


@dataclass(frozen=True)
class Vendor:
    """Everything the sandbox needs to know of one vendor.

    Attributes:
        name: the vendor's module name, such as ``"launchdarkly"``; its paths are below ``/<name>/``.
        base: the part of the operations' paths that belongs to a client's ``base_url``.
        credentials: the keywords of its client that are credentials, and their values for the first account; those of
            the second have ``-2`` behind them, and so on.
        places: the account, or the project and environment, for vendors whose experiments are all in one and that need
            to be told.
        alias: the prefix of this vendor's paths that are also served without the mount; empty for none.
        operations: all of them; the first with a matching path and method handles a request.
        authenticate: checks credential and protocol headers of a request, and takes the number of accounts; gives the
            number of the account, or raises :class:`RefusedError`.
        error: the vendor's error response for a status and a message.
        limit_headers: the headers in which this vendor tells of its rate limit.
        seed_world: puts a number of experiments into a world; every decision comes from the generator it is given.
        listing: what the world holds, for ``GET /_sandbox/world``.
        method_header: a header in which a POST may name the method that is meant; empty if there is none.
        limited: what this vendor limits: one or several of :data:`abclient.sandbox.limits.SCOPES`.
        visit: adds visitors to a running experiment, named as in the listing; None where the sandbox cannot.
        documents_limit: whether the vendor's documentation has a limit, to which its clients keep unless they are told
            another one.
        merges_slashes: whether several slashes in a path count as one.
    """

    name: str
    base: str
    operations: Sequence[Operation]
    authenticate: Callable[[Request, int], int]
    error: Callable[[int, str], Response]
    limit_headers: HeaderStyle
    seed_world: Callable[[World, Random, int], None]
    listing: Callable[[World], dict[str, Any]]
    credentials: Mapping[str, str] = field(default_factory=lambda: {"token": TOKEN})
    places: Mapping[str, str] = field(default_factory=dict[str, str])
    alias: str = ""
    method_header: str = ""
    limited: Collection[str] = ("account",)
    visit: Callable[[World, str, int], None] | None = None
    documents_limit: bool = False
    merges_slashes: bool = False

    def method_of(self, request: Request) -> str:
        """The method that is meant, which may be another than the one that was sent."""
        if self.method_header and request.method == "POST":
            return request.headers.get(self.method_header, "POST").upper()
        return request.method

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """The operation for a method and a path, with its path parameters.

        Raises:
            RefusedError: with 404 for a path that no operation has, with 405 for a method that its operations lack.
        """
        known = False
        path = re.sub("/{2,}", "/", path) if self.merges_slashes else path
        for operation in self.operations:
            if found := operation.pattern.fullmatch(path):
                if operation.method == method:
                    values = found.groupdict()
                    return operation, {name: value.replace(ENCODED_SLASH, "/") for name, value in values.items()}
                known = True
        if known:
            raise RefusedError(405, "Method not allowed")
        raise RefusedError(404, "Unknown path")


def json_response(document: Any, status: int = 200) -> Response:
    """A response with a JSON body."""
    return Response(json_bytes(document), status, media_type="application/json")


def json_bytes(document: Any) -> bytes:
    """Compact JSON, the way the vendors send it."""
    return json.dumps(document, separators=(",", ":")).encode()
