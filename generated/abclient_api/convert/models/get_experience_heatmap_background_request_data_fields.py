from typing import Literal, TypedDict


class GetExperienceHeatmapBackgroundRequestDataFields(TypedDict, total=False):
    """Which picture.

    The fields of ``GetExperienceHeatmapBackgroundRequestData``, by keyword.
    """

    device: Literal["desktop", "tablet", "mobile"]
    """The kind of device."""
