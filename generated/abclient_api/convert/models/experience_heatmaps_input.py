from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceHeatmapsInput(Body):
    """Heatmaps of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "heatmaps": "heatmaps",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("heatmaps",)

    heatmaps: dict[str, str] | None | Unset = UNSET
    """The ids of heatmaps, by variation. Read-only."""
