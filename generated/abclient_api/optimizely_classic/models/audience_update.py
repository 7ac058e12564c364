from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_json_string,
)


@define(eq=False, repr=False, kw_only=True)
class AudienceUpdate(Body):
    """Fields of an audience to change; the fields left out keep their values."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "conditions": "conditions",
        "segmentation": "segmentation",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "conditions": to_json_string,
    }

    name: str | Unset = UNSET
    """Name of the audience."""
    description: str | Unset = UNSET
    """Short description."""
    conditions: Any | Unset = UNSET
    """Who belongs to the audience, as nested lists sent as a string that holds JSON. Replaces all conditions."""
    segmentation: bool | Unset = UNSET
    """Whether results can be segmented by the audience. Platinum accounts only, for at most ten audiences and
    dimensions."""
