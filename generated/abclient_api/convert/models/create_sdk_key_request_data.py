from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CreateSdkKeyRequestData(Body):
    """A key of the SDKs to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "sdk_key": "sdk_key",
        "sdk_secret": "sdk_secret",
        "environment": "environment",
        "status": "status",
        "selected_default": "selected_default",
        "has_secret": "has_secret",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("sdk_secret",)

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "sdk_key",
        "sdk_secret",
    )

    name: str
    """What it is called."""
    sdk_key: str | Unset = UNSET
    """The key. Read-only."""
    sdk_secret: str | None | Unset = UNSET
    """The secret, whole only in the answer that creates the key. Read-only."""
    environment: str
    """The environment of the project that it is for."""
    status: Literal["enabled", "disabled"] | Unset = UNSET
    """The status."""
    selected_default: bool | Unset = UNSET
    """Whether it is the key that is shown first."""
    has_secret: bool | Unset = UNSET
    """Whether the key gets a secret, too. The vendor's default: True."""
