from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UrlConditionInput(Body):
    """A rule that says on which pages an experiment shall run."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "index": "index",
        "match_type": "match_type",
        "value": "value",
        "negate": "negate",
    }

    index: int | Unset = UNSET
    """Position in the list of conditions, from 0."""
    match_type: Literal["simple", "exact", "regex", "substring"] | Unset = UNSET
    """How `value` is compared with the address of the page. The vendor's default: 'simple'."""
    value: str
    """The address, or pattern, to match."""
    negate: bool | Unset = UNSET
    """True to exclude the pages that match. The vendor's default: False."""
