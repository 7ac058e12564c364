"""Pages of LaunchDarkly's lists, by limit and offset, and changes by JSON patch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any, cast
from urllib.parse import urlencode

from starlette.responses import Response

from ..fields import Fields
from ..vendor import Call, RefusedError, json_response
from ..world import Document
from .experiments import whole
from .views import link

_SEMANTIC = "domain-model=launchdarkly.semanticpatch"


def page(
    call: Call,
    path: str,
    items: Sequence[Any],
    *,
    show: Callable[[Any], Any] = lambda item: item,
    limit: int = 20,
    most: int | None = None,
    total: str = "totalCount",
) -> Response:
    """One page of a list.

    Args:
        call: the request.
        path: of the list, for links.
        items: all of them.
        show: how one is shown.
        limit: how many a page has by default.
        most: how many at most; None for any number.
        total: the name of the number of all.
    """
    size = whole(call.query, "limit", limit, least=1)
    offset = whole(call.query, "offset", 0, least=0)
    if most is not None and size > most:
        raise RefusedError(400, f"limit must be {most} or less")
    kept = {name: value for name, value in call.query.items() if name not in ("limit", "offset")}

    def there(start: int) -> dict[str, str]:
        return link(f"{path}?{urlencode({**kept, 'limit': size, 'offset': start})}")

    links = {"self": there(offset)}
    if offset:
        links |= {"first": there(0), "prev": there(max(0, offset - size))}
    if offset + size < len(items):
        links |= {"next": there(offset + size), "last": there((len(items) - 1) // size * size)}
    shown = [show(item) for item in items[offset : offset + size]]
    return json_response({"items": shown, total: len(items), "_links": links})


def found(document: Document | None, what: str, key: str) -> Document:
    """A document, or 404."""
    if document is None:
        raise RefusedError(404, f"Unknown {what} key: {key}")
    return document


def listed(call: Call, what: str) -> list[Any]:
    """A body that is a list."""
    body: Any = call.json()
    if body.__class__ is not list:
        raise RefusedError(400, f"The body must be a list of {what}")
    items: list[Any] = body
    return items


def is_semantic(call: Call) -> bool:
    """Whether a body is a semantic patch, by its content type."""
    return _SEMANTIC in call.headers.get("content-type", "").replace(" ", "").lower().split(";")


def patched(document: Document, operations: object) -> Document:
    """A document after the operations of a JSON patch; all of them or none."""
    if isinstance(operations, dict):  # with a comment
        operations = Fields(cast("object", operations)).value("patch")
    if not isinstance(operations, list) or not operations:
        raise RefusedError(400, "The body must be a list of the operations of a JSON patch")
    changed = deepcopy(document)
    for place, operation in enumerate(cast("list[object]", operations)):
        _carry_out(changed, Fields(operation, f"[{place}]"))
    return changed


def _carry_out(whole: Document, operation: Fields) -> None:
    kind, path = operation.text("op"), operation.text("path")
    if not path.startswith("/"):
        raise RefusedError(400, f"{operation.name('path')} must start with a slash")
    document: Any = whole
    *parents, last = [part.replace("~1", "/").replace("~0", "~") for part in path[1:].split("/")]
    try:
        for part in parents:
            document = document[int(part) if document.__class__ is list else part]
        _change(document, last, kind, operation)
    except (KeyError, IndexError, ValueError, TypeError):
        raise RefusedError(422, f"{operation.name('path')} leads nowhere: {path}") from None


def _change(document: Any, last: str, kind: str, operation: Fields) -> None:
    value = operation.value("value")
    if document.__class__ is list:
        items: list[Any] = document
        place = len(items) if last == "-" else int(last)
        if kind == "add":
            items.insert(place, value)
        elif kind == "remove":
            del items[place]
        elif kind == "replace":
            items[place] = value
        else:
            raise RefusedError(400, f"{operation.name('op')} is not a known operation: {kind}")
    elif kind in ("add", "replace"):
        document[last] = value
    elif kind == "remove":
        del document[last]
    elif kind == "test":
        if document[last] != value:
            raise RefusedError(409, f"{operation.name('path')} has another value")
    else:
        raise RefusedError(400, f"{operation.name('op')} is not a known operation: {kind}")
