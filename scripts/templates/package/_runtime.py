"""What all generated packages share: requests, answers, and (from its neighbours) models and UNSET.

Nothing here does I/O. Generated operations describe a :class:`Request`; something that can send (:class:`Sender`) gets
a :class:`Response` for it and hands that to ``request.parse``.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeAlias, TypeVar
from urllib.parse import quote

from ._models import UNSET, Body, Model, Undecodable, Unset, dumps, encode
from ._wire import moment_text

__all__ = [
    "UNSET",
    "Body",
    "Model",
    "Request",
    "Response",
    "Scalar",
    "Sender",
    "Undecodable",
    "Unset",
    "WrittenId",
    "dumps",
    "encode",
    "header_lines",
    "number",
    "query_string",
    "read",
    "segment",
]

# Most keys and ids need no encoding, and seeing that is five times faster than encoding.
_UNRESERVED = re.compile(r"[A-Za-z0-9_.~-]+").fullmatch

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
M_contra = TypeVar("M_contra", contravariant=True)

Scalar: TypeAlias = str | int | float | bool | datetime.datetime | datetime.date
"""What a query or a header can hold."""


_UNREAD = object()


class Response:
    """A complete, successful answer.

    Attributes:
        status: the HTTP status.
        headers: names in lower case, in the order received.
        content: the body, decompressed.
        loads: reads JSON from bytes; ``orjson.loads`` fits.
    """

    __slots__ = ("_document", "content", "headers", "loads", "status")

    status: int
    headers: tuple[tuple[str, str], ...]
    content: bytes
    loads: Callable[[bytes], Any]

    def __init__(
        self,
        status: int,
        headers: tuple[tuple[str, str], ...],
        content: bytes,
        loads: Callable[[bytes], Any] = json.loads,
    ) -> None:
        self.status = status
        self.headers = headers
        self.content = content
        self.loads = loads
        self._document: Any = _UNREAD

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.content)} bytes>"

    def header(self, name: str) -> str | None:
        """The first header of this name, in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)

    def json(self) -> Any:
        """The body as JSON, read once: all who ask share one object. Raises whatever ``loads`` raises."""
        if self._document is _UNREAD:
            self._document = self.loads(self.content)
        return self._document

    @property
    def text(self) -> str:
        """The body as UTF-8 without byte order mark; bytes that are not UTF-8 are replaced, so no answer is lost."""
        return self.content.decode("utf-8-sig", "replace")


class Request(Generic[T_co, M_contra]):
    """One call, described and not sent. ``T_co`` is what it answers, ``M_contra`` the model of its resources.

    Immutable by convention.

    Attributes:
        operation: the operationId in the spec.
        method: in capitals.
        path_template: the path as in the spec, with ``{names}``.
        path: percent-encoded, starts with a slash, relative to the API's base URL.
        query: percent-encoded, without question mark; empty if there is none.
        headers: lower-case names; no authorization.
        body: the bytes to send, if any.
        parse: makes a successful answer the result; raises :class:`Undecodable`.
        items: where the answer keeps its list: ``""`` if it is the list, a JSON key, or None if it holds none.
        success: the documented 2xx statuses.
    """

    __slots__ = (
        "body",
        "headers",
        "items",
        "method",
        "operation",
        "parse",
        "path",
        "path_template",
        "query",
        "success",
    )

    operation: str
    method: str
    path_template: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    body: bytes | None
    parse: Callable[[Response], T_co]
    items: str | None
    success: tuple[int, ...]

    def __init__(
        self,
        *,
        operation: str,
        method: str,
        path_template: str,
        path: str,
        parse: Callable[[Response], T_co],
        query: str = "",
        headers: tuple[tuple[str, str], ...] = (),
        body: bytes | None = None,
        items: str | None = None,
        success: tuple[int, ...] = (200,),
    ) -> None:
        self.operation = operation
        self.method = method
        self.path_template = path_template
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.parse = parse
        self.items = items
        self.success = success

    def __repr__(self) -> str:
        return f"<Request {self.operation}: {self.method} {self.path}>"


