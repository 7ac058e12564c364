from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class FlagPrerequisitePost(Body):
    """A flag that must serve a variation first."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "variation_id": "variationId",
    }

    key: str
    """Its key."""
    variation_id: str
    """Id of the variation."""
