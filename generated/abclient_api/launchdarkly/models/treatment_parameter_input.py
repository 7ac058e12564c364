from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class TreatmentParameterInput(Body):
    """The variation of a flag that a treatment serves."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "flag_key": "flagKey",
        "variation_id": "variationId",
    }

    flag_key: str
    """The flag's key."""
    variation_id: str
    """The variation's id."""
