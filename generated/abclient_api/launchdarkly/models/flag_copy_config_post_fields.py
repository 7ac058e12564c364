from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .flag_copy_config_environment import FlagCopyConfigEnvironment


class FlagCopyConfigPostFields(TypedDict, total=False):
    """What to copy from one environment to another.

    The fields of ``FlagCopyConfigPost``, by keyword.
    """

    source: Required[FlagCopyConfigEnvironment | Model | Mapping[str, Any]]
    """The environment to copy from."""
    target: Required[FlagCopyConfigEnvironment | Model | Mapping[str, Any]]
    """The environment to copy to."""
    comment: str
    """A note for the audit log."""
    included_actions: Sequence[
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
    """What is copied; by default all."""
    excluded_actions: Sequence[
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
    """What is not copied."""
