from typing import Required, TypedDict


class CreatePlaceholderRequestDataFields(TypedDict, total=False):
    """A placeholder to add.

    The fields of ``CreatePlaceholderRequestData``, by keyword.
    """

    placeholder: Required[str]
    """The name of the placeholder."""
    default_value: str
    """What it is unless told otherwise."""
