from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetTagsListRequestData(Body):
    """Which tags, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "results_per_page": "results_per_page",
        "page": "page",
        "only": "only",
        "except_": "except",
        "search": "search",
    }

    results_per_page: int | None | Unset = UNSET
    """How many items a page has. The vendor's default: 30."""
    page: int | Unset = UNSET
    """The number of the page, from 1."""
    only: list[int] | None | Unset = UNSET
    """Only these ids."""
    except_: list[int] | Unset = UNSET
    """Without these ids."""
    search: str | None | Unset = UNSET
    """Only those with this text."""
