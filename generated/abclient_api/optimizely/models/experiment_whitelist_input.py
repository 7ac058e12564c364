from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ExperimentWhitelistInput(Body):
    """A visitor who is always to see one variation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "variation_id": "variation_id",
    }

    user_id: str
    """The visitor's identifier."""
    variation_id: int
    """The variation to show."""
