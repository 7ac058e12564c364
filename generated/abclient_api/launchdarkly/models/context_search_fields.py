from typing import TypedDict


class ContextSearchFields(TypedDict, total=False):
    """Which contexts are wanted; the same as in the query, of which only one may be given.

    The fields of ``ContextSearch``, by keyword.
    """

    filter: str
    """Which contexts, such as kindKeys:{"contains":["user:a"]}."""
    sort: str
    """Order of the items."""
    limit: int
    """How many items a page may hold."""
    continuation_token: str
    """Where the next page starts; from the page before."""
