from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SessionExperienceFilter(Body):
    """Only sessions that saw this experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "variation_id": "variation_id",
    }

    id: int | Unset = UNSET
    """The id."""
    variation_id: int | Unset = UNSET
    """The variation, by id."""
