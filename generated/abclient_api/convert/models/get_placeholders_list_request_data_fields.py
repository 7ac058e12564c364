from typing import TypedDict


class GetPlaceholdersListRequestDataFields(TypedDict, total=False):
    """Which placeholders, and which page of them.

    The fields of ``GetPlaceholdersListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    page: int
    """Which page, from 1."""
    search: str | None
    """Only placeholders in which this text is found, of at most 200 characters."""
