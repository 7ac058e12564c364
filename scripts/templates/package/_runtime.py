"""What all generated packages share: requests, answers, and (from its neighbours) models and UNSET.

Nothing here does I/O. Generated operations describe a :class:`Request`; what sends it gets a :class:`Response` for it
and hands that to ``request.parse``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from ._answers import (
    Unreadable,
    answered,
    check_binary,
    check_empty,
    check_table,
    each_item,
    every_item,
    free_object,
    is_page,
    of_its_kind,
    of_their_kinds,
    recognise,
)
from ._arguments import WrittenId, header_lines, number, query_string, segment
from ._bodies import File, from_fields
from ._models import UNSET, Body, Model, Undecodable, Unset, dumps, encode, items

__all__ = [
    "UNSET",
    "Body",
    "File",
    "Model",
    "Request",
    "Response",
    "Undecodable",
    "Unreadable",
    "Unset",
    "WrittenId",
    "answered",
    "dumps",
    "each_item",
    "encode",
    "every_item",
    "from_fields",
    "header_lines",
    "number",
    "query_string",
    "read",
    "read_binary",
    "read_each",
    "read_empty",
    "read_kind",
    "read_kinds",
    "read_list",
    "read_object",
    "read_one",
    "read_table",
    "recognise",
    "segment",
]

M = TypeVar("M", bound=Model)
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
M_contra = TypeVar("M_contra", contravariant=True)

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
        item: the model of the list's items, if the answer is the list.
        page: the model of the answer, if it holds a list beside other fields.
        reads: whether it is harmless to send again although its method may be one that changes things.
    """

    __slots__ = (
        "body",
        "headers",
        "item",
        "items",
        "method",
        "operation",
        "page",
        "parse",
        "path",
        "path_template",
        "query",
        "reads",
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
    item: type[Model] | None
    page: type[Model] | None
    reads: bool

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
        item: type[Model] | None = None,
        page: type[Model] | None = None,
        reads: bool = False,
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
        self.item = item
        self.page = page
        self.reads = reads

    @property
    def package(self) -> str:
        """The generated package that has the operation; empty for a request that was made by hand."""
        top, _, rest = getattr(self.parse, "__module__", "").partition(".")
        name, _, inside = rest.partition(".")
        return name if top == __package__ and inside.startswith("api.") else ""

    def __repr__(self) -> str:
        return f"<Request {self.operation}: {self.method} {self.path}>"


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
    content_type = response.header("content-type") or ""
    if is_page(response.content, content_type):
        reason = "a page, not JSON"
    # Raised outside of the handler, because the exception handled there holds the whole body.
    raise Undecodable(name, "", f"{reason}; content-type {content_type or None}")


def read_one(response: Response, model: type[M]) -> M:
    """Make the JSON of an answer a model.

    Raises:
        Undecodable: the body is no JSON, an error object, or has nothing that the model knows.
    """
    return read(response, model.__name__, lambda data: answered(model, data))


def read_list(response: Response, model: type[M]) -> list[M]:
    """Make the JSON of an answer a list of models.

    Raises:
        Undecodable: the body is no JSON and no list, or one of its items cannot be read.
    """
    return read(response, f"list[{model.__name__}]", lambda data: every_item(model, items(data)))


def read_each(response: Response, model: type[M]) -> list[M | Unreadable]:
    """Make the JSON of an answer a list of models, with what is wrong with an item in its place.

    Raises:
        Undecodable: the body is no JSON, or no list.
    """
    return read(response, f"list[{model.__name__}]", lambda data: each_item(model, items(data)))


def read_kind(response: Response, name: str, tag: str, models: Mapping[Any, type[Model]]) -> Any:
    """Make the JSON of an answer the model of its kind, which stands in one of its fields.

    Checkers of types do not find a union of models in a mapping of them, so what calls this says which it is.

    Args:
        response: the answer.
        name: what objects of all kinds together are called.
        tag: the field's JSON name.
        models: by the field's value, a text or a whole number. An object of another kind stays the dict that it is.

    Raises:
        Undecodable: the body is no JSON, an error object, says no kind, or has nothing that its model knows.
    """
    return read(response, name, lambda data: of_its_kind(name, tag, models, data))


def read_kinds(response: Response, name: str, tag: str, models: Mapping[Any, type[Model]]) -> Any:
    """Make the JSON of an answer a list of the models of their kinds; the arguments are those of ``read_kind``.

    Raises:
        Undecodable: the body is no JSON and no list, or one of its items cannot be read.
    """
    return read(response, f"list[{name}]", lambda data: of_their_kinds(name, tag, models, items(data)))


def read_object(response: Response) -> dict[str, Any]:
    """The JSON object of an answer, as it is.

    Raises:
        Undecodable: the body is no JSON and no object, or an error object.
    """
    return read(response, "object", free_object)


def read_table(response: Response) -> str:
    """The CSV of an answer, as it is.

    Raises:
        Undecodable: it is empty or something else, whatever it says it is.
    """
    check_table(response.content, response.header("content-type") or "")
    return response.text


def read_binary(response: Response) -> bytes:
    """The bytes of an answer, as they are.

    Raises:
        Undecodable: there are none, or a page or an error in their place.
    """
    check_binary(response.content, response.header("content-type") or "")
    return response.content


def read_empty(response: Response) -> None:
    """The answer of an operation that documents none.

    Raises:
        Undecodable: there is a page, or an error.
    """
    check_empty(response.content, response.header("content-type") or "")
