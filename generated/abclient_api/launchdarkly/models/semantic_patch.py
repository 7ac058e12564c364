from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SemanticPatch(Body):
    """Semantic-patch instructions, all applied or none."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "comment": "comment",
        "environment_key": "environmentKey",
        "instructions": "instructions",
    }

    comment: str | Unset = UNSET
    """A note for the audit log."""
    environment_key: str | Unset = UNSET
    """Key of the environment, for instructions that change targeting."""
    instructions: list[dict[str, Any]]
    """What to change, in order."""
