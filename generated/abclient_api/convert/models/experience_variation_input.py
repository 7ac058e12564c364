from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceVariationInput(Body):
    """A variation in its place in an experience, as it is sent.

    Attributes:
        variation: A variation as it is sent.
        percentage: Its share of the traffic, in percent.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variation": "variation",
        "percentage": "percentage",
    }

    variation: VariationInput | Unset = UNSET
    percentage: float | Unset = UNSET


from .variation_input import VariationInput
