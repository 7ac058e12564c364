from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VariationUpdate(Body):
    """A variation of a changed experiment or section.

    Attributes:
        actions: Changes for each page of the experiment. Web only.
        archived: Whether the variation is archived.
        description: What the variation does.
        feature_enabled: In a feature test, whether the feature is on in this variation.
        key: Unique key within the experiment. Full Stack and Mobile only.
        name: Name; needed for Web and personalization experiments.
        status: State of the variation.
        variable_values: In a feature test, variable key to value. Values are text whatever the variable's type.
        variation_id: Variation to change, required for that; one sent without it is presumably a new one.
        weight: Share of visitors, in basis points; the weights of an experiment add up to 10000.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "actions": "actions",
        "archived": "archived",
        "description": "description",
        "feature_enabled": "feature_enabled",
        "key": "key",
        "name": "name",
        "status": "status",
        "variable_values": "variable_values",
        "variation_id": "variation_id",
        "weight": "weight",
    }

    actions: list[ActionInput] | Unset = UNSET
    archived: bool | Unset = UNSET
    description: str | Unset = UNSET
    feature_enabled: bool | Unset = UNSET
    key: str | Unset = UNSET
    name: str | Unset = UNSET
    status: Literal["active", "paused", "archived"] | Unset = UNSET
    variable_values: dict[str, str] | Unset = UNSET
    variation_id: int | Unset = UNSET
    weight: int


from .action_input import ActionInput
