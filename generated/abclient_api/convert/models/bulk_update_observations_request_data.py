from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class BulkUpdateObservationsRequestData(Body):
    """Which of them, and what they become."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "status": "status",
    }

    id: list[int]
    """Which ones, by id: 1 to 100."""
    status: Literal["active", "archived"]
    """The status that they get."""
