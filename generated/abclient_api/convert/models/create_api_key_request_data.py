from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CreateApiKeyRequestData(Body):
    """A key of this API to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "auth_type": "auth_type",
        "projects": "projects",
        "key_id": "key_id",
        "key_secret": "key_secret",
        "role": "role",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("key_secret",)

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "key_id",
        "key_secret",
    )

    name: str
    """What it is called."""
    auth_type: Literal["requestSigning", "secretKey"] | Unset = UNSET
    """How requests with this key are authenticated. The vendor's default: 'requestSigning'."""
    projects: list[float] | None | Unset = UNSET
    """The projects that the key reaches, by id; null for all."""
    key_id: str | Unset = UNSET
    """The id of the key. Read-only."""
    key_secret: str | Unset = UNSET
    """The secret, whole only in the answer that creates the key. Read-only."""
    role: Literal["admin", "account_manager", "browse", "edit", "publish", "review"] | Unset = UNSET
    """What the key may do."""
