from collections.abc import Mapping
from typing import Any, Required, TypedDict

from ..._models import Model
from .group_rule_input import GroupRuleInput


class GroupRequestBodyFields(TypedDict, total=False):
    """A new exclusion group.

    The fields of ``GroupRequestBody``, by keyword.
    """

    name: Required[str]
    """Name shown to people. At most 255 characters."""
    description: str
    """What it is for, in words."""
    environment_key: Required[str]
    """Key of the environment."""
    rules: Mapping[str, GroupRuleInput | Model | Mapping[str, Any]]
    """Rules in the group, by the rule's number as text."""
