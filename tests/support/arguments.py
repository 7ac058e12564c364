"""Arguments for the generated functions, made from their annotations."""

from __future__ import annotations

import datetime
import inspect
import pkgutil
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from importlib import import_module
from types import ModuleType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from abclient_api._runtime import UNSET, Body, File, Model, Request

_SCALARS: dict[Any, Any] = {
    int: 7,
    float: 0.5,
    bool: True,
    bytes: b"content",
    File: File("name", b"content"),
    datetime.datetime: datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC),
    datetime.date: datetime.date(2026, 1, 2),
    Any: {"any": [1, "text", None]},
}


@cache
def operations(vendor: str) -> dict[str, ModuleType]:
    """The generated module of every operation of a vendor, by its name."""
    api = import_module(f"abclient_api.{vendor}.api")
    groups = [import_module(f"{api.__name__}.{info.name}") for info in pkgutil.iter_modules(api.__path__)]
    return {name: getattr(group, name) for group in groups for name in group.__all__}


def models(vendor: str) -> dict[str, type[Any]]:
    """The generated models of a vendor by name, those that are read and those that are sent."""
    return _exported(f"abclient_api.{vendor}.models")


@cache
def _exported(package: str) -> dict[str, type[Any]]:
    module = import_module(package)
    return {name: getattr(module, name) for name in module.__all__}


def requests(vendor: str, module: ModuleType, text: str = "key-7") -> Iterator[Request[Any, Any]]:
    """The operation's request with the required arguments alone, and with all of them; every string is ``text``."""
    function: Callable[..., Request[Any, Any]] = module.request
    for whole in (False, True):
        yield function(**arguments(vendor, module, text, whole=whole))


def arguments(vendor: str, module: ModuleType, text: str = "key-7", *, whole: bool = False) -> dict[str, Any]:
    """The required arguments of the operation, or all of them."""
    hints = _hints(module.request, vendor)
    parameters = inspect.signature(module.request).parameters.values()
    return {p.name: value_of(hints[p.name], whole, text) for p in parameters if whole or p.default is p.empty}


@cache
def _hints(subject: Hashable, vendor: str | None = None) -> dict[str, Any]:
    return get_type_hints(subject, localns=models(vendor) if vendor else None)


def value_of(hint: Any, whole: bool, text: str, depth: int = 0) -> Any:
    """A value that fits the annotation; with ``whole``, one with all optional fields."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        chosen = next(one for one in inner if one is not type(None) and one is not type(UNSET))
        return value_of(chosen, whole, text, depth)
    if origin is Literal:
        return inner[0]
    if hint is str or hint in _SCALARS:
        return text if hint is str else _SCALARS[hint]
    if isinstance(hint, type) and issubclass(hint, Body | Model):
        return _record(hint, whole and depth < 6, text, depth)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"key": value_of(inner[1], whole, text, depth + 1)}
    return [value_of(inner[0], whole, text, depth + 1)]


def _record(kind: type[Body | Model], whole: bool, text: str, depth: int) -> Any:
    # Modules of models import the alternatives of unions for type checkers only.
    hints = get_type_hints(kind, localns=_exported(kind.__module__.rpartition(".")[0]))
    needed = {p.name for p in inspect.signature(kind).parameters.values() if p.default is p.empty}
    return kind(
        **{name: value_of(hints[name], whole, text, depth + 1) for name in kind.FIELDS if whole or name in needed}
    )
