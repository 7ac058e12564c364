from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class TreatmentParameterInput(Body):
    """The variation of a flag that a treatment serves.

    Attributes:
        flag_key: The flag's key.
        variation_id: The variation's id.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "flag_key": "flagKey",
        "variation_id": "variationId",
    }

    flag_key: str
    variation_id: str
