from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class PatchRequestBody(Body):
    """One step of a JSON patch (RFC 6902)."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "from_": "from",
        "op": "op",
        "path": "path",
        "value": "value",
    }

    from_: str | Unset = UNSET
    """Place to move or copy from, as a JSON pointer."""
    op: Literal["add", "remove", "replace", "move", "copy", "test"]
    """What to do."""
    path: str
    """Place, as a JSON pointer that begins with the key of the object where several can be changed."""
    value: Any | Unset = UNSET
    """Value to put there, of any kind: text, number, boolean, list or object."""
