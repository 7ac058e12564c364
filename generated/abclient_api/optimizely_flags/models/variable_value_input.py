from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariableValueInput(Body):
    """Value of a variable in a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "is_default": "is_default",
        "revision": "revision",
        "type": "type",
        "value": "value",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "key",
        "revision",
        "type",
    )

    key: str | Unset = UNSET
    """Key of the variable. Read-only."""
    is_default: bool | Unset = UNSET
    """Whether it is the value that the definition has."""
    revision: int | Unset = UNSET
    """Grows by one with each change. Read-only."""
    type: Literal["boolean", "string", "double", "integer", "json"] | Unset = UNSET
    """Type of the variable. Read-only."""
    value: str
    """Value as text, also of numbers and JSON."""
