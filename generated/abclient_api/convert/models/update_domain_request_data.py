from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateDomainRequestData(Body):
    """What to change of a domain."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "url": "url",
        "code_installed": "code_installed",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    url: str | Unset = UNSET
    """The address, beginning with `http://` or `https://`, of at most 150 characters."""
    code_installed: bool | Unset = UNSET
    """Whether the tracking code was found there. The vendor's default: False."""
