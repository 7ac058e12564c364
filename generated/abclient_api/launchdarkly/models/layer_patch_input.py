from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class LayerPatchInput(Body):
    """Semantic-patch instructions for a layer, all applied or none."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "comment": "comment",
        "environment_key": "environmentKey",
        "instructions": "instructions",
    }

    comment: str | Unset = UNSET
    """A note for the audit log."""
    environment_key: str | Unset = UNSET
    """Key of the environment that reservations are in."""
    instructions: list[dict[str, Any]]
    """What to change, in order."""
