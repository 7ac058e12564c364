from typing import Required, TypedDict


class AttributeCreateFields(TypedDict, total=False):
    """What may be sent to create an attribute.

    The fields of ``AttributeCreate``, by keyword.
    """

    archived: bool
    """Whether the attribute is archived. The vendor's default: False."""
    description: str
    """What the attribute means."""
    key: Required[str]
    """Unique key within the project; it may contain blanks."""
    name: str
    """Name; audience conditions refer to it."""
    project_id: Required[int]
    """Project to create the attribute in."""
