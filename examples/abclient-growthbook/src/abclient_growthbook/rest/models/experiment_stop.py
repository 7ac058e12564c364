from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Literal

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class ExperimentStop(Body):
    """The conclusion of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "results": "results",
        "enable_temporary_rollout": "enableTemporaryRollout",
        "released_variation_id": "releasedVariationId",
        "winner_variation_id": "winnerVariationId",
        "analysis": "analysis",
        "reason": "reason",
        "date_ended": "dateEnded",
    }

    results: Literal["dnf", "won", "lost", "inconclusive"]
    """The conclusion."""
    enable_temporary_rollout: bool | Unset = UNSET
    """Whether all units get the released variation."""
    released_variation_id: str | Unset = UNSET
    """Identifier of that variation."""
    winner_variation_id: str | Unset = UNSET
    """Identifier of the variation that won."""
    analysis: str | Unset = UNSET
    """Why, in Markdown."""
    reason: str | Unset = UNSET
    """Why the phase ends."""
    date_ended: datetime.datetime | Unset = UNSET
    """When it ended; by default now."""
