from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetExperienceHeatmapBackgroundRequestData(Body):
    """Which picture."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "device": "device",
    }

    device: Literal["desktop", "tablet", "mobile"] | Unset = UNSET
    """The kind of device."""
