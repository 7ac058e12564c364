from typing import Required, TypedDict


class DimensionCreateFields(TypedDict, total=False):
    """A dimension to create.

    The fields of ``DimensionCreate``, by keyword.
    """

    name: Required[str]
    """Name of the dimension. One that exists already is answered with 400."""
    client_api_name: str
    """Name client-side APIs use for the dimension. One that exists already is answered with 400."""
    description: str
    """What the dimension holds."""
