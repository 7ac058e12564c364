"""The log of requests and their responses, in order and without credentials."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

from starlette.requests import Request

MAX_ENTRIES = 10_000
"""Older entries are dropped; a bulk test of a whole world fits."""
MAX_BODY_BYTES = 64 * 1024
"""The longest body that is kept; no documented body of a vendor comes near it."""

_CREDENTIALS = frozenset({"authorization", "proxy-authorization", "token", "cookie", "convert-application-id"})


@dataclass
class Entry:
    """One request.

    Attributes:
        number: its place among all requests, from 1.
        time: when it arrived, in seconds since 1970.
        method: the HTTP method, as it was sent.
        path: the path, as it was sent.
        query: the query, as it was sent, without the question mark.
        headers: the headers by name in lower case; values of credentials are ``***``.
        body: the body as text; None where it was not read, is longer than 64 KiB, or is not UTF-8.
        vendor: the vendor whose path it is; empty if there is none.
        operation: the vendor's name of the operation; empty if it came to none.
        account: the number of the account, from 1; 0 if the credential was not accepted, or not looked at.
        fault: the kind of the fault that was played; empty if none was.
        status: the status of the response; None if there is none, or not yet.
    """

    number: int
    time: float
    method: str
    path: str
    query: str
    headers: dict[str, str] = field(default_factory=dict[str, str])
    body: str | None = None
    vendor: str = ""
    operation: str = ""
    account: int = 0
    fault: str = ""
    status: int | None = None

    def keep_body(self, body: bytes) -> None:
        """Keep the body, if it can be shown."""
        if len(body) <= MAX_BODY_BYTES:
            try:
                self.body = body.decode()
            except UnicodeDecodeError:
                self.body = None


class Journal:
    """The last requests, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=MAX_ENTRIES)
        self._count = 0

    def open(self, request: Request, path: str) -> Entry:
        """Begin the entry of a request that has arrived."""
        self._count += 1
        headers = {name: "***" if name in _CREDENTIALS else value for name, value in request.headers.items()}
        entry = Entry(self._count, time.time(), request.method, path, request.url.query, headers)
        self._entries.append(entry)
        return entry

    def clear(self) -> None:
        """Forget all requests, and count from 1 again."""
        self._entries.clear()
        self._count = 0

    def as_json(self) -> list[dict[str, Any]]:
        """All entries that are kept."""
        return [asdict(entry) for entry in self._entries]
