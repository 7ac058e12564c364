from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ScheduleSubjectInput(Body):
    """A flag or a rule."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "type": "type",
    }

    key: str
    """Key of the flag or of the rule."""
    type: Literal["flag", "rule"]
    """Which of them."""
