from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ContextSearch(Body):
    """Which contexts are wanted; the same as in the query, of which only one may be given."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "filter": "filter",
        "sort": "sort",
        "limit": "limit",
        "continuation_token": "continuationToken",
    }

    filter: str | Unset = UNSET
    """Which contexts, such as kindKeys:{"contains":["user:a"]}."""
    sort: str | Unset = UNSET
    """Order of the items."""
    limit: int | Unset = UNSET
    """How many items a page may hold."""
    continuation_token: str | Unset = UNSET
    """Where the next page starts; from the page before."""
