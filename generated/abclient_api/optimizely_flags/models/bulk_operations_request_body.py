from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BulkOperationsRequestBody(Body):
    """Which ones."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "keys": "keys",
    }

    keys: list[str] | Unset = UNSET
    """Keys of what is meant; of groups and holdouts their numbers as text."""
