from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    from_json_string,
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class URLTargeting(Model):
    """The URLs an experiment or campaign runs on, given in place of pages."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "activation_code": "activation_code",
        "activation_type": "activation_type",
        "conditions": "conditions",
        "edit_url": "edit_url",
        "key": "key",
        "page_id": "page_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": from_json_string,
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
    """What makes the snippet check the conditions, as on a page."""
    conditions: Any = None
    """Nested and/or list of URL conditions, JSON in a string."""
    edit_url: str | None = None
    """URL the editor opens."""
    key: str | None = None
    """Unique key of that page within the project."""
    page_id: int | None = None
    """Page that stands for these conditions. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.activation_code = data.get("activation_code")
            self.activation_type = data.get("activation_type")
            self.conditions = None if (v := data.get("conditions")) is None else from_json_string(v)
            self.edit_url = data.get("edit_url")
            self.key = data.get("key")
            self.page_id = data.get("page_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_url_targeting: Callable[[Any], URLTargeting] = URLTargeting.from_dict
