from typing import Literal, Required, TypedDict


class StopEnvironmentReleaseRequestFields(TypedDict, total=False):
    """How to stop a release.

    The fields of ``StopEnvironmentReleaseRequest``, by keyword.
    """

    resolution: Required[
        Literal[
            "roll_forward_all_phases",
            "roll_forward_current_phase_and_remove_pending_phases",
            "roll_back_all_phases_and_remove_pending_phases",
            "roll_back_current_phase_and_remove_pending_phases",
        ]
    ]
    """How to stop it."""
    comment: str
    """A note for the audit log."""
