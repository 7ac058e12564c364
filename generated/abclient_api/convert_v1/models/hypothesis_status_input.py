from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HypothesisStatusInput(Body):
    """The status that a hypothesis is to have."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }

    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    """The new status."""
