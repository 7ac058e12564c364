"""The types that the fields of generated records have."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from types import ModuleType, NoneType, SimpleNamespace, UnionType
from typing import Any, Literal, TypeGuard, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields_dict

from abclient_api._models import Record
from abclient_api._runtime import Unset


def types_of(kind: type[Record]) -> dict[str, Any]:
    """The type of each field, by attribute."""
    if kind not in _RESOLVED:
        # Of the fields alone: what their base classes declare for themselves cannot all be resolved.
        fields = SimpleNamespace(__annotations__={name: kind.__annotations__[name] for name in kind.FIELDS})
        module = sys.modules[kind.__module__]
        package = sys.modules[kind.__module__.rpartition(".")[0]]
        _RESOLVED[kind] = get_type_hints(fields, vars(module), _Names(package))
    return _RESOLVED[kind]


class _Names(dict[str, Any]):
    """The names of a package of models: the modules in it import the alternatives of unions for type checkers only."""

    def __init__(self, package: ModuleType) -> None:
        super().__init__()
        self._package = package

    def __missing__(self, name: str) -> Any:
        try:
            return getattr(self._package, name)
        except AttributeError:
            raise KeyError(name) from None


def records_in(hint: Any, value: object, place: str = "") -> Iterator[tuple[type[Record], str, object]]:
    """What stands for a record in a value of that type: the record, its place in the value, and what stands there."""
    arguments = get_args(hint)
    if _is_record(hint):
        yield hint, place, value
    elif get_origin(hint) is list:
        if isinstance(value, list | tuple):
            for index, one in enumerate(cast("Sequence[object]", value)):
                yield from records_in(arguments[0], one, f"{place}[{index}]")
    elif get_origin(hint) is dict:
        if isinstance(value, Mapping):
            for key, one in cast("Mapping[object, object]", value).items():
                yield from records_in(arguments[1], one, f"{place}[{key!r}]")
    else:
        # Which one of several a mapping is meant to be cannot be told here.
        several = sum(map(_is_record, arguments)) > 1
        for inner in arguments:
            if not several or not _is_record(inner) or isinstance(value, inner):
                yield from records_in(inner, value, place)


def objects_of(kind: type[Record]) -> list[str]:
    """The fields that are one object each."""
    return [name for name, hint in types_of(kind).items() if any(map(_is_record, _alternatives(hint)))]


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)


def _is_record(hint: Any) -> TypeGuard[type[Record]]:
    return isinstance(hint, type) and not get_args(hint) and issubclass(hint, Record)


def literal_in(hint: Any) -> Any:
    """The texts that the vendor's document lists for a field, or for the items of one, as a ``Literal``; or None."""
    if get_origin(hint) is Literal:
        return hint if all(isinstance(word, str) for word in get_args(hint)) else None
    if get_origin(hint) in (Union, UnionType, list):
        return next((found for inner in get_args(hint) if (found := literal_in(inner)) is not None), None)
    return None


def single_values(hint: Any) -> tuple[tuple[type[Any], ...], bool]:
    """What a field holds if it is text, a number, a switch or a time: the types, and whether it is a list of them.

    No types where it may be an object, too.
    """
    kinds: list[type[Any]] = []
    several = False
    for one in _alternatives(hint):
        if one in (Unset, NoneType):
            continue
        if get_origin(one) is list:
            several, inner = True, get_args(one)[0]
            kinds += single_values(inner)[0] or (object,)
        else:
            kinds.append(str if get_origin(one) is Literal else one)
    single = all(kind in _SINGLE for kind in kinds)
    return (tuple(kinds), several) if single else ((), several)


def needs_value(kind: type[Record], name: str) -> bool:
    """Whether a field has to be given, and cannot be null."""
    return fields_dict(cast("Any", kind))[name].default is NOTHING and NoneType not in _alternatives(
        types_of(kind)[name]
    )


_SINGLE = frozenset({str, int, float, bool, date, datetime})
_RESOLVED: dict[type[Record], dict[str, Any]] = {}
