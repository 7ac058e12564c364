import datetime
from typing import Literal, Required, TypedDict


class ExperimentStopFields(TypedDict, total=False):
    """The conclusion of an experiment.

    The fields of ``ExperimentStop``, by keyword.
    """

    results: Required[Literal["dnf", "won", "lost", "inconclusive"]]
    """The conclusion."""
    enable_temporary_rollout: bool
    """Whether all units get the released variation."""
    released_variation_id: str
    """Identifier of that variation."""
    winner_variation_id: str
    """Identifier of the variation that won."""
    analysis: str
    """Why, in Markdown."""
    reason: str
    """Why the phase ends."""
    date_ended: datetime.datetime
    """When it ended; by default now."""
