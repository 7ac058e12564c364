from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class GroupRequestBody(Body):
    """A new exclusion group."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "description": "description",
        "environment_key": "environment_key",
        "rules": "rules",
    }

    name: str
    """Name shown to people. At most 255 characters."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    environment_key: str
    """Key of the environment."""
    rules: dict[str, GroupRuleInput] | Unset = UNSET
    """Rules in the group, by the rule's number as text."""


from .group_rule_input import GroupRuleInput
