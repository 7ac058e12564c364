from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class UserCustomizationInput(Body):
    """A value that users attach to an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "value": "value",
    }

    key: str
    """The name of the value."""
    value: str | float | bool | None
    """A text, a number or a truth value."""
