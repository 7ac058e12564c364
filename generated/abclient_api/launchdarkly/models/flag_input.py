from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FlagInput(Body):
    """How a flag takes part in the new iteration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rule_id": "ruleId",
        "flag_config_version": "flagConfigVersion",
        "not_in_experiment_variation_id": "notInExperimentVariationId",
    }

    rule_id: str
    """The rule under test, a rule id or fallthrough."""
    flag_config_version: int
    """Version of the flag's configuration to use."""
    not_in_experiment_variation_id: str | Unset = UNSET
    """Id of the variation that units outside of the experiment get. Since 16.1.1."""
