"""What is sent to Optimizely: checked by name and type before it leaves, and cut down to what may be changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin

from abclient_api._models import Record
from abclient_api._runtime import Body, Model, Unset, WrittenId, from_fields

from ..errors import InvalidRequestError
from ._types import types_of
from ._wrong_use import check_several, check_words

B = TypeVar("B", bound=Body)

REPEATED = frozenset(
    {"event_type", "is_classic", "multivariate_traffic_policy", "platform", "project_id", "sdks", "type"}
)
"""Fields that the vendor's tutorial repeats in an update, although its schema of updates lacks them."""


class Changes(dict[str, Any]):
    """What was changed on a resource: attribute to new value."""


def body_of(kind: type[B], fields: Mapping[str, Any]) -> B:
    """The body, once it is certain that it has known fields of the right types only.

    Args:
        kind: the body that the operation takes.
        fields: by their Python names, or ``Changes``; what is in them may be mappings with the vendor's JSON names.

    Raises:
        TypeError: names the field that is unknown, missing or of another type, however deep inside it is.
        InvalidRequestError: ``Changes`` of what cannot be changed.
    """
    if isinstance(fields, Changes):
        return _changed(kind, fields)
    return cast("B", _record(kind, from_fields(kind, fields), kind.__name__))


def change_of(kind: type[B], fields: Mapping[str, Any]) -> B:
    """The body of an update, which changes something; otherwise as ``body_of``.

    Raises:
        ValueError: there is nothing to change.
    """
    body = body_of(kind, fields)
    if not body.to_dict():
        raise ValueError("nothing to change: give at least one field")
    return body


def bodies_of(kind: type[B], name: str, given: Iterable[object]) -> list[B]:
    """The bodies that are sent together: each a body, or a mapping with the vendor's JSON names.

    Raises:
        TypeError: it is one thing and not several; or a field is unknown, missing or of another type.
        ValueError: there are none.
    """
    check_several(name, given, f"{kind.__name__} or mappings", lambda item: isinstance(item, Record | Mapping))
    made = [cast("B", _record(kind, one, f"{name}[{index}]")) for index, one in enumerate(given)]
    if not made:
        raise ValueError(f"{name} must not be empty")
    return made


def _changed(kind: type[B], changes: Changes) -> B:
    able = [name for name in kind.FIELDS if name not in REPEATED]
    if fixed := sorted(changes.keys() - set(able)):
        raise InvalidRequestError(
            f"Optimizely does not let {', '.join(fixed)} be changed here, only {', '.join(able)}; nothing was sent"
        )
    hints = types_of(kind)
    # None was set by hand, to empty the field: that is for the vendor to allow or not.
    fitted = {
        name: None if value is None else _fit(hints[name], value, f"{kind.__name__}.{name}")
        for name, value in changes.items()
    }
    return kind(**fitted)


def _record(kind: type[Record], given: object, path: str) -> object:
    """A mapping or a body as a record of that kind, its values checked; what was read as JSON that can be written."""
    if isinstance(given, Model):
        return _writable(kind, given, path)
    hints = types_of(kind)
    if isinstance(given, Body) and type(given) is kind:
        held = {name: getattr(given, name) for name in kind.FIELDS}
        return kind(**{name: _fit(hints[name], value, f"{path}.{name}") for name, value in held.items()})
    document = _mapping(given.to_dict() if isinstance(given, Body) else given, path)
    names = {key: name for name, key in kind.FIELDS.items()}
    if unknown := sorted(map(str, document.keys() - names.keys())):
        raise TypeError(f"{path} has no field {', '.join(unknown)}; it has {', '.join(names)}")
    values = {names[key]: _fit(hints[names[key]], value, f"{path}.{key}") for key, value in document.items()}
    return kind(**values)


def _writable(kind: type[Record], part: Model, path: str) -> dict[str, Any]:
    """A part of a resource as JSON, without the read-only fields that only responses have.

    Fields that neither side knows are kept: what the vendor added yesterday must not be lost by sending a list back.
    """
    hints = types_of(kind)
    theirs = {key: name for name, key in part.FIELDS.items()}
    ours = {key: name for name, key in kind.FIELDS.items()}
    document: dict[str, Any] = {}
    for key, value in part.to_dict().items():
        if value is None:
            if key in ours and getattr(part, "_raw", {}).get(key) is not None:
                document[key] = None  # emptied by hand
            continue
        if key in theirs and key not in ours:
            continue
        if key in theirs and not _as_written(part, key, value):
            name = ours[key]
            fitted = _fit(hints[name], getattr(part, theirs[key]), f"{path}.{key}")
            document[key] = kind.WIRE[name](fitted) if name in kind.WIRE else fitted
        else:
            document[key] = value
    return document


def _as_written(part: Model, key: str, value: object) -> bool:
    """Whether it is a single value just as the vendor wrote it, whatever type the vendor's document gives it."""
    return isinstance(value, str | int | float) and getattr(part, "_raw", {}).get(key) == value


def _fit(hint: Any, value: Any, path: str) -> Any:
    """The value, if it is what the hint says; mappings become the records that the hint names."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _fit_one_of(arguments, value, path)
    if hint is Any:
        return value
    if origin is list:
        return [_fit(arguments[0], item, f"{path}[{index}]") for index, item in enumerate(_list(value, path))]
    if origin is dict:
        return {key: _fit(arguments[1], item, f"{path}[{key!r}]") for key, item in _mapping(value, path).items()}
    if origin is Literal and isinstance(value, str):
        check_words(path, value, hint)
    kind: Any = str if origin is Literal else hint
    if issubclass(kind, Record):
        return _record(kind, value, path)
    if kind is int and isinstance(value, WrittenId):
        return value
    if not isinstance(value, int | float if kind is float else kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{path} must be of type {kind.__name__}, not {type(value).__name__}")
    return value


def _fit_one_of(hints: tuple[Any, ...], value: Any, path: str) -> Any:
    if isinstance(value, Unset) or (value is None and NoneType in hints):
        return value
    # Apart from what stands for nothing, a union has one member, or a Literal and the str that it is.
    return _fit(next(hint for hint in hints if hint not in (Unset, NoneType)), value, path)


def _list(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"{path} must be a list, not {type(value).__name__}")
    return list(cast("list[Any]", value))


def _mapping(value: Any, path: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError(f"{path} must be a mapping, not {type(value).__name__}")
    return cast("Mapping[str, Any]", value)
