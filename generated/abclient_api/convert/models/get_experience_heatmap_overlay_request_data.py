from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetExperienceHeatmapOverlayRequestData(Body):
    """Which picture."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "device": "device",
        "interaction": "interaction",
    }

    device: Literal["desktop", "tablet", "mobile"] | Unset = UNSET
    """The kind of device."""
    interaction: Literal["click", "scroll", "move"] | Unset = UNSET
    """What visitors did: clicks, scrolling or moves."""
