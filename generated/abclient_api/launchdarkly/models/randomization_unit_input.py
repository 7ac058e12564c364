from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class RandomizationUnitInput(Body):
    """A unit by which experiments may split traffic."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "randomization_unit": "randomizationUnit",
        "default": "default",
        "standard_randomization_unit": "standardRandomizationUnit",
    }

    randomization_unit: str
    """The unit's name, a context kind such as user."""
    default: bool
    """Whether new experiments use it unless they say otherwise."""
    standard_randomization_unit: Literal["guest", "guestTime", "organization", "request", "user", "userTime"]
    """The vendor's standard unit that it corresponds to."""
