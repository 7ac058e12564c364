from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .variable_definition_input import VariableDefinitionInput


class FlagRequestBodyFields(TypedDict, total=False):
    """A new flag.

    The fields of ``FlagRequestBody``, by keyword.
    """

    key: Required[str]
    """Identifier that code and paths use; it cannot be changed later."""
    name: str
    """Name shown to people."""
    description: str
    """What it is for, in words."""
    owner_user_id: str
    """Identifier of the user who owns the flag, which is not an address; by default who made it."""
    team_ids: Sequence[str]
    """Teams of the flag."""
    outlier_filtering_enabled: bool
    """Whether results leave out visitors with extreme values. The vendor's default: False."""
    variable_definitions: Mapping[str, VariableDefinitionInput | Model | Mapping[str, Any]]
    """Variables of the flag, by key."""
