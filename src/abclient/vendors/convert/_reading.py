"""Responses as Convert writes them: an object alone or within ``data``, an id or the object in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from abclient_api._runtime import Model, Request, Response, WrittenId, answered, dumps, read

from ..._session import Session
from .._convert_signing import RequestSigner
from .._wrong_use import check_several

M = TypeVar("M", bound=Model)


def can_query(session: Session) -> bool:
    """Whether URLs may have a query: how the vendor signs one is not documented."""
    return not isinstance(session.account.authorize, RequestSigner)


def bare(document: Any) -> Any:
    """An object without the ``data`` around it: most are documented bare, and some callers found both."""
    if document.__class__ is dict and document.keys() <= {"data", "extra"}:
        inner = document.get("data")
        return inner if inner.__class__ is dict else document
    return document


def unwrapped(response: Response) -> Response:
    """A response with the bare object as its content."""
    try:
        document = response.json()
    except (ValueError, RecursionError):
        return response  # what is wrong with it is said where it is read
    inner = bare(document)
    if inner is document:
        return response
    return Response(response.status, response.headers, dumps(inner), response.loads)


async def fetched(session: Session, request: Request[Any, Any], model: type[M]) -> M:
    """The model in the response to a request, bare or within ``data``."""
    response = await session.send_raw(request)
    return session.decode(
        request, response, lambda found: read(found, model.__name__, lambda data: answered(model, bare(data)))
    )


def id_of(item: Any, *kinds: type[Model]) -> Any:
    """The id of an object, of a mapping with an ``id``, or of what is an id itself.

    Args:
        item: one of these.
        *kinds: the models that it may be; any by default.

    Raises:
        TypeError: it has no id, or is of another kind.
    """
    if kinds and isinstance(item, Model) and not isinstance(item, kinds):
        raise TypeError(f"an id or an object of type {kinds[0].__name__}, not a {type(item).__name__}")
    if isinstance(item, dict):
        found = cast("dict[str, Any]", item).get("id")
    else:
        found = item if isinstance(item, int | WrittenId) and not isinstance(item, bool) else getattr(item, "id", None)
    if found is None:
        raise TypeError(f"an id or an object with an id, not {item!r}")
    return found


def read_id(item: Any) -> Any:
    """The id in a response, alone or of an object: text as the vendor wrote it. Raises as ``id_of``."""
    return id_of(WrittenId(item) if item.__class__ is str else item)


def ids_of(items: Iterable[Any], *kinds: type[Model]) -> list[Any]:
    """The ids of several. Raises as ``id_of``, and TypeError for a single one."""
    check_several("ids", items, "ids or objects")
    return [id_of(item, *kinds) for item in items]


def whole_id(written: str) -> int | WrittenId:
    """An id that came as digits; as it was written where that is not how the number is written, such as ``0011``."""
    return int(written) if len(written) <= _MOST_DIGITS and str(int(written)) == written else WrittenId(written)


_MOST_DIGITS = 19  # of 64 bits
