"""The reader in C, built of its sources, and generated packages twice: read with it, and in Python."""

from __future__ import annotations

import importlib
import tempfile
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from build_speedups import GENERATED, imported_as, install

_NUMBERS = count()

_SINGLE = {
    "text": "type: string",
    "moment": "type: string, format: date-time",
    "day": "type: string, format: date",
    "bytes": "type: string, x-wire: base64",
    "seconds": "type: integer, x-wire: epoch-seconds",
    "json": "type: string, x-wire: json-string",
    "any": "description: Any JSON.",
    "object": "type: object",
    "thing": '$ref: "#/components/schemas/Thing"',
}
_WITHIN = {
    "one": "{%s}",
    "list": "{type: array, items: {%s}}",
    "map": "{type: object, additionalProperties: {%s}}",
    "list_of_list": "{type: array, items: {type: array, items: {%s}}}",
    "map_of_list": "{type: object, additionalProperties: {type: array, items: {%s}}}",
    "list_of_map": "{type: array, items: {type: object, additionalProperties: {%s}}}",
}


def _shape(name: str, required: bool, nullable: str = "") -> str:
    """A schema with a field for every shape, such as ``map_of_list_of_moment``."""
    fields = {
        f"{within}_of_{single}": form % (inner + (nullable if within == "one" and "$ref" not in inner else ""))
        for within, form in _WITHIN.items()
        for single, inner in _SINGLE.items()
    }
    lines = [f"    {name}:", "      type: object", "      description: All shapes."]
    lines += [f"      required: [{', '.join(fields)}]"] if required else []
    return "\n".join([*lines, "      properties:", *(f"        {key}: {form}" for key, form in fields.items())])


SHAPES = f"""\
openapi: 3.0.3
info: {{title: Shapes, version: "1", description: All shapes of fields.}}
servers: [{{url: "https://shapes.example.com"}}]
paths: {{}}
components:
  schemas:
    Thing:
      type: object
      description: A thing.
      properties:
        name: {{type: string}}
        inside: {{$ref: "#/components/schemas/Thing"}}
{_shape("Optional", False)}
{_shape("Required", True)}
{_shape("Nullable", True, ", nullable: true")}
"""
"""A spec of which each model has fields of every shape that the generator knows."""


_HERE = tempfile.TemporaryDirectory(prefix="abclient-speedups-")


@cache
def installed() -> Path:
    """Where the wheel is, for ``sys.path``: built once in a process.

    It is a fixture for a module: ``place = pytest.fixture(scope="module")(installed)``.
    """
    return install(Path(_HERE.name))


class Twice(NamedTuple):
    """A package of generated packages, imported under two names; classes of one are unknown to the other."""

    in_python: ModuleType
    in_c: ModuleType

    def kinds(self) -> Iterator[tuple[str, Any, Any]]:
        """Every model that is read: its generated package, and the class of both."""
        for path in sorted(Path(self.in_c.__path__[0]).glob("*/openapi.json")):
            vendor = path.parent.name
            slow, fast = (importlib.import_module(f"{one.__name__}.{vendor}.models") for one in self)
            for name in fast.__all__:
                kind = getattr(fast, name)
                if hasattr(kind, "_raw"):
                    yield vendor, getattr(slow, name), kind


@contextmanager
def twice(place: Path, directory: Path = GENERATED) -> Generator[Twice]:
    """A package of generated packages, with the reader in C that is installed in ``place``, and without."""
    number = next(_NUMBERS)
    with (
        imported_as(f"read_in_python_{number}", None, directory) as in_python,
        imported_as(f"read_in_c_{number}", place, directory) as in_c,
    ):
        yield Twice(in_python, in_c)


def outcome(kind: Any, data: Any) -> Any:
    """What a class makes of JSON: an object, or the exception."""
    try:
        return kind.from_dict(data)
    except Exception as error:
        return error


def difference(one: Any, other: Any, place: str = "") -> str | None:
    """Where two outcomes differ, of which each is of its own package; None if they are equal in all that can be seen.

    Single values, untouched containers and the JSON that is kept are the very same objects.
    """
    if one.__class__.__name__ != other.__class__.__name__:
        return f"{place}: {one!r} and {other!r}"
    if isinstance(one, Exception):
        return None if _told(one) == _told(other) else f"{place}: {_told(one)} and {_told(other)}"
    if hasattr(one, "FIELDS"):
        return _difference_of_models(one, other, place)
    if one is other:
        return None
    if one.__class__ is list:
        return _first(zip(one, other, strict=True), place) if len(one) == len(other) else f"{place}: another length"
    if one.__class__ is dict:
        pairs = ((one[key], other[key]) for key in one)
        return _first(pairs, place) if list(one) == list(other) else f"{place}: other keys"
    return None if repr(one) == repr(other) and one == other else f"{place}: {one!r} and {other!r}"


def _difference_of_models(one: Any, other: Any, place: str) -> str | None:
    if (one._raw is not other._raw and one._raw != {}) or one._raw != other._raw:
        return f"{place}: it keeps other JSON"
    if hasattr(other, "_owner"):
        return f"{place}: it has an owner"
    for attribute, key in one.FIELDS.items():
        mine, theirs, raw = getattr(one, attribute), getattr(other, attribute), one._raw.get(key)
        if (mine is raw) != (theirs is raw):
            return f"{place}.{attribute}: only one of them is the JSON itself"
        if found := difference(mine, theirs, f"{place}.{attribute}"):
            return found
    return None


def _first(pairs: Any, place: str) -> str | None:
    found = (difference(mine, theirs, f"{place}[{index}]") for index, (mine, theirs) in enumerate(pairs))
    return next((one for one in found if one), None)


def _told(error: BaseException | None) -> Any:
    """All that an exception says, and what it was raised from."""
    if error is None:
        return None
    culprit = id(getattr(error, "culprit", None))
    return type(error).__name__, error.args, culprit, _told(error.__cause__), _told(error.__context__)
