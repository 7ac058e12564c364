from typing import TypedDict


class DimensionUpdateFields(TypedDict, total=False):
    """Fields of a dimension to change; the fields left out keep their values.

    The fields of ``DimensionUpdate``, by keyword.
    """

    name: str
    """Name of the dimension. One that exists already is answered with 400."""
    client_api_name: str
    """Name client-side APIs use for the dimension. One that exists already is answered with 400."""
    description: str
    """What the dimension holds."""
