from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TriggerExperienceScreenshotsRequestData(Body):
    """Of which variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations": "variations",
        "force_regenerate": "force_regenerate",
    }

    variations: list[float] | Unset = UNSET
    """Only of these variations, by id; by default of all."""
    force_regenerate: bool | Unset = UNSET
    """Whether screenshots are taken even where there are some."""
