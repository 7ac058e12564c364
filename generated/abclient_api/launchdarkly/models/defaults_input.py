from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class DefaultsInput(Body):
    """The variations that new environments start with."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "on_variation": "onVariation",
        "off_variation": "offVariation",
    }

    on_variation: int
    """Index of the variation that is served while the flag is on."""
    off_variation: int
    """Index of the variation that is served while the flag is off."""
