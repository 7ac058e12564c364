from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureVariableUpdate(Body):
    """A variable of a changed feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "default_value": "default_value",
        "description": "description",
        "id": "id",
        "key": "key",
        "type": "type",
    }

    archived: bool | Unset = UNSET
    """Whether the variable is archived. The vendor's default: False."""
    default_value: str | Unset = UNSET
    """Value outside of any experiment, as text whatever the type, e.g. `false`."""
    description: str | Unset = UNSET
    """What the variable is."""
    id: int | Unset = UNSET
    """Identifier of the variable to change."""
    key: str | Unset = UNSET
    """Unique key within the feature."""
    type: Literal["boolean", "string", "double", "integer", "json"] | Unset = UNSET
    """Type of the value."""
