from typing import Any, Required, TypedDict


class AudienceCreateFields(TypedDict, total=False):
    """An audience to create.

    The fields of ``AudienceCreate``, by keyword.
    """

    name: Required[str]
    """Name of the audience."""
    description: str
    """Short description. The vendor's default: ''."""
    conditions: Any
    """Who belongs to the audience, as nested lists sent as a string that holds JSON. The default, an empty list,
    matches nobody. The vendor's default: '[]'."""
    segmentation: bool
    """Whether results can be segmented by the audience. Platinum accounts only, for at most ten audiences and
    dimensions. The vendor's default: False."""
