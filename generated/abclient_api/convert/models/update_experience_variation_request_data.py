from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateExperienceVariationRequestData(Body):
    """What to change of a variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "is_baseline": "is_baseline",
        "traffic_distribution": "traffic_distribution",
        "key": "key",
        "concurrency_key": "concurrency_key",
        "status": "status",
        "code_changes": "changes",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str | Unset = UNSET
    """What it is called."""
    description: str | None | Unset = UNSET
    """A description."""
    is_baseline: bool | Unset = UNSET
    """Whether the others are compared with it."""
    traffic_distribution: float | Unset = UNSET
    """Its share among the variations, in percent with up to four decimals."""
    key: str | Unset = UNSET
    """A name for use in code, unique in its project."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    status: Literal["stopped", "running"] | Unset = UNSET
    """The status."""
    code_changes: list[ExperienceChangeInput] | Unset = UNSET
    """All changes. The list replaces the one that was there; an empty one removes them."""


from .experience_change_input import ExperienceChangeInput
