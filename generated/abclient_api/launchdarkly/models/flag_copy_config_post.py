from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FlagCopyConfigPost(Body):
    """What to copy from one environment to another."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "source": "source",
        "target": "target",
        "comment": "comment",
        "included_actions": "includedActions",
        "excluded_actions": "excludedActions",
    }

    source: FlagCopyConfigEnvironment
    """The environment to copy from."""
    target: FlagCopyConfigEnvironment
    """The environment to copy to."""
    comment: str | Unset = UNSET
    """A note for the audit log."""
    included_actions: (
        list[
            Literal[
                "updateOn",
                "updateRules",
                "updateFallthrough",
                "updateOffVariation",
                "updatePrerequisites",
                "updateTargets",
                "updateFlagConfigMigrationSettings",
            ]
        ]
        | Unset
    ) = UNSET
    """What is copied; by default all."""
    excluded_actions: (
        list[
            Literal[
                "updateOn",
                "updateRules",
                "updateFallthrough",
                "updateOffVariation",
                "updatePrerequisites",
                "updateTargets",
                "updateFlagConfigMigrationSettings",
            ]
        ]
        | Unset
    ) = UNSET
    """What is not copied."""


from .flag_copy_config_environment import FlagCopyConfigEnvironment
