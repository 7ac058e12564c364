from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class URLTargetingInput(Body):
    """The URLs an experiment or campaign is to run on."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "activation_code": "activation_code",
        "activation_type": "activation_type",
        "conditions": "conditions",
        "edit_url": "edit_url",
        "key": "key",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    activation_code: str | Unset = UNSET
    """JavaScript function that activates the page; needed for `polling` and `callback`."""
    activation_type: Literal["immediate", "manual", "polling", "callback", "dom_changed", "url_changed"] | Unset = UNSET
    """What makes the snippet check the conditions, as on a page."""
    conditions: Any | Unset = UNSET
    """Nested and/or list of URL conditions, JSON in a string."""
    edit_url: str
    """URL the editor opens."""
    key: str | Unset = UNSET
    """Unique key of that page within the project."""
