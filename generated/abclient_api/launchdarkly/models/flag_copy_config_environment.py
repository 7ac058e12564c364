from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FlagCopyConfigEnvironment(Body):
    """An environment to copy from or to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "current_version": "currentVersion",
    }

    key: str
    """Its key."""
    current_version: int | Unset = UNSET
    """The version of the flag's configuration that is meant; a conflict if it is another one by now."""
