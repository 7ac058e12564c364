from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateVisitorDataItemRequestData(Body):
    """What to change of a visitor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }

    data: dict[str, Any] | Unset = UNSET
    """What is known of the visitor, by field."""
