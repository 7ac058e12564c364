from typing import TypedDict


class UpdateTagRequestDataFields(TypedDict, total=False):
    """What to change of a tag.

    The fields of ``UpdateTagRequestData``, by keyword.
    """

    name: str
    """What it is called."""
    description: str | None
    """A description."""
