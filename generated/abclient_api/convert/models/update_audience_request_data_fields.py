from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from .rule_object import RuleObject


class UpdateAudienceRequestDataFields(TypedDict, total=False):
    """What to change of an audience.

    The fields of ``UpdateAudienceRequestData``, by keyword.
    """

    description: str
    """A description."""
    status: Literal["active", "archived"]
    """The status."""
    name: str
    """What it is called."""
    selected_default: bool
    """Whether new experiences begin with it."""
    type: Literal["permanent", "transient", "segmentation"]
    """When visitors are looked at: once (`permanent`), each time (`transient`), or to tell reports apart
    (`segmentation`)."""
    rules: RuleObject | Mapping[str, Any] | None
    """Which visitors it matches. Only a `segmentation` may have rules on URLs."""
