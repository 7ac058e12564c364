from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GetDomainByUrlRequestData(Body):
    """An address on the domain."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }

    url: str | Unset = UNSET
    """An address on the domain, of at most 255 characters."""
