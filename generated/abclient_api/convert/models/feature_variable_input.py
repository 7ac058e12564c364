from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureVariableInput(Body):
    """A variable of a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "type": "type",
        "default_value": "default_value",
    }

    key: str
    """The name of the variable."""
    type: Literal["json", "string", "boolean", "float", "integer"]
    """The type of its values."""
    default_value: Any | Unset = UNSET
    """Text for `json` and `string`, true or false for `boolean`, a number for `float` and `integer`; or null."""
