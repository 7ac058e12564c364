from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VisitorInsightsStatsInput(Body):
    """How much was recorded of visitors' behavior."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "usage": "usage",
        "reset_at": "reset_at",
    }

    usage: float | None | Unset = UNSET
    """How much of the quota is used."""
    reset_at: datetime.datetime | None | Unset = UNSET
    """When the usage begins anew."""
