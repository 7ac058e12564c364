from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BulkTrackingScript(Body):
    """The script for several projects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "current_version": "current_version",
    }

    current_version: str | Unset = UNSET
    """The version that all of them get."""
