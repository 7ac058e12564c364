from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HypothesisInput(Body):
    """A hypothesis as it is sent. No field is documented as required.

    Attributes:
        name: The hypothesis's name. Required when it is created.
        objective: What the hypothesis says.
        prioritization_score: Its priority, computed from the attributes. On the wire a number in requests and
            text in answers.
        prioritization_score_type: The model of its priority: PIE (potential, importance, ease) or ICE (impact,
            confidence, ease).
        prioritization_score_attributes: What a priority is computed from: potential, importance and ease for PIE;
            impact, confidence and ease for ICE.
        status: The status to give it.
        start_date: Day on which somebody came up with it, as year-month-day; may be in the past.
        end_date: Day on which it is expected to have become an experience, as year-month-day.
        tags: Labels to find it by.
        summary: The hypothesis in short.
    """

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
    objective: str | Unset = UNSET
    prioritization_score: float | Unset = UNSET
    prioritization_score_type: Literal["PIE", "ICE"] | Unset = UNSET
    prioritization_score_attributes: PrioritizationAttributes | Unset = UNSET
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    start_date: datetime.date | Unset = UNSET
    end_date: datetime.date | Unset = UNSET
    tags: list[TagObject] | Unset = UNSET
    summary: str | Unset = UNSET


from .prioritization_attributes import PrioritizationAttributes
from .tag_object import TagObject
