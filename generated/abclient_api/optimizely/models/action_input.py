from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ActionInput(Body):
    """What a variation is to change on one page."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "page_changes": "changes",
        "page_id": "page_id",
    }

    page_changes: list[ChangeInput] | Unset = UNSET
    """The changes; one that another depends on must be among them."""
    page_id: int
    """Page the changes are for."""


from .change_input import ChangeInput
