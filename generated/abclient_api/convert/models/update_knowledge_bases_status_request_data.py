from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class UpdateKnowledgeBasesStatusRequestData(Body):
    """The new status."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }

    status: Literal["active", "archived"]
    """The status that it gets."""
