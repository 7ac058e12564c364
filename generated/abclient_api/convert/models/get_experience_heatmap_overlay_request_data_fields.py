from typing import Literal, TypedDict


class GetExperienceHeatmapOverlayRequestDataFields(TypedDict, total=False):
    """Which picture.

    The fields of ``GetExperienceHeatmapOverlayRequestData``, by keyword.
    """

    device: Literal["desktop", "tablet", "mobile"]
    """The device."""
    interaction: Literal["click", "scroll", "move"]
    """What visitors did."""
