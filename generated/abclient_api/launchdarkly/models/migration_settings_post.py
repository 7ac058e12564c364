from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MigrationSettingsPost(Body):
    """Settings of the new migration flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "context_kind": "contextKind",
        "stage_count": "stageCount",
    }

    context_kind: str | Unset = UNSET
    """The kind of context."""
    stage_count: int
    """How many stages a migration has; 2, 4 or 6."""
