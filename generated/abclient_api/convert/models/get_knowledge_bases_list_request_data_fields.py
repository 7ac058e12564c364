from collections.abc import Sequence
from typing import Literal, TypedDict


class GetKnowledgeBasesListRequestDataFields(TypedDict, total=False):
    """Which entries of the knowledge base, and which page of them.

    The fields of ``GetKnowledgeBasesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    page: int
    """Which page, from 1."""
    sort_by: Literal["name", "updated_at", "status"] | None
    """What the list is sorted by; `updated_at` is when an entry was changed last. The vendor's default: 'name'."""
    search: str | None
    """Only entries in which this text is found, of at most 200 characters."""
    status: Sequence[Literal["active", "archived"]] | None
    """Only entries with one of these statuses."""
    tags: Sequence[int] | None
    """Only entries with one of these tags, by id."""
    only: Sequence[int] | None
    """Only entries with these ids, at most 100."""
    except_: Sequence[int]
    """No entries with these ids, at most 100."""
    expand: Sequence[Literal["project", "tags"]]
    """Fields that are to hold objects in place of their ids."""
