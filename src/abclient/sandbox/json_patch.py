"""JSON patches (RFC 6902) on documents, all steps or none."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from .shapes import is_list, is_map
from .vendor import RefusedError

_OPERATIONS = ("add", "remove", "replace", "move", "copy", "test")
_MISSING = object()


def patched(document: Any, steps: object, *, add_replaces: bool = True) -> Any:
    """What the document becomes; it stays as it is.

    Args:
        document: what is patched.
        steps: the patch.
        add_replaces: whether ``add`` replaces a member that exists, as the RFC has it.

    Raises:
        RefusedError: with 400 for what is not a patch, or leads where nothing is; with 409 for a ``test`` that fails.
    """
    if not is_list(steps):
        raise RefusedError(400, "The body must be a list of JSON patch operations")
    made = deepcopy(document)
    for index, step in enumerate(steps):
        where = f"operation {index}"
        if not add_replaces and is_map(step) and step.get("op") == "add":
            _check_new(made, parts_of(step.get("path"), f"{where}: path"), where)
        made = _apply(made, step, where)
    return made


def _check_new(document: Any, path: list[str], where: str) -> None:
    parent: Any = _at(document, path[:-1], where)
    if not path or (is_map(parent) and path[-1] in parent):
        raise RefusedError(400, f"{where}: there is {'/'.join(path)!r} already")


def _apply(document: Any, step: object, where: str) -> Any:
    fields = step if is_map(step) else {}
    operation = fields.get("op")
    if operation not in _OPERATIONS:
        raise RefusedError(400, f"{where}: op must be one of {', '.join(_OPERATIONS)}")
    path = parts_of(fields.get("path"), f"{where}: path")
    if operation in ("add", "replace", "test") and "value" not in fields:
        raise RefusedError(400, f"{where}: {operation} needs a value")
    if operation in ("move", "copy"):
        source = parts_of(fields.get("from"), f"{where}: from")
        value = deepcopy(_at(document, source, where))
        if operation == "move":
            if path[: len(source)] == source and path != source:
                raise RefusedError(400, f"{where}: nothing can be moved into itself")
            document = _without(document, source, where)
        return _with(document, path, value, where)
    if operation == "test":
        if not _same(_at(document, path, where), fields["value"]):
            raise RefusedError(409, f"{where}: the value at {fields['path']} is another one")
        return document
    if operation == "remove":
        return _without(document, path, where)
    if operation == "replace":
        _at(document, path, where)
        return _replaced(document, path, deepcopy(fields["value"]), where)
    return _with(document, path, deepcopy(fields["value"]), where)


def parts_of(path: object, where: str) -> list[str]:
    """The parts of a JSON pointer (RFC 6901)."""
    if not isinstance(path, str) or (path and not path.startswith("/")):
        raise RefusedError(400, f"{where} must be a JSON pointer")
    return [part.replace("~1", "/").replace("~0", "~") for part in path.split("/")[1:]]


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _at(document: Any, path: list[str], where: str) -> Any:
    for part in path:
        document = _inside(document, part, where)
    return document


def _inside(document: Any, part: str, where: str) -> Any:
    if is_map(document):
        found = document.get(part, _MISSING)
    elif is_list(document):
        found = document[_index(part, len(document) - 1, where)]
    else:
        found = _MISSING
    if found is _MISSING:
        raise RefusedError(400, f"{where}: there is no {part!r}")
    return found


def _index(part: str, last: int, where: str) -> int:
    if not (part.isascii() and part.isdecimal() and len(part) < 10 and part == str(int(part)) and int(part) <= last):
        raise RefusedError(400, f"{where}: there is no place {part!r} in the list")
    return int(part)


def _with(document: Any, path: list[str], value: Any, where: str) -> Any:
    if not path:
        return value
    parent: Any = _at(document, path[:-1], where)
    last = path[-1]
    if is_list(parent):
        parent.insert(len(parent) if last == "-" else _index(last, len(parent), where), value)
    elif is_map(parent):
        parent[last] = value
    else:
        raise RefusedError(400, f"{where}: there is no {last!r}")
    return document


def _replaced(document: Any, path: list[str], value: Any, where: str) -> Any:
    if not path:
        return value
    parent: Any = _at(document, path[:-1], where)
    if is_list(parent):
        parent[_index(path[-1], len(parent) - 1, where)] = value
    else:
        parent[path[-1]] = value
    return document


def _without(document: Any, path: list[str], where: str) -> Any:
    if not path:
        raise RefusedError(400, f"{where}: the whole document cannot be removed")
    _at(document, path, where)
    parent: Any = _at(document, path[:-1], where)
    if is_list(parent):
        del parent[_index(path[-1], len(parent) - 1, where)]
    else:
        del parent[path[-1]]
    return document
