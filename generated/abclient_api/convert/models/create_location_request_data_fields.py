from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from .location_trigger import LocationTrigger
from .rule_object import RuleObject


class CreateLocationRequestDataFields(TypedDict, total=False):
    """A location to add.

    The fields of ``CreateLocationRequestData``, by keyword.
    """

    description: str
    """A description."""
    status: Literal["active", "archived"]
    """The status."""
    name: str
    """What it is called."""
    selected_default: bool
    """Whether new experiences begin with it."""
    rules: RuleObject | Mapping[str, Any] | None
    """Which visitors or pages it matches."""
    trigger: LocationTrigger | Mapping[str, Any]
    """When it is looked at."""
