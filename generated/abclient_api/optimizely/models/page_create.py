from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class PageCreate(Body):
    """What may be sent to create a page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "activation_code": "activation_code",
        "activation_type": "activation_type",
        "archived": "archived",
        "category": "category",
        "conditions": "conditions",
        "edit_url": "edit_url",
        "key": "key",
        "name": "name",
        "page_type": "page_type",
        "project_id": "project_id",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    activation_code: str | Unset = UNSET
    """JavaScript function that activates the page; needed for `polling` and `callback`."""
    activation_type: Literal["immediate", "manual", "polling", "callback", "dom_changed", "url_changed"] | Unset = UNSET
    """Trigger: `immediate` when the snippet loads, `manual` by the page's code, `polling` every 50 ms until
    `activation_code` is true, `callback` when it calls back, `dom_changed` and `url_changed` on such a
    change."""
    archived: bool | Unset = UNSET
    """Whether the page is archived. The vendor's default: False."""
    category: (
        Literal[
            "article",
            "cart",
            "category",
            "checkout",
            "home",
            "landing_page",
            "pricing",
            "product_detail",
            "search_results",
            "other",
        ]
        | Unset
    ) = UNSET
    """Category the page is grouped under. The vendor's default: 'other'."""
    conditions: Any | Unset = UNSET
    """Nested and/or list of `{type: url, match_type, value}`, JSON in a string; match_type is simple (host and
    path), exact, substring or regex."""
    edit_url: str
    """URL the editor opens."""
    key: str | Unset = UNSET
    """Unique key within the project."""
    name: str
    """Name of the page."""
    page_type: Literal["single_url", "url_set", "global"] | Unset = UNSET
    """How many URLs the page covers."""
    project_id: int
    """Project to create the page in."""
