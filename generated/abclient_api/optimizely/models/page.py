from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_json_string,
    to_datetime,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Page(Model):
    """A set of URLs experiments run on."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "activation_code": "activation_code",
        "activation_type": "activation_type",
        "archived": "archived",
        "category": "category",
        "conditions": "conditions",
        "created": "created",
        "edit_url": "edit_url",
        "id": "id",
        "key": "key",
        "last_modified": "last_modified",
        "name": "name",
        "page_type": "page_type",
        "project_id": "project_id",
        "single_use": "single_use",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": from_json_string,
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    activation_code: str | None = None
    """JavaScript function that activates the page; needed for `polling` and `callback`."""
    activation_type: (
        Literal["immediate", "manual", "polling", "callback", "dom_changed", "url_changed"] | str | None
    ) = None
    """Trigger: `immediate` when the snippet loads, `manual` by the page's code, `polling` every 50 ms until
    `activation_code` is true, `callback` when it calls back, `dom_changed` and `url_changed` on such a
    change."""
    archived: bool | None = None
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
        | str
        | None
    ) = None
    """Category the page is grouped under. The vendor's default: 'other'."""
    conditions: Any = None
    """Nested and/or list of `{type: url, match_type, value}`, JSON in a string; match_type is simple (host and
    path), exact, substring or regex."""
    created: datetime.datetime | None = None
    """When the page was created, UTC. Read-only."""
    edit_url: str | None = None
    """URL the editor opens."""
    id: int
    """Identifier of the page. Read-only."""
    key: str | None = None
    """Unique key within the project."""
    last_modified: datetime.datetime | None = None
    """When the page was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the page."""
    page_type: Literal["single_url", "url_set", "global"] | str | None = None
    """How many URLs the page covers."""
    project_id: int | None = None
    """Project the page belongs to."""
    single_use: bool | None = None
    """Whether the page was made for the URL targeting of one experiment. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.activation_code = data.get("activation_code")
            self.activation_type = data.get("activation_type")
            self.archived = data.get("archived")
            self.category = data.get("category")
            self.conditions = None if (v := data.get("conditions")) is None else from_json_string(v)
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.edit_url = data.get("edit_url")
            self.id = data["id"]
            self.key = data.get("key")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.page_type = data.get("page_type")
            self.project_id = data.get("project_id")
            self.single_use = data.get("single_use")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
