from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class FlagRequestBody(Body):
    """A new flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "name": "name",
        "description": "description",
        "owner_user_id": "owner_user_id",
        "team_ids": "team_ids",
        "outlier_filtering_enabled": "outlier_filtering_enabled",
        "variable_definitions": "variable_definitions",
    }

    key: str
    """Identifier that code and paths use; it cannot be changed later."""
    name: str | Unset = UNSET
    """Name shown to people."""
    description: str | Unset = UNSET
    """What it is for, in words."""
    owner_user_id: str | Unset = UNSET
    """Identifier of the user who owns the flag, which is not an address; by default who made it."""
    team_ids: list[str] | Unset = UNSET
    """Teams of the flag."""
    outlier_filtering_enabled: bool | Unset = UNSET
    """Whether results leave out visitors with extreme values. The vendor's default: False."""
    variable_definitions: dict[str, VariableDefinitionInput] | Unset = UNSET
    """Variables of the flag, by key."""


from .variable_definition_input import VariableDefinitionInput
