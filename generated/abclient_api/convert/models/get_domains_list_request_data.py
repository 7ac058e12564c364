from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetDomainsListRequestData(Body):
    """Which domains, and which page of them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "only_count": "onlyCount",
        "results_per_page": "results_per_page",
        "page": "page",
        "only": "only",
        "except_": "except",
    }

    only_count: bool | Unset = UNSET
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None | Unset = UNSET
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    page: int | Unset = UNSET
    """Which page, from 1."""
    only: list[int] | None | Unset = UNSET
    """Only domains with these ids, at most 100."""
    except_: list[int] | Unset = UNSET
    """No domains with these ids, at most 100."""
