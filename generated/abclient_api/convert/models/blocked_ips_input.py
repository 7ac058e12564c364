from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BlockedIpsInput(Body):
    """Addresses that are not tracked."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "single": "single",
        "range": "range",
    }

    single: list[BlockedIpInput] | Unset = UNSET
    """Single addresses."""
    range: list[BlockedIpRangeInput] | Unset = UNSET
    """Ranges of addresses."""


from .blocked_ip_input import BlockedIpInput
from .blocked_ip_range_input import BlockedIpRangeInput
