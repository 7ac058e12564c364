from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


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
    default: bool | Unset = UNSET
    """Whether new experiments use it unless they say otherwise. Required before 17.0.0."""
    standard_randomization_unit: str | Unset = UNSET
    """The vendor's standard unit that it corresponds to: guest, guestTime, organization, request, user or
    userTime. Required before 18.0.0."""
