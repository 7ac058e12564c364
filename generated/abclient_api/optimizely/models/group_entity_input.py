from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class GroupEntityInput(Body):
    """An experiment or campaign to put into an exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "kind": "kind",
        "weight": "weight",
    }

    id: int
    """Identifier of the experiment or campaign."""
    kind: Literal["Campaign", "Experiment"]
    """What it is."""
    weight: int
    """Share of the group's traffic, in basis points from 0 to 10000."""
