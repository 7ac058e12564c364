from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetVisitorDataListRequestData(Body):
    """Which visitors, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "page": "page",
        "results_per_page": "results_per_page",
        "search": "search",
    }

    only_count: bool | Unset = UNSET
    """Whether the answer is to have the number of items only."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
