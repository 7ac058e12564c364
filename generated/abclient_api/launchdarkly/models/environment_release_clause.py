from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EnvironmentReleaseClause(Body):
    """A condition of the rule that a release goes to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "context_kind": "contextKind",
        "attribute": "attribute",
        "op": "op",
        "values": "values",
        "negate": "negate",
    }

    context_kind: str | Unset = UNSET
    """The kind of context."""
    attribute: str
    """The attribute that is compared."""
    op: str
    """The operator, such as in or startsWith."""
    values: list[Any]
    """The values to compare with."""
    negate: bool | Unset = UNSET
    """Whether the condition is negated. The vendor's default: False."""
