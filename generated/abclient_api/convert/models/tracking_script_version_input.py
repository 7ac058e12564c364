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
class TrackingScriptVersionInput(Body):
    """A version of the script."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "version": "version",
        "changelog": "changelog",
        "released_date": "released_date",
        "apply_date": "apply_date",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "released_date": to_epoch_seconds,
        "apply_date": to_epoch_seconds,
    }

    version: str | Unset = UNSET
    """The version."""
    changelog: str | None | Unset = UNSET
    """What is new in it."""
    released_date: datetime.datetime | Unset = UNSET
    """When it came out."""
    apply_date: datetime.datetime | None | Unset = UNSET
    """When it was or will be applied."""
