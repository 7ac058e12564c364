from typing import Any, TypedDict


class AudienceUpdateFields(TypedDict, total=False):
    """Fields of an audience to change; the fields left out keep their values.

    The fields of ``AudienceUpdate``, by keyword.
    """

    name: str
    """Name of the audience."""
    description: str
    """Short description."""
    conditions: Any
    """Who belongs to the audience, as nested lists sent as a string that holds JSON. Replaces all conditions."""
    segmentation: bool
    """Whether results can be segmented by the audience. Platinum accounts only, for at most ten audiences and
    dimensions."""
