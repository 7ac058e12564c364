from typing import Literal, Required, TypedDict


class VariableDefinitionInputFields(TypedDict, total=False):
    """A new variable of a flag.

    The fields of ``VariableDefinitionInput``, by keyword.
    """

    key: Required[str]
    """Key of the variable, unique in its flag."""
    default_value: Required[str]
    """Value unless a variation has another; always text, also for numbers and JSON."""
    description: str
    """What it is for, in words."""
    type: Required[Literal["boolean", "string", "double", "integer", "json"]]
    """Type of the values."""
