from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentInput(Body):
    """An environment of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "label": "label",
        "is_default": "is_default",
        "js": "js",
    }

    label: str
    """What it is called."""
    is_default: bool
    """Whether experiences are in it unless they say otherwise."""
    js: str | None | Unset = UNSET
    """JavaScript that runs in this environment."""
