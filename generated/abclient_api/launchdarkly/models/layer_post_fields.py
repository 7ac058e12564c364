from typing import Required, TypedDict


class LayerPostFields(TypedDict, total=False):
    """A new layer.

    The fields of ``LayerPost``, by keyword.
    """

    key: Required[str]
    """Its key."""
    name: Required[str]
    """A name for people."""
    description: Required[str]
    """What it is about."""
