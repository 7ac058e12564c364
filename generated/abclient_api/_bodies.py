"""Request bodies that are made of keywords, and those beside JSON objects: forms with files, bytes, several types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from os import urandom
from typing import Any, TypeGuard, TypeVar
from urllib.parse import quote_plus

from attrs import NOTHING, field, fields_dict, frozen
from attrs import validators as valid

from ._models import UNSET, Body, dumps, encode

B = TypeVar("B", bound=Body)

_MEDIA_TYPE = re.compile(r"[!#$&^_.+\w-]+/[!#$&^_.+\w-]+( *; *[!-~ ]+)?", re.ASCII)
_ESCAPES = {ord('"'): "%22", ord("\r"): "%0D", ord("\n"): "%0A"}
"""How browsers write what would end a name, https://html.spec.whatwg.org/#multipart-form-data."""


@frozen
class File:
    """A file to upload.

    Attributes:
        name: what it is called there.
        content: all of it.
        media_type: what it holds, such as ``text/csv``.
    """

    name: str = field(validator=valid.and_(valid.instance_of(str), valid.min_len(1)))
    content: bytes = field(validator=valid.instance_of(bytes), repr=lambda content: f"<{len(content)} bytes>")
    media_type: str = field(default="application/octet-stream", validator=valid.matches_re(_MEDIA_TYPE))


def from_fields(kind: type[B], fields: Mapping[str, Any], *, creating: bool = False) -> B:
    """A body of what was given by keyword, as the TypedDicts of the models (``...Fields``) say.

    Args:
        kind: of the body.
        fields: by their Python names; what is UNSET counts as not given.
        creating: whether something is created with it.

    Raises:
        TypeError: a field is unknown, is missing, or is one value where several belong; the message names it.
    """
    given = {name: value for name, value in fields.items() if value is not UNSET}
    known = [name for name in kind.FIELDS if name not in kind.READ_ONLY]
    if unknown := sorted(given.keys() - set(known)):
        raise TypeError(f"{kind.__name__} has no field {', '.join(unknown)}; it has {', '.join(known)}")
    made, more = fields_dict(kind), kind.NEEDED_ON_CREATE if creating else ()
    if missing := [name for name in known if name not in given and (name in more or made[name].default is NOTHING)]:
        raise TypeError(f"{kind.__name__} needs {', '.join(missing)}")
    return kind(**{name: _fitted(kind.__annotations__[name], name, value) for name, value in given.items()})


def _fitted(annotation: str, name: str, value: Any) -> Any:
    """The value; several of whatever kind as the list that the field is."""
    if value is None or not annotation.startswith("list["):
        return value
    if not _is_several(value):
        raise TypeError(f"{name} must be a list, not {type(value).__name__}")
    return [*value]


def _is_several(value: object) -> TypeGuard[Iterable[Any]]:
    return isinstance(value, Iterable) and not isinstance(value, (str, bytes, Mapping))


def form(body: object) -> tuple[str, bytes]:
    """A body as ``multipart/form-data`` (RFC 7578): its content type, which holds the boundary, and its bytes.

    A list becomes several fields of one name. What JSON has no single value for goes as JSON.

    Raises:
        TypeError: it is another body, or holds what cannot be sent.
        ValueError: a datetime has no time zone.
    """
    if not isinstance(body, Body):
        raise TypeError(f"body must be the model of a form, not {type(body).__name__}")
    boundary = urandom(16).hex()
    parts = [part for name in body.FIELDS for part in _parts(body, name)]
    lines = b"".join(b"--%s\r\n%s\r\n" % (boundary.encode(), part) for part in parts)
    return f"multipart/form-data; boundary={boundary}", lines + b"--%s--\r\n" % boundary.encode()


def _parts(body: Body, attribute: str) -> list[bytes]:
    value = getattr(body, attribute)
    if value is body.ABSENT or value is None:
        return []
    encoder = body.WIRE.get(attribute, encode)
    key = body.FIELDS[attribute].translate(_ESCAPES)
    several: Any = value if value.__class__ in (list, tuple) else [value]
    return [_part(key, one if isinstance(one, File) else encoder(one)) for one in several]


def _part(key: str, value: Any) -> bytes:
    if isinstance(value, File):
        name = value.name.translate(_ESCAPES)
        more, content = f'; filename="{name}"\r\nContent-Type: {value.media_type}', value.content
    elif isinstance(value, str):
        more, content = "", value.encode()
    else:  # JSON writes numbers, true and false as everyone does
        more = "\r\nContent-Type: application/json" if isinstance(value, (dict, list)) else ""
        content = dumps(value)
    return f'Content-Disposition: form-data; name="{key}"{more}\r\n\r\n'.encode() + content


def url_form(body: object, *, indexed: bool = False) -> bytes:
    """A body as ``application/x-www-form-urlencoded`` (https://url.spec.whatwg.org/#application/x-www-form-urlencoded).

    The fields of objects are written as ``outer[inner]``. The values of a list repeat its name; those that are objects
    or lists, and all of them if they are ``indexed``, have their index in it: ``outer[0]``.

    Raises:
        TypeError: it is another body, or holds what cannot be sent.
        ValueError: a datetime has no time zone.
    """
    if not isinstance(body, Body):
        raise TypeError(f"body must be the model of a form, not {type(body).__name__}")
    pairs = _pairs("", body.to_dict(), indexed=indexed)
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs).encode()


def _pairs(name: str, value: Any, *, indexed: bool) -> Iterator[tuple[str, str]]:
    """The fields of a form that a value of JSON becomes; null is left out, as no form has it."""
    if _is_object(value):
        for key, inner in value.items():
            yield from _pairs(f"{name}[{key}]" if name else key, inner, indexed=indexed)
    elif _is_list(value):
        for place, inner in enumerate(value):
            index = f"[{place}]" if indexed or isinstance(inner, (dict, list)) else ""
            yield from _pairs(name + index, inner, indexed=indexed)
    elif value is not None:
        yield name, value if isinstance(value, str) else dumps(value).decode()


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)


def octets(body: object) -> bytes:
    """A body of bytes, as it is.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(body, bytes):
        raise TypeError(f"body must be of type bytes, not {type(body).__name__}")
    return body


def plain(body: object) -> bytes:
    """A body of text, as UTF-8.

    Raises:
        TypeError: it is something else.
    """
    if not isinstance(body, str):
        raise TypeError(f"body must be of type str, not {type(body).__name__}")
    return body.encode()


def body_type(body: Any, *kinds: tuple[type, str]) -> str:
    """The content type of the kind that a body is.

    Raises:
        TypeError: it is of none of them.
    """
    for kind, content_type in kinds:
        if isinstance(body, (list, tuple) if kind is list else kind):
            return content_type
    names = " or ".join(kind.__name__ for kind, _ in kinds)
    raise TypeError(f"body must be of type {names}, not {type(body).__name__}")
