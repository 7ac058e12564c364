from collections.abc import Sequence
from typing import Literal, TypedDict


class GetAudiencesListRequestDataFields(TypedDict, total=False):
    """Which audiences, and which page of them.

    The fields of ``GetAudiencesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    status: Sequence[Literal["active", "archived"]] | None
    """The status."""
    search: str | None
    """Only those with this text."""
    is_default: bool | None
    """Whether it is chosen unless told otherwise."""
    sort_by: Literal["id", "type", "name", "usage", "status", "key"] | None
    """The order of the list. The vendor's default: 'id'."""
    type: Literal["segmentation", "permanent", "transient"] | None
    """The type."""
    experiences: Sequence[int] | None
    """Experiences by id."""
    usage: Literal["used", "not_used"] | None
    """Usage."""
    page: int
    """The number of the page, from 1."""
    include: Sequence[Literal["rules", "stats.experiences_usage"]]
    """Fields that are left out unless they are named here."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
