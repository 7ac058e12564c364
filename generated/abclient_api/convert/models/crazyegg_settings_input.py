from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CrazyeggSettingsInput(Body):
    """Settings for Crazy Egg."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "api_key": "api_key",
        "api_secret": "api_secret",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("api_secret",)

    api_key: str | None | Unset = UNSET
    """The key at that service."""
    api_secret: str | None | Unset = UNSET
    """The secret at that service."""
