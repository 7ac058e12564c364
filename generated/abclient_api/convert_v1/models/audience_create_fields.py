from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from .rule_object import RuleObject


class AudienceCreateFields(TypedDict, total=False):
    """An audience as it is sent. The vendor documents the same fields as for reading, none of them required.

    The fields of ``AudienceInput``, by keyword.
    """

    name: Required[str]
    """The audience's name."""
    description: str
    """A memo that helps to tell the audience from others."""
    firing_rule: RuleObject | Mapping[str, Any]
    """A condition for triggering a goal or matching an audience. True when any member of OR is."""
    type: Literal["permanent", "segmentation", "transient"]
    """permanent, segmentation or transient."""
    is_segment: bool
    """Whether the audience is to be marked as a segment."""
