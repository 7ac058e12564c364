from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HoldoutRequestBody(Body):
    """A new holdout."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "archived": "archived",
        "audience_conditions": "audience_conditions",
        "audience_ids": "audience_ids",
        "created_by_user_email": "created_by_user_email",
        "created_time": "created_time",
        "description": "description",
        "end_time": "end_time",
        "environment_key": "environment_key",
        "metrics": "metrics",
        "project_id": "project_id",
        "revision": "revision",
        "scope": "scope",
        "scope_type": "scope_type",
        "start_time": "start_time",
        "status": "status",
        "traffic_allocation": "traffic_allocation",
        "updated_time": "updated_time",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "archived",
        "created_by_user_email",
        "created_time",
        "end_time",
        "project_id",
        "revision",
        "status",
        "updated_time",
    )

    id: int | Unset = UNSET
    """Number of it, given by the vendor. Read-only."""
    key: str
    """Key of the holdout, of letters, digits, `_` and `-`, at most 64."""
    name: str
    """Name shown to people. At most 255 characters."""
    archived: bool | Unset = UNSET
    """Whether it is archived: hidden, and kept. Read-only."""
    audience_conditions: Any | Unset = UNSET
    """Nested list whose first word is `and`, `or` or `not`, around objects with an `audience_id`; or the same as
    JSON in a text. An empty list is everyone."""
    audience_ids: list[int] | Unset = UNSET
    """Audiences; audience_conditions say more."""
    created_by_user_email: str | Unset = UNSET
    """Address of the user who made it. Read-only."""
    created_time: datetime.datetime | None | Unset = UNSET
    """When it was made. Read-only."""
    description: str | Unset = UNSET
    """What it is for, in words. At most 1000 characters."""
    end_time: datetime.datetime | Unset = UNSET
    """When it was concluded. Read-only."""
    environment_key: str | Unset = UNSET
    """Key of the environment."""
    metrics: list[MetricInput] | Unset = UNSET
    """What is measured; the first metric is the primary one."""
    project_id: int | Unset = UNSET
    """Project that it belongs to. Read-only."""
    revision: int | Unset = UNSET
    """Grows by one with each change. Read-only."""
    scope: Literal["global", "local"] | Unset = UNSET
    """Whether it holds visitors back from everything in the project or from some rules. The vendor's default:
    'global'."""
    scope_type: Literal["exclude", "include"] | Unset = UNSET
    """Whether the rules named are the ones left out or the ones taken in. The vendor's default: 'exclude'."""
    start_time: datetime.datetime | Unset = UNSET
    """When it is to begin."""
    status: Literal["draft", "running", "concluded"] | Unset = UNSET
    """State, which begins as draft. Read-only."""
    traffic_allocation: int | Unset = UNSET
    """Share in basis points, from 0 to 10000."""
    updated_time: datetime.datetime | Unset = UNSET
    """When it was last changed. Read-only."""


from .metric_input import MetricInput
