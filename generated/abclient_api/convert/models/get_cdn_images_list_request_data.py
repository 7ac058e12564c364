from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetCdnImagesListRequestData(Body):
    """Which images."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "start_from": "start_from",
        "max_results": "max_results",
    }

    start_from: str | Unset = UNSET
    """The key of the image after which the list goes on."""
    max_results: int | None | Unset = UNSET
    """How many images there are at most, from 0 to 100. The vendor's default: 50."""
