from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HypothesisInput(Body):
    """A hypothesis as it is sent. No field is documented as required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "objective": "objective",
        "prioritization_score": "prioritization_score",
        "prioritization_score_type": "prioritization_score_type",
        "prioritization_score_attributes": "prioritization_score_attributes",
        "status": "status",
        "start_date": "start_date",
        "end_date": "end_date",
        "tags": "tags",
        "summary": "summary",
    }

    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    name: str | Unset = UNSET
    """The hypothesis's name. Required when it is created."""
    objective: str | Unset = UNSET
    """What the hypothesis says."""
    prioritization_score: float | Unset = UNSET
    """Its priority, computed from the attributes. On the wire a number in requests and text in answers."""
    prioritization_score_type: Literal["PIE", "ICE"] | Unset = UNSET
    """The model of its priority: PIE (potential, importance, ease) or ICE (impact, confidence, ease)."""
    prioritization_score_attributes: PrioritizationAttributes | Unset = UNSET
    """What a priority is computed from: potential, importance and ease for PIE; impact, confidence and ease for
    ICE."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    """The status to give it."""
    start_date: datetime.date | Unset = UNSET
    """Day on which somebody came up with it, as year-month-day; may be in the past."""
    end_date: datetime.date | Unset = UNSET
    """Day on which it is expected to have become an experience, as year-month-day."""
    tags: list[TagObject] | Unset = UNSET
    """Labels to find it by."""
    summary: str | Unset = UNSET
    """The hypothesis in short."""


from .prioritization_attributes import PrioritizationAttributes
from .tag_object import TagObject
