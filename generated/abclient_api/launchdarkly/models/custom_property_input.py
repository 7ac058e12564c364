from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class CustomPropertyInput(Body):
    """A custom property of a flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "value": "value",
    }

    name: str
    """A name for people."""
    value: list[str]
    """The values."""
