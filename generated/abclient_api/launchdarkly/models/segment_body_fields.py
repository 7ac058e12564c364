from collections.abc import Sequence
from typing import Required, TypedDict


class SegmentBodyFields(TypedDict, total=False):
    """A new segment.

    The fields of ``SegmentBody``, by keyword.
    """

    name: Required[str]
    """A name for people."""
    key: Required[str]
    """Its key."""
    description: str
    """What it is about."""
    tags: Sequence[str]
    """Tags."""
    unbounded: bool
    """Whether it is a big segment."""
    unbounded_context_kind: str
    """Kind of the contexts of a big segment."""
