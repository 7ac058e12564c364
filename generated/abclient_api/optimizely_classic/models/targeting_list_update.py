from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TargetingListUpdate(Body):
    """A targeting list that replaces the one stored; the same fields are required as on creation."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "list_type": "list_type",
        "key_fields": "key_fields",
        "list_content": "list_content",
        "format": "format",
    }

    name: str
    """Name of the list as it is. It cannot be changed."""
    description: str | Unset = UNSET
    """Short description."""
    list_type: Literal[1, 2, 3]
    """What the list holds: 1 cookie values, 2 query parameter values, 3 zip codes."""
    key_fields: str
    """Names of the cookies (`list_type` 1) or query parameters (`list_type` 2) to look at, comma-separated."""
    list_content: str
    """The values, comma-separated, at most 5 MB, each of at most 100 characters. Never returned."""
    format: Literal["csv"]
    """Format of `list_content`, always csv. It cannot be changed."""
