from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpsertContextKindPayload(Body):
    """A kind of context, as it shall be."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "hide_in_targeting": "hideInTargeting",
        "archived": "archived",
        "version": "version",
    }

    name: str
    """A name for people."""
    description: str | Unset = UNSET
    """What it is about."""
    hide_in_targeting: bool | Unset = UNSET
    """Whether the user interface hides it in targeting."""
    archived: bool | Unset = UNSET
    """Whether it is archived."""
    version: int | Unset = UNSET
    """The version that is meant; a conflict if it is another one by now."""
