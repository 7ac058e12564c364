from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BaseVisitorData(Body):
    """What is known of a visitor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "visitor_id": "visitor_id",
        "data": "data",
    }

    visitor_id: str | Unset = UNSET
    """The id of the visitor."""
    data: dict[str, Any] | Unset = UNSET
    """What is known of the visitor, by field."""
