from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BlockedIpInput(Body):
    """An address that is not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "value": "value",
        "name": "name",
    }

    value: str
    """The IP address."""
    name: str | None | Unset = UNSET
    """A note on it, of at most 64 characters."""
