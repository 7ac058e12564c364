from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .experience_change_input import ExperienceChangeInput


class UpdateExperienceVariationRequestDataFields(TypedDict, total=False):
    """What to change of a variation.

    The fields of ``UpdateExperienceVariationRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    description: str | None
    """A description."""
    is_baseline: bool
    """Whether the others are compared with it."""
    traffic_distribution: float
    """Its share among the variations, in percent with up to four decimals."""
    key: str
    """A name for use in code, unique in its project."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    status: Literal["stopped", "running"]
    """The status."""
    code_changes: Sequence[ExperienceChangeInput | Model | Mapping[str, Any]]
    """All changes. The list replaces the one that was there; an empty one removes them."""
