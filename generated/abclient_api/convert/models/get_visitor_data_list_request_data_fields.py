from typing import TypedDict


class GetVisitorDataListRequestDataFields(TypedDict, total=False):
    """Which visitors, and which page of them.

    The fields of ``GetVisitorDataListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    page: int
    """Which page, from 1."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    search: str | None
    """Only visitors in which this text is found, of at most 200 characters."""
