from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class GoalSettings(Model):
    """Settings of a goal; which fields it has depends on the type."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "tracked_items": "tracked_items",
        "percentage": "percentage",
        "triggering_type": "triggering_type",
        "action": "action",
        "href": "href",
        "selector": "selector",
        "only_where_experience_runs": "only_where_experience_runs",
        "ga_event": "ga_event",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "tracked_items": "list of read_tracked_item",
    }

    tracked_items: list[TrackedItem] | None = None
    """Of `dom_interaction`: elements and their events."""
    percentage: float | None = None
    """Of `scroll_percentage`: how far a page is scrolled, in percent."""
    triggering_type: Literal["manual", "ga"] | str | None = None
    """Of `revenue`: whether the code reports it (`manual`) or Google Analytics (`ga`)."""
    action: str | None = None
    """Of `submits_form`: the address that a form is submitted to."""
    href: str | None = None
    """Of `clicks_link`: the address that a link leads to."""
    selector: str | None = None
    """Of `clicks_element`: the CSS selector of the elements."""
    only_where_experience_runs: bool | None = None
    """Of `clicks_element`: whether it counts only where an experience runs."""
    ga_event: str | None = None
    """Of `ga_import`: the event at Google Analytics."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.tracked_items = (
                None
                if (v := data.get("tracked_items")) is None
                else [read_tracked_item(x0) for x0 in items(v) if x0 is not None]
            )
            self.percentage = data.get("percentage")
            self.triggering_type = data.get("triggering_type")
            self.action = data.get("action")
            self.href = data.get("href")
            self.selector = data.get("selector")
            self.only_where_experience_runs = data.get("only_where_experience_runs")
            self.ga_event = data.get("ga_event")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_goal_settings: Callable[[Any], GoalSettings] = GoalSettings.from_dict


from .tracked_item import TrackedItem, read_tracked_item
