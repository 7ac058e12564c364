from typing import TypedDict


class AttributeUpdateFields(TypedDict, total=False):
    """The fields of an attribute to change.

    The fields of ``AttributeUpdate``, by keyword.
    """

    archived: bool
    """Whether the attribute is archived. The vendor's default: False."""
    description: str
    """What the attribute means."""
    key: str
    """Unique key within the project."""
    name: str
    """Name; audience conditions refer to it."""
    project_id: int
    """Project of the attribute, repeated by the tutorial."""
