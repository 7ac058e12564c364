from collections.abc import Sequence
from typing import Literal, TypedDict


class GetHypothesesListRequestDataFields(TypedDict, total=False):
    """Which hypotheses, and which page of them.

    The fields of ``GetHypothesesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether the answer is to have the number of items only."""
    results_per_page: int | None
    """How many items a page has. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the order is ascending or descending. The vendor's default: 'desc'."""
    sort_by: Literal["id", "name", "score", "start_date", "status"] | None
    """The order of the list. The vendor's default: 'id'."""
    score_max: Literal[0, 1, 2, 3, 4, 5] | None
    """Only hypotheses with at most this score. The vendor's default: 5."""
    score_min: Literal[0, 1, 2, 3, 4, 5] | None
    """Only hypotheses with at least this score. The vendor's default: 0."""
    search: str | None
    """Only those with this text."""
    status: Sequence[Literal["applied", "archived", "completed", "draft", "proven", "disproven"]] | None
    """The status."""
    experiences: Sequence[int] | None
    """Experiences by id."""
    tags: Sequence[int] | None
    """Tags by id."""
    only: Sequence[int] | None
    """Only these ids."""
    except_: Sequence[int]
    """Without these ids."""
    page: int
    """The number of the page, from 1."""
    expand: Sequence[Literal["project", "tags"]]
    """Fields in which objects are given in place of their ids."""
