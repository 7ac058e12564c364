from typing import TypedDict


class GetVisitorDataListRequestDataFields(TypedDict, total=False):
    """Which visitors, and which page of them.

    The fields of ``GetVisitorDataListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    page: int
    """The number of the page, from 1."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    search: str | None
    """Only those with this text."""
