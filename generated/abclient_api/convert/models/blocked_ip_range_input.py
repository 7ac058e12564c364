from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BlockedIpRangeInput(Body):
    """A range of addresses that are not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start": "start",
        "end": "end",
        "name": "name",
    }

    start: str
    """The first address."""
    end: str
    """The last address."""
    name: str | None | Unset = UNSET
    """A note on it, of at most 64 characters."""
