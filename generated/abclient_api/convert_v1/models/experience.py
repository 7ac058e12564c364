from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._wire import (
    from_epoch_seconds,
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Experience(Model):
    """A test or a personalization, with everything that belongs to it."""

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
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": from_epoch_seconds,
        "end_time": from_epoch_seconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "site_area": "read_site_area",
        "goals": "list of read_goal_reference",
        "audiences": "list of read_audience_reference",
        "variations": "list of read_experience_variation",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "start_time": to_epoch_seconds,
        "end_time": to_epoch_seconds,
    }

    id: str
    """The experience's id. Read-only."""
    name: str | None = None
    """The experience's name."""
    description: str | None = None
    """A memo of what the experience is for."""
    type: Literal["a/b", "a/a", "mvt", "split_url", "personalization"] | str | None = None
    """What kind of experience it is."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"] | str | None = None
    """How far the experience has come."""
    start_time: datetime.datetime | None = None
    """When it was first started. On the wire Unix seconds, 0 while it has not been."""
    end_time: datetime.datetime | None = None
    """When it was stopped. On the wire Unix seconds, 0 while it has not been."""
    global_js: str | None = None
    """JavaScript that runs before the experience's changes are applied."""
    editor_url: str | None = None
    """The page that the visual editor opens."""
    keep_winner: bool | None = None
    """Whether winning variations are kept."""
    stop_loser: bool | None = None
    """Whether losing variations are stopped."""
    minrun: float | None = None
    """How long it runs at least, in days."""
    maxrun: float | None = None
    """How long it runs at most, in days."""
    minordv: float | None = None
    """Orders below this value count as outliers."""
    maxordv: float | None = None
    """Orders above this value count as outliers."""
    minconv: float | None = None
    """How many conversions each variation needs at least."""
    minvis: float | None = None
    """How many visitors each variation needs at least."""
    maxvis: float | None = None
    """How many visitors the experience gets at most."""
    confidence: float | None = None
    """The confidence level at which a result counts, in percent."""
    site_area: SiteArea | None = None
    """The pages on which an experience fires. Only these rule types are allowed: url, url_with_query,
    query_string and the page_tag_ ones."""
    goals: list[GoalReference] | None = None
    """The goals that it is measured by; a personalization has none."""
    audiences: list[AudienceReference] | None = None
    """The audiences that it runs for."""
    variations: list[ExperienceVariation] | None = None
    """Its variations, each with its share of the traffic."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.description = data.get("experience_description")
            self.type = data.get("experience_type")
            self.status = data.get("experience_status")
            self.start_time = None if (v := data.get("start_time")) is None else from_epoch_seconds(v)
            self.end_time = None if (v := data.get("end_time")) is None else from_epoch_seconds(v)
            self.global_js = data.get("global_js")
            self.editor_url = data.get("editor_url")
            self.keep_winner = data.get("keep_winner")
            self.stop_loser = data.get("stop_looser")
            self.minrun = data.get("minrun")
            self.maxrun = data.get("maxrun")
            self.minordv = data.get("minordv")
            self.maxordv = data.get("maxordv")
            self.minconv = data.get("minconv")
            self.minvis = data.get("minvis")
            self.maxvis = data.get("maxvis")
            self.confidence = data.get("confidence")
            self.site_area = None if (v := data.get("site_area")) is None else read_site_area(v)
            self.goals = (
                None
                if (v := data.get("goals")) is None
                else [read_goal_reference(x0) for x0 in items(v) if x0 is not None]
            )
            self.audiences = (
                None
                if (v := data.get("audiences")) is None
                else [read_audience_reference(x0) for x0 in items(v) if x0 is not None]
            )
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_experience_variation(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .audience_reference import AudienceReference, read_audience_reference
from .experience_variation import ExperienceVariation, read_experience_variation
from .goal_reference import GoalReference, read_goal_reference
from .site_area import SiteArea, read_site_area
