from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class HoldoutPatchInput(Body):
    """Semantic-patch instructions for a holdout, all applied or none."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "comment": "comment",
        "instructions": "instructions",
    }

    comment: str | Unset = UNSET
    """A note for the audit log."""
    instructions: list[dict[str, Any]]
    """What to change, in order."""
