from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateHypothesisStatusRequestData(Body):
    """The new status."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }

    status: Literal["applied", "archived", "completed", "draft", "proven", "disproven"] | Unset = UNSET
    """The status that it gets."""
