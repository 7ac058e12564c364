from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TagInput(Body):
    """A tag to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    name: str
    """What it is called."""
    description: str | None | Unset = UNSET
    """A description."""
