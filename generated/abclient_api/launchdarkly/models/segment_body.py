from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SegmentBody(Body):
    """A new segment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "key": "key",
        "description": "description",
        "tags": "tags",
        "unbounded": "unbounded",
        "unbounded_context_kind": "unboundedContextKind",
    }

    name: str
    """A name for people."""
    key: str
    """Its key."""
    description: str | Unset = UNSET
    """What it is about."""
    tags: list[str] | Unset = UNSET
    """Tags."""
    unbounded: bool | Unset = UNSET
    """Whether it is a big segment."""
    unbounded_context_kind: str | Unset = UNSET
    """Kind of the contexts of a big segment."""
