from typing import TypedDict


class UpdatePlaceholderRequestDataFields(TypedDict, total=False):
    """What to change of a placeholder.

    The fields of ``UpdatePlaceholderRequestData``, by keyword.
    """

    default_value: str
    """What it is unless told otherwise."""
    placeholder: str
    """The name of the placeholder."""
