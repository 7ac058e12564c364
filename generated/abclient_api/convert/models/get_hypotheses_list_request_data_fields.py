from collections.abc import Sequence
from typing import Literal, TypedDict


class GetHypothesesListRequestDataFields(TypedDict, total=False):
    """Which hypotheses, and which page of them.

    The fields of ``GetHypothesesListRequestData``, by keyword.
    """

    only_count: bool
    """Whether only the number of all that match is wanted: `data` is empty, and `extra.pagination.items_count`
    tells it."""
    results_per_page: int | None
    """How many a page has, from 0 to 50. The vendor's default: 30."""
    sort_direction: Literal["asc", "desc"] | None
    """Whether the list is ascending or descending. The vendor's default: 'desc'."""
    sort_by: Literal["id", "name", "score", "start_date", "status"] | None
    """What the list is sorted by; `score` is the priority. The vendor's default: 'id'."""
    score_max: Literal[0, 1, 2, 3, 4, 5] | None
    """Only hypotheses whose priority is at most this, from 0 to 5. The vendor's default: 5."""
    score_min: Literal[0, 1, 2, 3, 4, 5] | None
    """Only hypotheses whose priority is at least this, from 0 to 5. The vendor's default: 0."""
    search: str | None
    """Only hypotheses in which this text is found, of at most 200 characters."""
    status: Sequence[Literal["applied", "archived", "completed", "draft", "proven", "disproven"]] | None
    """Only hypotheses with one of these statuses."""
    experiences: Sequence[int] | None
    """Only hypotheses of these experiences, by id."""
    tags: Sequence[int] | None
    """Only hypotheses with one of these tags, by id."""
    only: Sequence[int] | None
    """Only hypotheses with these ids, at most 100."""
    except_: Sequence[int]
    """No hypotheses with these ids, at most 100."""
    page: int
    """Which page, from 1."""
    expand: Sequence[Literal["project", "tags"]]
    """Fields that are to hold objects in place of their ids."""
