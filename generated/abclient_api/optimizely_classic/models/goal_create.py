from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GoalCreate(Body):
    """A goal to create. Which fields are required besides these two depends on `goal_type`."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "title": "title",
        "goal_type": "goal_type",
        "description": "description",
        "event": "event",
        "selector": "selector",
        "target_to_experiments": "target_to_experiments",
        "target_urls": "target_urls",
        "target_url_match_types": "target_url_match_types",
        "urls": "urls",
        "url_match_types": "url_match_types",
        "experiment_ids": "experiment_ids",
        "archived": "archived",
        "addable": "addable",
    }

    title: str
    """Name of the goal."""
    goal_type: Literal[0, 1, 3]
    """Kind of goal: 0 click, 1 custom event, 3 pageview. The others (2 engagement, 4 revenue) cannot be created."""
    description: str | Unset = UNSET
    """What the goal is for."""
    event: str | Unset = UNSET
    """Name of the event. Required for custom event goals."""
    selector: str | Unset = UNSET
    """jQuery selector of the elements that are clicked. Required for click goals."""
    target_to_experiments: bool | Unset = UNSET
    """Whether the goal is measured on the same pages as the experiment. Required for click goals; when false,
    `target_urls` and `target_url_match_types` are required too."""
    target_urls: list[str] | Unset = UNSET
    """Pages a click goal is measured on when `target_to_experiments` is false."""
    target_url_match_types: list[Literal[1, 2, 3, 4]] | Unset = UNSET
    """How each of `target_urls` is matched: 1 exact, 2 regular expression, 3 simple, 4 substring."""
    urls: list[str] | Unset = UNSET
    """Pages to count. Required for pageview goals; an empty list matches nowhere."""
    url_match_types: list[Literal[1, 2, 3, 4]] | Unset = UNSET
    """How each of `urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Required for
    pageview goals."""
    experiment_ids: list[int] | Unset = UNSET
    """Experiments that shall measure the goal."""
    archived: bool | Unset = UNSET
    """Whether the goal is archived."""
    addable: bool | Unset = UNSET
    """Whether the goal is offered for reuse in the list of saved goals."""
