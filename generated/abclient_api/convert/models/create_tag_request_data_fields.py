from typing import Required, TypedDict


class CreateTagRequestDataFields(TypedDict, total=False):
    """A tag to add.

    The fields of ``CreateTagRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    description: str | None
    """A description."""
