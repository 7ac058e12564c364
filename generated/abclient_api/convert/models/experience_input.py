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
    """An experience as it is sent. The vendor documents the same fields as for reading, none of them required.

    Attributes:
        id: The experience's id; given by the vendor, so leave it out when adding. Read-only.
        name: The experience's name. Required when it is created.
        description: A memo of what the experience is for.
        type: What kind of experience it is.
        status: The status to give it; active starts it.
        start_time: When it was first started. On the wire Unix seconds. Kept by the vendor. Read-only.
        end_time: When it was stopped. On the wire Unix seconds. Kept by the vendor. Read-only.
        global_js: JavaScript that runs before the experience's changes are applied.
        editor_url: The page that the visual editor opens.
        keep_winner: Whether to keep winning variations.
        stop_loser: Whether to stop losing variations.
        minrun: How long to run at least, in days.
        maxrun: How long to run at most, in days.
        minordv: Treat orders below this value as outliers.
        maxordv: Treat orders above this value as outliers.
        minconv: How many conversions each variation needs at least.
        minvis: How many visitors each variation needs at least.
        maxvis: How many visitors the experience gets at most.
        confidence: The confidence level at which a result counts, in percent.
        site_area: The pages on which an experience fires. Only these rule types are allowed: url, url_with_query,
            query_string and the page_tag_ ones.
        goals: The goals to measure it by; not for a personalization.
        audiences: The audiences to run it for.
        variations: Its variations, each with its share of the traffic.
    """

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
    name: str | Unset = UNSET
    description: str | Unset = UNSET
    type: Literal["a/b", "a/a", "mvt", "split_url", "personalization"] | Unset = UNSET
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | Unset = UNSET
    start_time: datetime.datetime | Unset = UNSET
    end_time: datetime.datetime | Unset = UNSET
    global_js: str | Unset = UNSET
    editor_url: str | Unset = UNSET
    keep_winner: bool | Unset = UNSET
    stop_loser: bool | Unset = UNSET
    minrun: float | Unset = UNSET
    maxrun: float | Unset = UNSET
    minordv: float | Unset = UNSET
    maxordv: float | Unset = UNSET
    minconv: float | Unset = UNSET
    minvis: float | Unset = UNSET
    maxvis: float | Unset = UNSET
    confidence: float | Unset = UNSET
    site_area: SiteArea | Unset = UNSET
    goals: list[GoalReference] | Unset = UNSET
    audiences: list[AudienceReference] | Unset = UNSET
    variations: list[ExperienceVariationInput] | Unset = UNSET


from .audience_reference import AudienceReference
from .experience_variation_input import ExperienceVariationInput
from .goal_reference import GoalReference
from .site_area import SiteArea
