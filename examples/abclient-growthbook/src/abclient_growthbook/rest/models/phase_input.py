from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from abclient_api._models import UNSET, Body, Unset
from abclient_api._wire import (
    to_json_string,
)
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class PhaseInput(Body):
    """A phase of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "date_started": "dateStarted",
        "date_ended": "dateEnded",
        "reason_for_stopping": "reasonForStopping",
        "seed": "seed",
        "coverage": "coverage",
        "variation_weights": "variationWeights",
        "condition": "condition",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "condition": to_json_string,
    }

    name: str
    """Name."""
    date_started: datetime.datetime
    """When it began."""
    date_ended: datetime.datetime | Unset = UNSET
    """When it ended."""
    reason_for_stopping: str | Unset = UNSET
    """Why it ended."""
    seed: str | Unset = UNSET
    """What assignments are drawn from."""
    coverage: float | Unset = UNSET
    """Share of all units that take part, from 0 to 1."""
    variation_weights: list[float] | Unset = UNSET
    """Shares of the variations, in order."""
    condition: Any | Unset = UNSET
    """Who takes part, as JSON in a text."""
