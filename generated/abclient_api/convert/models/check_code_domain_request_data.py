from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CheckCodeDomainRequestData(Body):
    """The page to look at."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "url": "url",
    }

    url: str | Unset = UNSET
    """The address of the page to look at, of at most 255 characters."""
