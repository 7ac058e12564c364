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
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    only: list[int] | None | Unset = UNSET
    """Only tags with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No tags with these ids, at most 100."""
    search: str | None | Unset = UNSET
    """Only tags in which this text is found, of at most 100 characters."""
