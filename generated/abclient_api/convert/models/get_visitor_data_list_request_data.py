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
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    search: str | None | Unset = UNSET
    """Only visitors in which this text is found, of at most 200 characters."""
