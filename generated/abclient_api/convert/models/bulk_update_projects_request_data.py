from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BulkUpdateProjectsRequestData(Body):
    """Which of them, and what they become."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "settings": "settings",
    }

    id: list[int]
    """Which ones, by id: 1 to 100."""
    settings: BulkProjectSettings | Unset = UNSET
    """The settings that they get."""


from .bulk_project_settings import BulkProjectSettings
