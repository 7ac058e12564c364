from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateLocationRequestData(Body):
    """What to change of a location."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "description": "description",
        "status": "status",
        "name": "name",
        "preset": "preset",
        "selected_default": "selected_default",
        "stats": "stats",
        "rules": "rules",
        "trigger": "trigger",
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
    rules: RuleObject | None | Unset = UNSET
    """Which pages it matches: by URL, page tags, keys of your own and JavaScript."""
    trigger: LocationTrigger | Unset = UNSET
    """When the rules are looked at."""


from .location_trigger import LocationTrigger
from .rule_object import RuleObject
from .usage_stats import UsageStats
