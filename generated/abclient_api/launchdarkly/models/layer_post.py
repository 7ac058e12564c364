from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class LayerPost(Body):
    """A new layer."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
    }

    key: str
    """Its key."""
    name: str
    """A name for people."""
    description: str
    """What it is about."""
