from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FeatureVariableUpdate(Body):
    """A variable of a changed feature.

    Attributes:
        archived: Whether the variable is archived. The vendor's default: False.
        default_value: Value outside of any experiment, as text whatever the type, e.g. `false`.
        description: What the variable is.
        id: Identifier of the variable to change.
        key: Unique key within the feature.
        type: Type of the value.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "default_value": "default_value",
        "description": "description",
        "id": "id",
        "key": "key",
        "type": "type",
    }

    archived: bool | Unset = UNSET
    default_value: str | Unset = UNSET
    description: str | Unset = UNSET
    id: int | Unset = UNSET
    key: str | Unset = UNSET
    type: Literal["boolean", "string", "double", "integer", "json"] | Unset = UNSET
