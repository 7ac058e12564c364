from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class SnapshotCreate(Body):
    """What is to be computed."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "triggered_by": "triggeredBy",
        "dimension": "dimension",
        "phase": "phase",
    }

    triggered_by: Literal["manual", "schedule"] | Unset = UNSET
    """Whether notifications are sent, as on a schedule."""
    dimension: str | Unset = UNSET
    """Dimension by which results are divided."""
    phase: int | Unset = UNSET
    """Number of the phase, from 0; by default the last one."""
