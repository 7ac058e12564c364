from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceVariationInput(Body):
    """A variation in its place in an experience, as it is sent."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "percentage": "percentage",
    }

    variation: VariationInput | Unset = UNSET
    """A variation as it is sent."""
    percentage: float | Unset = UNSET
    """Its share of the traffic, in percent."""


from .variation_input import VariationInput
