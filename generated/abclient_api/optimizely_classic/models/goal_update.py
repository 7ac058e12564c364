from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GoalUpdate(Body):
    """Fields of a goal to change; the fields left out keep their values."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "title": "title",
        "goal_type": "goal_type",
        "description": "description",
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

    title: str | Unset = UNSET
    """Name of the goal."""
    goal_type: Literal[0, 1, 2, 3, 4] | Unset = UNSET
    """Kind of goal: 0 click, 1 custom event, 2 engagement, 3 pageview, 4 revenue."""
    description: str | Unset = UNSET
    """What the goal is for."""
    selector: str | None | Unset = UNSET
    """jQuery selector of the elements that are clicked, for click goals."""
    target_to_experiments: bool | None | Unset = UNSET
    """Whether a click goal is measured on the same pages as the experiment."""
    target_urls: list[str] | Unset = UNSET
    """Pages a click goal is measured on when `target_to_experiments` is false. Replaces the whole list."""
    target_url_match_types: list[Literal[1, 2, 3, 4]] | Unset = UNSET
    """How each of `target_urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Replaces the
    whole list."""
    urls: list[str] | Unset = UNSET
    """Pages a pageview goal counts. Replaces the whole list; an empty one matches nowhere."""
    url_match_types: list[Literal[1, 2, 3, 4]] | Unset = UNSET
    """How each of `urls` is matched (1 exact, 2 regular expression, 3 simple, 4 substring). Replaces the whole
    list."""
    experiment_ids: list[int] | Unset = UNSET
    """Experiments that shall measure the goal. Replaces the whole list, so a change starts from the list just
    read."""
    archived: bool | Unset = UNSET
    """Whether the goal is archived."""
    addable: bool | Unset = UNSET
    """Whether the goal is offered for reuse in the list of saved goals."""
