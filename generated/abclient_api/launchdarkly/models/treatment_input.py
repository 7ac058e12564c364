from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class TreatmentInput(Body):
    """An arm of the new iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "baseline": "baseline",
        "allocation_percent": "allocationPercent",
        "parameters": "parameters",
    }

    name: str
    """A name for people."""
    baseline: bool
    """Whether the other treatments are compared with this one."""
    allocation_percent: str
    """Share of the traffic in percent, a number written as text, such as "50"."""
    parameters: list[TreatmentParameterInput]
    """Which variation of which flag this treatment serves."""


from .treatment_parameter_input import TreatmentParameterInput
