from collections.abc import Mapping
from typing import Any, Literal, Required, TypedDict

from .rule_object import RuleObject


class CreateAudienceRequestDataFields(TypedDict, total=False):
    """An audience to add.

    The fields of ``CreateAudienceRequestData``, by keyword.
    """

    description: str
    """A description."""
    status: Literal["active", "archived"]
    """The status."""
    name: Required[str]
    """What it is called."""
    selected_default: bool
    """Whether new experiences begin with it."""
    type: Required[Literal["segmentation", "permanent", "transient"]]
    """When visitors are looked at: once (`permanent`), each time (`transient`), or to tell reports apart
    (`segmentation`)."""
    rules: Required[RuleObject | Mapping[str, Any] | None]
    """Which visitors it matches. Only a `segmentation` may have rules on URLs."""
