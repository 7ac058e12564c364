from collections.abc import Sequence
from typing import TypedDict


class GetDomainsListRequestDataFields(TypedDict, total=False):
    """Which domains, and which page of them.

    The fields of ``GetDomainsListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    page: int
    """Which page, from 1."""
    only: Sequence[int] | None
    """Only domains with these ids, at most 100."""
    except_: Sequence[int]
    """No domains with these ids, at most 100."""
