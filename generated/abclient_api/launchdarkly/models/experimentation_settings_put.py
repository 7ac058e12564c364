from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ExperimentationSettingsPut(Body):
    """A project's randomization units, as they shall be."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "randomization_units": "randomizationUnits",
    }

    randomization_units: list[RandomizationUnitInput]
    """All units; exactly one is the default."""


from .randomization_unit_input import RandomizationUnitInput
