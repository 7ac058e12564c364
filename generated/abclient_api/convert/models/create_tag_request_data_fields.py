from typing import TypedDict


class CreateTagRequestDataFields(TypedDict, total=False):
    """A tag to add.

    The fields of ``CreateTagRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    description: str | None
    """A description."""
