from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Experiment(Model):
    """An A/B test: it connects goals, audiences and variations. Answers can be sparse, so everything but `id`
    can be missing.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "project_id": "project_id",
        "variation_ids": "variation_ids",
        "status": "status",
        "description": "description",
        "details": "details",
        "edit_url": "edit_url",
        "url_conditions": "url_conditions",
        "percentage_included": "percentage_included",
        "activation_mode": "activation_mode",
        "conditional_code": "conditional_code",
        "experiment_type": "experiment_type",
        "is_multivariate": "is_multivariate",
        "audience_ids": "audience_ids",
        "display_goal_order_lst": "display_goal_order_lst",
        "primary_goal_id": "primary_goal_id",
        "custom_css": "custom_css",
        "custom_js": "custom_js",
        "shareable_results_link": "shareable_results_link",
        "created": "created",
        "last_modified": "last_modified",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variation_ids": "list of scalar",
        "url_conditions": "list of read_url_condition",
        "audience_ids": "list of scalar",
        "display_goal_order_lst": "list of scalar",
    }

    id: int
    """Unique id of the experiment. Read-only."""
    project_id: int | None = None
    """Project the experiment belongs to; on creation it is named by the path. Read-only. Required when it is
    created."""
    variation_ids: list[int] | None = None
    """Its variations. Variations are added and removed through their own operations. Read-only."""
    status: Literal["Running", "Paused", "Not started", "Archived"] | str | None = None
    """Running experiments are live for visitors; Archived ones are hidden and out of the snippet."""
    description: str | None = None
    """The name shown in the dashboard and the editor. Required when it is created."""
    details: str | None = None
    """Hypothesis or longer description. Read-only."""
    edit_url: str | None = None
    """The page that opens in the editor. Required when it is created."""
    url_conditions: list[UrlCondition] | None = None
    """The pages the experiment runs on."""
    percentage_included: int | None = None
    """Share of visitors in the experiment, in basis points from 0 to 10000 (divide by 100 for percent)."""
    activation_mode: Literal["immediate", "manual", "conditional"] | str | None = None
    """When the experiment becomes active on a page; `conditional` waits for `conditional_code`."""
    conditional_code: str | None = None
    """JavaScript condition or function that activates the experiment when `activation_mode` is conditional.
    Read-only."""
    experiment_type: Literal["ab", "multivariate", "multipage"] | str | None = None
    """Kind of test. Multivariate and multipage tests can be read but neither created nor updated."""
    is_multivariate: bool | None = None
    """Whether this is a multivariate test. Read-only."""
    audience_ids: list[int] | None = None
    """Audiences the experiment is targeted at."""
    display_goal_order_lst: list[int] | None = None
    """Goals of the experiment, in display order. Read-only."""
    primary_goal_id: int | None = None
    """The primary goal, or null. Read-only."""
    custom_css: str | None = None
    """CSS applied to all variations, the original included."""
    custom_js: str | None = None
    """JavaScript that runs before the code of every variation, the original included."""
    shareable_results_link: str | None = None
    """Address at which anyone can see the results without logging in. Treat it as a secret. Read-only."""
    created: datetime.datetime | None = None
    """Time of creation, UTC, in microseconds. Read-only."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC, in microseconds. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.project_id = data.get("project_id")
            self.variation_ids = None if (v := data.get("variation_ids")) is None else without_nulls(items(v))
            self.status = data.get("status")
            self.description = data.get("description")
            self.details = data.get("details")
            self.edit_url = data.get("edit_url")
            self.url_conditions = (
                None
                if (v := data.get("url_conditions")) is None
                else [read_url_condition(x0) for x0 in items(v) if x0 is not None]
            )
            self.percentage_included = data.get("percentage_included")
            self.activation_mode = data.get("activation_mode")
            self.conditional_code = data.get("conditional_code")
            self.experiment_type = data.get("experiment_type")
            self.is_multivariate = data.get("is_multivariate")
            self.audience_ids = None if (v := data.get("audience_ids")) is None else without_nulls(items(v))
            self.display_goal_order_lst = (
                None if (v := data.get("display_goal_order_lst")) is None else without_nulls(items(v))
            )
            self.primary_goal_id = data.get("primary_goal_id")
            self.custom_css = data.get("custom_css")
            self.custom_js = data.get("custom_js")
            self.shareable_results_link = data.get("shareable_results_link")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .url_condition import UrlCondition, read_url_condition
