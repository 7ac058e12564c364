from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationCreate(Body):
    """A variation of a new experiment or section."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "actions": "actions",
        "archived": "archived",
        "description": "description",
        "feature_enabled": "feature_enabled",
        "key": "key",
        "name": "name",
        "status": "status",
        "variable_values": "variable_values",
        "weight": "weight",
    }

    actions: list[ActionInput] | Unset = UNSET
    """Changes for each page of the experiment. Web only."""
    archived: bool | Unset = UNSET
    """Whether the variation is archived."""
    description: str | Unset = UNSET
    """What the variation does."""
    feature_enabled: bool | Unset = UNSET
    """In a feature test, whether the feature is on in this variation."""
    key: str | Unset = UNSET
    """Unique key within the experiment. Full Stack and Mobile only."""
    name: str | Unset = UNSET
    """Name; needed for Web and personalization experiments."""
    status: Literal["active", "paused", "archived"] | Unset = UNSET
    """State of the variation."""
    variable_values: dict[str, str] | Unset = UNSET
    """In a feature test, variable key to value. Values are text whatever the variable's type."""
    weight: int
    """Share of visitors, in basis points; the weights of an experiment add up to 10000."""


from .action_input import ActionInput
