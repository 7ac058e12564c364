from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationRequestBody(Body):
    """A new variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "variables": "variables",
    }

    key: str
    """Identifier that code and paths use; it cannot be changed later."""
    name: str
    """Name shown to people."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    variables: dict[str, VariableValueInput] | Unset = UNSET
    """Values of the flag's variables, by the variable's key."""


from .variable_value_input import VariableValueInput
