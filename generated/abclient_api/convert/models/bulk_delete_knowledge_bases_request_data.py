from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class BulkDeleteKnowledgeBasesRequestData(Body):
    """The entries to remove."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
    }

    id: list[int]
    """Which ones, by id: 1 to 100."""
