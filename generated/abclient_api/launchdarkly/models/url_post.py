from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UrlPost(Body):
    """An address, or what it is like."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "kind": "kind",
        "url": "url",
        "substring": "substring",
        "pattern": "pattern",
    }

    kind: Literal["exact", "canonical", "substring", "regex"] | Unset = UNSET
    """How addresses are compared."""
    url: str | Unset = UNSET
    """The address, for the kinds exact and canonical."""
    substring: str | Unset = UNSET
    """A part of the address, for the kind substring."""
    pattern: str | Unset = UNSET
    """A regular expression, for the kind regex."""
