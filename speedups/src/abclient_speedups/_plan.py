"""How a model is read, from what its class declares."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

DECLARATIONS: Final = 1
"""The version of what classes declare: that of ``abclient_api._speedups``, or classes are read in Python."""

_CONTAINERS = {"list": "l", "map": "m"}


class Field(NamedTuple):
    """How an attribute is read.

    Attributes:
        attribute: its name.
        key: the JSON name.
        required: whether there is an error without it.
        nullable: whether null is None, and not an error.
        containers: what its values are in, from the outside: ``l`` for a list, ``m`` for an object of any keys.
        nulls: whether the innermost container keeps nulls.
        each: reads a single value; None where the value is what JSON has.
    """

    attribute: str
    key: str
    required: bool
    nullable: bool
    containers: str
    nulls: bool
    each: Callable[[Any], Any] | None


class Plan(NamedTuple):
    """How a model is read.

    Attributes:
        fields: in the order in which they are read, which decides which one of several an error names.
        raw: the attribute that keeps the JSON object.
        salvaged: gives the JSON of a model that cannot be read, or raises the error that names the field.
        items: gives the list that a value is, or raises.
        entries: gives the dict that a value is, or raises.
    """

    fields: tuple[Field, ...]
    raw: str
    salvaged: Callable[..., Any]
    items: Callable[[Any], Any] | None
    entries: Callable[[Any], Any] | None


def plan(model: type[Any], from_dict: Callable[..., Any]) -> Plan:
    """How a model is read.

    Args:
        model: a generated class. Models refer to each other in circles, so that its module is whole only when the
            first object is read, and not when the class is made.
        from_dict: its method, in whose module the functions are that it calls.
    """
    names: dict[str, Any] = from_dict.__globals__
    fields = tuple(_field(model, names, attribute, key) for attribute, key in model.FIELDS.items())
    return Plan(fields, "_raw", names["salvaged"], names.get("items"), names.get("entries"))


def _field(model: type[Any], names: dict[str, Any], attribute: str, key: str) -> Field:
    declared = getattr(model.__attrs_attrs__, attribute)
    *containers, innermost = model.NESTED.get(attribute, "scalar").split(" of ")
    if attribute in model.READERS:
        each = model.READERS[attribute]
    else:
        each = None if innermost in ("any", "scalar") else names[innermost]
    required = declared.default is not None
    return Field(
        attribute=attribute,
        key=key,
        required=required,
        nullable=not required or str(declared.type).endswith("| None"),
        containers="".join(_CONTAINERS[one] for one in containers),
        nulls=innermost == "any",
        each=each,
    )
