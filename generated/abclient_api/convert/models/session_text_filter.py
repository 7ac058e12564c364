from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SessionTextFilter(Body):
    """One of these, or none of these."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "is_": "is",
        "is_not": "isNot",
    }

    is_: list[str] | Unset = UNSET
    """Any of these."""
    is_not: list[str] | Unset = UNSET
    """Any but these."""
