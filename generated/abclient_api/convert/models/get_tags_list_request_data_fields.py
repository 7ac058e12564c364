from collections.abc import Sequence
from typing import TypedDict


class GetTagsListRequestDataFields(TypedDict, total=False):
    """Which tags, and which page of them.

    The fields of ``GetTagsListRequestData``, by keyword.
    """

    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    page: int
    """The number of the page, from 1."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
    search: str | None
    """Only those with this text."""
