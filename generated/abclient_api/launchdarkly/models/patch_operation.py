from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class PatchOperation(Body):
    """An operation of a JSON patch."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "op": "op",
        "path": "path",
        "value": "value",
    }

    op: str
    """What to do, such as replace, add, remove or test."""
    path: str
    """Where, as a JSON pointer."""
    value: Any | Unset = UNSET
    """What to put there; any JSON."""
