from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectExportObject(Body):
    """What of one kind to export."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "include": "include",
        "exclude": "exclude",
    }

    include: list[int] | Unset = UNSET
    """Only these, by id."""
    exclude: list[int] | Unset = UNSET
    """All but these, by id."""
