from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateFeatureRequestData(Body):
    """What to change of a feature."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "status": "status",
        "key": "key",
        "stats": "stats",
        "description": "description",
        "variables": "variables",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str | Unset = UNSET
    """What it is called."""
    status: Literal["active", "archived"] | Unset = UNSET
    """The status."""
    key: str | Unset = UNSET
    """A name for use in code, unique in its project."""
    stats: FeatureStats | Unset = UNSET
    """Figures, when they are included."""
    description: str | Unset = UNSET
    """A description."""
    variables: list[FeatureVariableInput] | Unset = UNSET
    """The variables of the feature."""


from .feature_stats import FeatureStats
from .feature_variable_input import FeatureVariableInput
