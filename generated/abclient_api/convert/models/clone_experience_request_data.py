from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CloneExperienceRequestData(Body):
    """What to call the copy."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
    }

    name: str | Unset = UNSET
    """What the copy is called, in at most 100 characters."""
