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
class CreatePlaceholderRequestData(Body):
    """A placeholder to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "placeholder": "placeholder",
        "default_value": "default_value",
        "created_at": "created_at",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_epoch_seconds,
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "created_at",
    )

    id: int | Unset = UNSET
    """The id. Read-only."""
    placeholder: str
    """The name of the placeholder."""
    default_value: str | Unset = UNSET
    """What it is unless told otherwise."""
    created_at: datetime.datetime | Unset = UNSET
    """When it was made. Read-only."""
