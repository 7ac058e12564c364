from collections.abc import Sequence
from typing import TypedDict


class GetTagsListRequestDataFields(TypedDict, total=False):
    """Which tags, and which page of them.

    The fields of ``GetTagsListRequestData``, by keyword.
    """

    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    page: int
    """Which page, from 1."""
    only: Sequence[int] | None
    """Only tags with these ids, at most 100."""
    except_: Sequence[int]
    """No tags with these ids, at most 100."""
    search: str | None
    """Only tags in which this text is found, of at most 100 characters."""
