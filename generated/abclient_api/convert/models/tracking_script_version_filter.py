from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class TrackingScriptVersionFilter(Body):
    """Which versions of the script."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "is_": "is",
        "is_not": "isNot",
    }

    is_: str | Unset = UNSET
    """This version."""
    is_not: str | Unset = UNSET
    """Any version but this."""
