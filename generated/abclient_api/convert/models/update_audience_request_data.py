from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateAudienceRequestData(Body):
    """What to change of an audience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "description": "description",
        "status": "status",
        "name": "name",
        "preset": "preset",
        "selected_default": "selected_default",
        "stats": "stats",
        "type": "type",
        "rules": "rules",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "preset",
        "stats",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    description: str | Unset = UNSET
    """A description."""
    status: Literal["active", "archived"] | Unset = UNSET
    """The status."""
    name: str | Unset = UNSET
    """What it is called."""
    preset: bool | Unset = UNSET
    """Whether it comes from the vendor. Read-only."""
    selected_default: bool | Unset = UNSET
    """Whether new experiences begin with it."""
    stats: UsageStats | Unset = UNSET
    """Figures, when they are included. Read-only."""
    type: Literal["permanent", "transient", "segmentation"] | Unset = UNSET
    """When visitors are looked at: once (`permanent`), each time (`transient`), or to tell reports apart
    (`segmentation`)."""
    rules: RuleObject | None | Unset = UNSET
    """Which visitors it matches. Only a `segmentation` may have rules on URLs."""


from .rule_object import RuleObject
from .usage_stats import UsageStats
