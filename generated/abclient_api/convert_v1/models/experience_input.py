from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class ExperienceInput(Body):
    """An experience as it is sent. The vendor documents the same fields as for reading, none of them required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "experience_description",
        "type": "experience_type",
        "status": "experience_status",
        "start_time": "start_time",
        "end_time": "end_time",
        "global_js": "global_js",
        "editor_url": "editor_url",
        "keep_winner": "keep_winner",
        "stop_loser": "stop_looser",
        "minrun": "minrun",
        "maxrun": "maxrun",
        "minordv": "minordv",
        "maxordv": "maxordv",
        "minconv": "minconv",
        "minvis": "minvis",
        "maxvis": "maxvis",
        "confidence": "confidence",
        "site_area": "site_area",
        "goals": "goals",
        "audiences": "audiences",
        "variations": "variations",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "start_time",
        "end_time",
    )
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    id: str | Unset = UNSET
    """The experience's id; given by the vendor, so leave it out when adding. Read-only."""
    name: str | Unset = UNSET
    """The experience's name. Required when it is created."""
    description: str | Unset = UNSET
    """A memo of what the experience is for."""
    type: Literal["a/b", "a/a", "mvt", "split_url", "personalization"] | Unset = UNSET
    """What kind of experience it is."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    """The status to give it; active starts it."""
    start_time: datetime.datetime | Unset = UNSET
    """When it was first started. On the wire Unix seconds. Kept by the vendor. Read-only."""
    end_time: datetime.datetime | Unset = UNSET
    """When it was stopped. On the wire Unix seconds. Kept by the vendor. Read-only."""
    global_js: str | Unset = UNSET
    """JavaScript that runs before the experience's changes are applied."""
    editor_url: str | Unset = UNSET
    """The page that the visual editor opens."""
    keep_winner: bool | Unset = UNSET
    """Whether to keep winning variations."""
    stop_loser: bool | Unset = UNSET
    """Whether to stop losing variations."""
    minrun: float | Unset = UNSET
    """How long to run at least, in days."""
    maxrun: float | Unset = UNSET
    """How long to run at most, in days."""
    minordv: float | Unset = UNSET
    """Treat orders below this value as outliers."""
    maxordv: float | Unset = UNSET
    """Treat orders above this value as outliers."""
    minconv: float | Unset = UNSET
    """How many conversions each variation needs at least."""
    minvis: float | Unset = UNSET
    """How many visitors each variation needs at least."""
    maxvis: float | Unset = UNSET
    """How many visitors the experience gets at most."""
    confidence: float | Unset = UNSET
    """The confidence level at which a result counts, in percent."""
    site_area: SiteArea | Unset = UNSET
    """The pages on which an experience fires. Only these rule types are allowed: url, url_with_query,
    query_string and the page_tag_ ones."""
    goals: list[GoalReference] | Unset = UNSET
    """The goals to measure it by; not for a personalization."""
    audiences: list[AudienceReference] | Unset = UNSET
    """The audiences to run it for."""
    variations: list[ExperienceVariationInput] | Unset = UNSET
    """Its variations, each with its share of the traffic."""


from .audience_reference import AudienceReference
from .experience_variation_input import ExperienceVariationInput
from .goal_reference import GoalReference
from .site_area import SiteArea
