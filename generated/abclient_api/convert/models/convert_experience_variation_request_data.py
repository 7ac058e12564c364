from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ConvertExperienceVariationRequestData(Body):
    """What the variation becomes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "experience_type": "experience_type",
    }

    experience_type: Literal["a/b", "deploy"] | Unset = UNSET
    """The type of the experience that the variation becomes."""
