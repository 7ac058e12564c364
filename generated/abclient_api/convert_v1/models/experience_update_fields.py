from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .audience_reference import AudienceReference
from .experience_variation_input import ExperienceVariationInput
from .goal_reference import GoalReference
from .site_area import SiteArea


class ExperienceUpdateFields(TypedDict, total=False):
    """An experience as it is sent. The vendor documents the same fields as for reading, none of them required.

    The fields of ``ExperienceInput``, by keyword.
    """

    name: str
    """The experience's name."""
    description: str
    """A memo of what the experience is for."""
    type: Literal["a/b", "a/a", "mvt", "split_url", "personalization"]
    """What kind of experience it is."""
    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"]
    """The status to give it; active starts it."""
    global_js: str
    """JavaScript that runs before the experience's changes are applied."""
    editor_url: str
    """The page that the visual editor opens."""
    keep_winner: bool
    """Whether to keep winning variations."""
    stop_loser: bool
    """Whether to stop losing variations."""
    minrun: float
    """How long to run at least, in days."""
    maxrun: float
    """How long to run at most, in days."""
    minordv: float
    """Treat orders below this value as outliers."""
    maxordv: float
    """Treat orders above this value as outliers."""
    minconv: float
    """How many conversions each variation needs at least."""
    minvis: float
    """How many visitors each variation needs at least."""
    maxvis: float
    """How many visitors the experience gets at most."""
    confidence: float
    """The confidence level at which a result counts, in percent."""
    site_area: SiteArea | Mapping[str, Any]
    """The pages on which an experience fires. Only these rule types are allowed: url, url_with_query,
    query_string and the page_tag_ ones."""
    goals: Sequence[GoalReference | Mapping[str, Any]]
    """The goals to measure it by; not for a personalization."""
    audiences: Sequence[AudienceReference | Mapping[str, Any]]
    """The audiences to run it for."""
    variations: Sequence[ExperienceVariationInput | Model | Mapping[str, Any]]
    """Its variations, each with its share of the traffic."""
