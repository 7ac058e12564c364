from collections.abc import Mapping
from typing import Any, Required, TypedDict

from ..._models import Model
from .variable_value_input import VariableValueInput


class VariationRequestBodyFields(TypedDict, total=False):
    """A new variation.

    The fields of ``VariationRequestBody``, by keyword.
    """

    key: Required[str]
    """Identifier that code and paths use; it cannot be changed later."""
    name: Required[str]
    """Name shown to people."""
    description: str
    """What it is for, in words."""
    variables: Mapping[str, VariableValueInput | Model | Mapping[str, Any]]
    """Values of the flag's variables, by the variable's key."""
