from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset
from ..._wire import (
    to_epoch_seconds,
)


@define(eq=False, repr=False, kw_only=True)
class InvalidationInput(Body):
    """When caches are cleared."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "js": "js",
        "data": "data",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "js": to_epoch_seconds,
        "data": to_epoch_seconds,
    }

    js: datetime.datetime | None | Unset = UNSET
    """When that of JavaScript is cleared."""
    data: datetime.datetime | None | Unset = UNSET
    """When that of the configuration is cleared."""
