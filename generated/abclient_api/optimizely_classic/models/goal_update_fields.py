from collections.abc import Sequence
from typing import Literal, TypedDict


class GoalUpdateFields(TypedDict, total=False):
    """Fields of a goal to change; the fields left out keep their values.

    The fields of ``GoalUpdate``, by keyword.
    """

    title: str
    """Name of the goal."""
    goal_type: Literal[0, 1, 2, 3, 4]
    """Kind of goal: 0 click, 1 custom event, 2 engagement, 3 pageview, 4 revenue."""
    description: str
    """What the goal is for."""
    selector: str | None
    """jQuery selector of the elements that are clicked, for click goals."""
    target_to_experiments: bool | None
    """Whether a click goal is measured on the same pages as the experiment."""
    target_urls: Sequence[str]
    """Pages a click goal is measured on when `target_to_experiments` is false. Replaces the whole list."""
    target_url_match_types: Sequence[Literal[1, 2, 3, 4]]
    """How each of `target_urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Replaces the
    whole list."""
    urls: Sequence[str]
    """Pages a pageview goal counts. Replaces the whole list; an empty one matches nowhere."""
    url_match_types: Sequence[Literal[1, 2, 3, 4]]
    """How each of `urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Replaces the whole
    list."""
    experiment_ids: Sequence[int]
    """Experiments that shall measure the goal. Replaces the whole list, so a change starts from the list just
    read."""
    archived: bool
    """Whether the goal is archived."""
    addable: bool
    """Whether the goal is offered for reuse in the list of saved goals."""
