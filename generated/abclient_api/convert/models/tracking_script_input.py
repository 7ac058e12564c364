from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TrackingScriptInput(Body):
    """The version of a script."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "current_version": "current_version",
        "previous_version": "previous_version",
        "available_versions": "available_versions",
        "release": "release",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("previous_version",)

    current_version: str | Unset = UNSET
    """The version in use."""
    previous_version: str | None | Unset = UNSET
    """The version before. Read-only."""
    available_versions: list[TrackingScriptVersionInput] | Unset = UNSET
    """All versions of the script, when they are included."""
    release: TrackingScriptRelease | Unset = UNSET
    """How new versions of the script are applied."""


from .tracking_script_release import TrackingScriptRelease
from .tracking_script_version_input import TrackingScriptVersionInput
