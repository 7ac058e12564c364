from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class StopEnvironmentReleaseRequest(Body):
    """How to stop a release."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "resolution": "resolution",
        "comment": "comment",
    }

    resolution: Literal[
        "roll_forward_all_phases",
        "roll_forward_current_phase_and_remove_pending_phases",
        "roll_back_all_phases_and_remove_pending_phases",
        "roll_back_current_phase_and_remove_pending_phases",
    ]
    """How to stop it."""
    comment: str | Unset = UNSET
    """A note for the audit log."""
