from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from .location_trigger import LocationTrigger
from .rule_object import RuleObject


class UpdateLocationRequestDataFields(TypedDict, total=False):
    """What to change of a location.

    The fields of ``UpdateLocationRequestData``, by keyword.
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
    """Which pages it matches: by URL, page tags, keys of your own and JavaScript."""
    trigger: LocationTrigger | Mapping[str, Any]
    """When the rules are looked at."""
