from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class EventFilter(Body):
    """Which events count for the new metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "type": "type",
        "attribute": "attribute",
        "op": "op",
        "values": "values",
        "context_kind": "contextKind",
        "negate": "negate",
    }

    type: str
    """What is compared, such as contextAttribute or eventProperty."""
    attribute: str | Unset = UNSET
    """The attribute or property that is compared."""
    op: str
    """The operator, such as in or startsWith."""
    values: list[Any]
    """The values to compare with."""
    context_kind: str | Unset = UNSET
    """The kind of context."""
    negate: bool
    """Whether the condition is negated."""
