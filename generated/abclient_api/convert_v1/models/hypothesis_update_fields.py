import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from .prioritization_attributes import PrioritizationAttributes
from .tag_object import TagObject


class HypothesisUpdateFields(TypedDict, total=False):
    """A hypothesis as it is sent. No field is documented as required.

    The fields of ``HypothesisInput``, by keyword.
    """

    name: str
    """The hypothesis's name."""
    objective: str
    """What the hypothesis says."""
    prioritization_score: float
    """Its priority, computed from the attributes. On the wire a number in requests and text in answers."""
    prioritization_score_type: Literal["PIE", "ICE"]
    """The model of its priority: PIE (potential, importance, ease) or ICE (impact, confidence, ease)."""
    prioritization_score_attributes: PrioritizationAttributes | Mapping[str, Any]
    """What a priority is computed from: potential, importance and ease for PIE; impact, confidence and ease for
    ICE."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"]
    """The status to give it."""
    start_date: datetime.date
    """Day on which somebody came up with it, as year-month-day; may be in the past."""
    end_date: datetime.date
    """Day on which it is expected to have become an experience, as year-month-day."""
    tags: Sequence[TagObject | Mapping[str, Any]]
    """Labels to find it by."""
    summary: str
    """The hypothesis in short."""
