from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CreateVisitorDataItemRequestData(Body):
    """A visitor to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_id": "visitor_id",
        "source": "source",
        "data": "data",
    }

    visitor_id: str | Unset = UNSET
    """The id of the visitor."""
    source: str | Unset = UNSET
    """Where the data comes from, in your own words."""
    data: dict[str, Any] | Unset = UNSET
    """What is known of the visitor, by field."""
