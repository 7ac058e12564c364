from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariableDefinitionInput(Body):
    """A new variable of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "default_value": "default_value",
        "description": "description",
        "revision": "revision",
        "role": "role",
        "type": "type",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "revision",
        "role",
    )

    key: str
    """Key of the variable, unique in its flag."""
    default_value: str
    """Value unless a variation has another; always text, also for numbers and JSON."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    revision: int | Unset = UNSET
    """Grows by one with each change. Read-only."""
    role: str | Unset = UNSET
    """Role that the caller has for it, where roles are granted one by one. Read-only."""
    type: Literal["boolean", "string", "double", "integer", "json"]
    """Type of the values."""
