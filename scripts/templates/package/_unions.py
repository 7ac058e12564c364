"""Values of which the spec knows several types, read by what they are.

The models are imported when the first object of their kind comes: an object that may hold many others, and mostly holds
their ids, would else import them all.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import ModuleType
from typing import Any

from ._answers import TAGS
from ._models import entries


def expandable(models: ModuleType, name: str) -> Callable[[Any], Any]:
    """What reads a single value, such as an id, or the object that a vendor gives in its place when asked to.

    Args:
        models: the package of the models.
        name: the object's model there.
    """
    model = _lazily(models)

    def read(value: Any) -> Any:
        # A list is no single value either: the model takes the empty one of PHP, and refuses any other.
        if value.__class__ is dict or value.__class__ is list:
            return model(name)(value)
        return value

    return read


def tagged(models: ModuleType, key: str, names: Mapping[Any, str]) -> Callable[[Any], Any]:
    """What reads an object whose kind stands in one of its fields; one of an unknown kind stays the dict that it is.

    Args:
        models: the package of the models.
        key: the field's JSON name.
        names: the models there, by the field's value, a text or a whole number.
    """
    model = _lazily(models)

    def read(value: Any) -> Any:
        document = entries(value)
        tag: Any = document.get(key)
        if tag.__class__ not in TAGS or tag not in names:
            return document
        return model(names[tag])(document)

    return read


def _lazily(models: ModuleType) -> Callable[[str], Callable[[Any], Any]]:
    """What gives a model's reader, and imports the model for the first time only."""

    @cache
    def reader(name: str) -> Callable[[Any], Any]:
        from_dict: Callable[[Any], Any] = getattr(models, name).from_dict
        return from_dict

    return reader
