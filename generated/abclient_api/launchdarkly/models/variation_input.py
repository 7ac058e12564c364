from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationInput(Body):
    """A variation of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "_id",
        "value": "value",
        "value_hash": "valueHash",
        "description": "description",
        "name": "name",
    }

    id: str | Unset = UNSET
    """Its id."""
    value: Any
    """What the flag gives; any JSON."""
    value_hash: str | Unset = UNSET
    """A hash of the value."""
    description: str | Unset = UNSET
    """What it is about."""
    name: str | Unset = UNSET
    """A name for people."""
