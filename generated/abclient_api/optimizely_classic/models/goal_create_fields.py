from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class GoalCreateFields(TypedDict, total=False):
    """A goal to create. Which fields are required besides these two depends on `goal_type`.

    The fields of ``GoalCreate``, by keyword.
    """

    title: Required[str]
    """Name of the goal."""
    goal_type: Required[Literal[0, 1, 3]]
    """Kind of goal: 0 click, 1 custom event, 3 pageview. The others (2 engagement, 4 revenue) cannot be created."""
    description: str
    """What the goal is for."""
    event: str
    """Name of the event. Required for custom event goals."""
    selector: str
    """jQuery selector of the elements that are clicked. Required for click goals."""
    target_to_experiments: bool
    """Whether the goal is measured on the same pages as the experiment. Required for click goals; when false,
    `target_urls` and `target_url_match_types` are required too."""
    target_urls: Sequence[str]
    """Pages a click goal is measured on when `target_to_experiments` is false."""
    target_url_match_types: Sequence[Literal[1, 2, 3, 4]]
    """How each of `target_urls` is matched: 1 exact, 2 regular expression, 3 simple, 4 substring."""
    urls: Sequence[str]
    """Pages to count. Required for pageview goals; an empty list matches nowhere."""
    url_match_types: Sequence[Literal[1, 2, 3, 4]]
    """How each of `urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Required for
    pageview goals."""
    experiment_ids: Sequence[int]
    """Experiments that shall measure the goal."""
    archived: bool
    """Whether the goal is archived."""
    addable: bool
    """Whether the goal is offered for reuse in the list of saved goals."""
