from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VisitorInsightsSettingsInput(Body):
    """What is recorded of visitors' behavior."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
        "obfuscate_text": "obfuscate_text",
        "sampling_rate": "sampling_rate",
        "id": "id",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    enabled: bool | Unset = UNSET
    """Whether it is on."""
    obfuscate_text: bool | Unset = UNSET
    """Whether texts of pages are made unreadable. The vendor's default: True."""
    sampling_rate: Literal[5, 10, 20, 30, 40, 50] | Unset = UNSET
    """The percentage of visitors whose behavior is recorded. The vendor's default: 5."""
    id: str | None | Unset = UNSET
    """The id. Read-only."""
