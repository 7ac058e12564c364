from typing import TypedDict


class GetPlaceholdersListRequestDataFields(TypedDict, total=False):
    """Which placeholders, and which page of them.

    The fields of ``GetPlaceholdersListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    page: int
    """The number of the page, from 1."""
    search: str | None
    """Only those with this text."""
