"""Models and rows for tests: valid by the vendor's specification, and the same every time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.util import find_spec
from types import ModuleType
from typing import Any, TypeVar, cast

from abclient_api._wire import (
    from_base64,
    from_epoch_milliseconds,
    from_epoch_seconds,
    from_json_string,
    from_numeric_string,
    to_date,
    to_datetime,
)

from ._rows import ROW_TYPES, row_fields
from ._samples import Sampler, scalar

T = TypeVar("T")

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}
_JSON_TYPES = frozenset(one for types in _TYPES.values() for one in types)
_READERS: Mapping[str, Any] = {
    "date-time": to_datetime,
    "date": to_date,
    "epoch-seconds": from_epoch_seconds,
    "epoch-milliseconds": from_epoch_milliseconds,
    "numeric-string": from_numeric_string,
    "json-string": from_json_string,
    "base64": from_base64,
}


def make(kind: type[T], /, *, complete: bool = False, **fields: Any) -> T:
    """An object for tests: with the given fields, and what the vendor's specification requires beside them.

    ::

        experiment = make(models.Experiment, key="checkout", name="Checkout")
        row = make(ResultRow, conversions=120, units=1000)

    What is filled in is the same every time: the first value of an enum, the least number that is allowed, and so on.
    A model that is read from responses is made from the JSON that a vendor would send, so ``to_dict()`` returns that.

    Args:
        kind: a model of a generated package, such as ``abclient_api.launchdarkly.models.Experiment``; a resource, such
            as ``abclient.vendors.launchdarkly.Experiment``, which then belongs to no client; or ``ResultRow`` or
            ``ExperimentInfo`` of ``abclient.results``.
        complete: whether fields that are not required are filled, too, with objects in objects, as far as an object
            does not contain one of its own kind. A body that is sent is complete without what only the vendor may set.
        **fields: by their Python names. Nested objects are models, or mappings with JSON names. In what is read, None
            is the vendor's null.

    Raises:
        TypeError: a field is unknown or has a type that the specification does not allow, or the kind is none of these.
        ValueError: a field of a row has a value that rows do not take; or one of what is sent, a value that its enum
            does not have. In what is read, enums are open, because vendors add values.
    """
    made: object = (
        kind(**row_fields(kind, complete=complete) | fields)
        if kind in ROW_TYPES
        else _package_of(kind).make(kind, complete, fields)
    )
    return cast("T", made)


class _Package:
    """A generated package: its models, and the specification that they were generated from."""

    def __init__(self, name: str) -> None:
        # A group of packages may have a runtime beside it; one that stands alone has that of ``abclient_api``.
        group = name.rpartition(".")[0]
        beside = bool(group) and find_spec(f"{group}._runtime") is not None
        self._runtime: ModuleType = import_module(f"{group if beside else 'abclient_api'}._runtime")
        self._models: ModuleType = import_module(f"{name}.models")
        self._document: dict[str, Any] = json.loads(files(name).joinpath("openapi.json").read_bytes())
        self._schemas: dict[str, Any] = self._document["components"]["schemas"]

    def make(self, kind: type[Any], complete: bool, fields: Mapping[str, Any]) -> Any:
        """An object of a kind that is among the models, or inherits from one of them."""
        if not issubclass(kind, self._runtime.Model | self._runtime.Body):
            raise _not_a_model(kind)
        if unknown := sorted(fields.keys() - kind.FIELDS.keys()):
            raise TypeError(f"{kind.__name__} has no field {', '.join(unknown)}; it has {', '.join(kind.FIELDS)}")
        sampler = Sampler(self._document, complete=complete)
        name = next(one.__name__ for one in kind.__mro__ if one.__name__ in self._schemas)
        schema = sampler.resolved(self._schemas[name])
        closed = issubclass(kind, self._runtime.Body)  # vendors may add values to what is read
        for field, value in fields.items():
            _check(kind, field, value, sampler.resolved(schema["properties"][kind.FIELDS[field]]), closed=closed)
        with sampler.inside(name):
            return self._made(sampler, kind, schema, fields, {})

    def _made(
        self,
        sampler: Sampler,
        kind: type[Any],
        schema: dict[str, Any],
        fields: Mapping[str, Any],
        tag: Mapping[str, str | int],
    ) -> Any:
        """An object by its schema, with these fields, and the one that says which alternative it is."""
        wanted = dict(sampler.fields(schema))
        if issubclass(kind, self._runtime.Model):  # as a client makes it: from what a vendor would send
            given = {kind.FIELDS[name]: self._encoded(kind, name, value) for name, value in fields.items()}
            return kind.from_dict({**{key: sampler.sample(field) for key, field in wanted.items()}, **tag, **given})
        values = {
            name: tag[key] if key in tag else self._value(sampler, wanted[key])
            for name, key in kind.FIELDS.items()
            if key in {*wanted, *tag} and name not in {*kind.READ_ONLY, *fields}
        }
        return kind(**values, **fields)

    def _encoded(self, kind: type[Any], name: str, value: Any) -> Any:
        return None if value is None else kind.WIRE.get(name, self._runtime.encode)(value)

    def _value(self, sampler: Sampler, schema: dict[str, Any], tag: Mapping[str, str | int] | None = None) -> Any:
        """What a body has in a field: the Python value of a sample."""
        name, found = sampler.named(schema), sampler.resolved(schema)
        if "oneOf" in found:
            return self._value(sampler, *sampler.alternative(found))
        if found.get("type") == "array":
            return [self._value(sampler, found["items"]) for _ in range(sampler.length(found))]
        if found.get("type") != "object":
            return self._single_value(found)
        model = getattr(self._models, name, None)
        if model is None:
            return {key: self._value(sampler, found["additionalProperties"]) for key in sampler.keys(found)}
        with sampler.inside(name):
            return self._made(sampler, model, found, {}, tag or {})

    def _single_value(self, schema: dict[str, Any]) -> Any:
        form: str = schema.get("x-wire") or schema.get("format", "")
        if form == "binary":
            return self._runtime.File("file", b"content")
        value = scalar(schema)
        return _READERS[form](value) if form in _READERS else value


def _check(kind: type[Any], name: str, value: Any, schema: dict[str, Any], *, closed: bool) -> None:
    """Check that the specification allows a field's value.

    Raises:
        TypeError: its type is another one.
        ValueError: it is none of those in an enum, which is ``closed``.
    """
    allowed = schema.get("type")
    if allowed is None or "x-wire" in schema or type(value) not in _JSON_TYPES:
        return  # any type; one that differs from what JSON has; or null, or an object of some class
    if type(value) not in _TYPES[allowed]:
        raise TypeError(f"{name} of {kind.__name__} must be of type {allowed}, not {type(value).__name__}")
    if closed and value not in schema.get("enum", (value,)):
        known = ", ".join(map(repr, schema["enum"]))
        raise ValueError(f"{name} of {kind.__name__} must be one of {known}, not {value!r}")


def _package_of(kind: type[Any]) -> _Package:
    """The generated package of a model, or of the model that a resource is.

    Raises:
        TypeError: there is none.
    """
    for one in kind.__mro__:
        name, found, _ = one.__module__.partition(".models.")
        if found:
            return _opened(name)
    raise _not_a_model(kind)


def _not_a_model(kind: type[Any]) -> TypeError:
    rows = " or ".join(one.__name__ for one in ROW_TYPES)
    return TypeError(f"{kind.__name__} is not a model of a generated package, and not {rows}")


_opened = cache(_Package)
