from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class FeatureEnvironmentInput(Body):
    """The rollout of a feature to set in one environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "rollout_rules": "rollout_rules",
    }

    rollout_rules: list[RolloutRule]
    """The rollout rules; at present one. The audiences must be those of the primary environment."""


from .rollout_rule import RolloutRule
