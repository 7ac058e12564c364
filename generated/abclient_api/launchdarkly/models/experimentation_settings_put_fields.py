from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .randomization_unit_input import RandomizationUnitInput


class ExperimentationSettingsPutFields(TypedDict, total=False):
    """A project's randomization units, as they shall be.

    The fields of ``ExperimentationSettingsPut``, by keyword.
    """

    randomization_units: Required[Sequence[RandomizationUnitInput | Model | Mapping[str, Any]]]
    """All units; exactly one is the default."""
