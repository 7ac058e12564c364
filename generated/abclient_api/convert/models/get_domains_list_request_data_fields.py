from collections.abc import Sequence
from typing import TypedDict


class GetDomainsListRequestDataFields(TypedDict, total=False):
    """Which domains, and which page of them.

    The fields of ``GetDomainsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    page: int
    """The number of the page, from 1."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
