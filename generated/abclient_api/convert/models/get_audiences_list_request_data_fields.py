from collections.abc import Sequence
from typing import Literal, TypedDict


class GetAudiencesListRequestDataFields(TypedDict, total=False):
    """Which audiences, and which page of them.

    The fields of ``GetAudiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """Only audiences with one of these statuses."""
    search: str | None
    """Only audiences in which this text is found, of at most 200 characters."""
    is_default: bool | None
    """Only those that new experiences begin with (`selected_default`); with false, only the others."""
    sort_by: Literal["id", "type", "name", "usage", "status", "key"] | None
    """What the list is sorted by; `usage` is the number of experiences that use an audience. The vendor's
    default: 'id'."""
    type: Literal["segmentation", "permanent", "transient"] | None
    """Only audiences of this type."""
    experiences: Sequence[int] | None
    """Only audiences of these experiences, by id, at most 100."""
    usage: Literal["used", "not_used"] | None
    """Only audiences that experiences use, or only those that no experience uses."""
    page: int
    """Which page, from 1."""
    include: Sequence[Literal["rules", "stats.experiences_usage"]]
    """Optional fields that audiences are to have; all others are left out."""
    only: Sequence[int] | None
    """Only audiences with these ids, at most 100."""
    except_: Sequence[int]
    """No audiences with these ids, at most 100."""