class Sender(Protocol):
    """Whatever can send a request and wait for its result."""

    async def send(self, request: Request[T, Any]) -> T:
        """Send it, and parse the answer."""
        ...


def segment(name: str, value: str) -> str:
    """A text parameter as one segment of a path: no slash, dot or question mark in it can change the path.

    Raises:
        TypeError: it is no str.
        ValueError: it is empty, or ``.`` or ``..``, which a server or a proxy would resolve.
    """
    _expect(name, value, str)
    if not value:
        raise ValueError(f"{name} must not be empty")
    if value in {".", ".."}:
        raise ValueError(f"{name} must not be {value!r}")
    return _quoted(name, value)


class WrittenId(str):
    """An id that an answer has as text where the spec has an integer: ``0011`` is not 11, and ``a0b1-22`` no number.

    It goes out as it was written. Text that callers write is no such id, and is refused.
    """

    __slots__ = ()


def number(name: str, value: int | WrittenId) -> str:
    """An integer parameter as one segment of a path; an id that the vendor wrote as text, as it was written.

    Raises:
        TypeError: it is no int, or a bool.
        ValueError: it is negative.
    """
    if isinstance(value, WrittenId):
        return segment(name, value)
    _expect(name, value, int)
    if value < 0:
        raise ValueError(f"{name} must not be negative")
    return str(int(value))


def _expect(name: str, value: object, kind: type[str] | type[int]) -> None:
    # Callers need not be typed, and f-strings take anything.
    if not isinstance(value, kind) or isinstance(value, bool):
        raise TypeError(f"{name} must be of type {kind.__name__}, not {type(value).__name__}")


def query_string(*pairs: tuple[str, Scalar | Sequence[Scalar] | None]) -> str:
    """A query, percent-encoded; None is left out, a sequence repeats its name."""
    encoded: list[str] = []
    for name, given in pairs:
        if given is None:
            continue
        values = (given,) if isinstance(given, (str, int, float, datetime.date)) else given
        key = _quoted(name, name)
        encoded += [f"{key}={_quoted(name, _text(name, value))}" for value in values]
    return "&".join(encoded)


def header_lines(*pairs: tuple[str, Scalar | None]) -> tuple[tuple[str, str], ...]:
    """Header parameters as text; None is left out."""
    return tuple((name, _text(name, value)) for name, value in pairs if value is not None)


def _text(name: str, value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime.datetime):
        try:
            return moment_text(value)
        except ValueError as exc:
            raise ValueError(f"{name}: {exc}") from None
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return str(value)
    raise TypeError(f"{name} cannot be of type {type(value).__name__}")


def _quoted(name: str, text: str) -> str:
    if _UNRESERVED(text):
        return text
    try:
        return quote(text, safe="")
    except UnicodeEncodeError:
        raise ValueError(f"{name} is not valid Unicode text") from None


def read(response: Response, name: str, decode: Callable[[Any], T]) -> T:
    """Make the JSON of an answer a ``name``, by ``decode``.

    Raises:
        Undecodable: the body is no JSON, or not the JSON that was expected.
    """
    data = _loaded(response, name)
    try:
        return decode(data)
    except Undecodable as exc:
        # A model has already said everything; a list or map of models has yet to say which one it is.
        error = exc if exc.model == name else exc.within(name, "", data, None)
    except RecursionError:
        error = Undecodable(name, "", "nested too deeply")
    error.culprit = None
    raise error


def _loaded(response: Response, name: str) -> Any:
    if not response.content:
        raise Undecodable(name, "", "the body is empty")
    try:
        return response.json()
    except json.JSONDecodeError as exc:
        reason = f"not JSON: {exc.msg} at character {exc.pos}"
    except (ValueError, RecursionError) as exc:
        reason = f"not JSON ({type(exc).__name__})"
    # Raised outside of the handler, because the exception handled there holds the whole body.
    raise Undecodable(name, "", f"{reason}; content-type {response.header('content-type')}")
