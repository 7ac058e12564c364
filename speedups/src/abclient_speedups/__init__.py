"""Reads the models of abclient in C: the same objects, and the same errors, in less time.

abclient uses it wherever it is installed, without being asked to. There is nothing in here to be called.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from ._plan import DECLARATIONS, plan
from ._reader import Reader  # pyright: ignore[reportMissingModuleSource]  # it is in C

__all__ = ["DECLARATIONS", "Reader", "reader"]

__version__: Final = "0.1.0"


def reader(model: type[Any], from_dict: Callable[..., Any]) -> Reader:
    """What takes the place of a model's ``from_dict``.

    Args:
        model: a generated class.
        from_dict: its class method, as a function of the class and the JSON object.
    """
    return Reader(model, from_dict, plan)
