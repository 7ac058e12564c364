from typing import Literal, TypedDict


class GetExperienceHeatmapOverlayRequestDataFields(TypedDict, total=False):
    """Which picture.

    The fields of ``GetExperienceHeatmapOverlayRequestData``, by keyword.
    """

    device: Literal["desktop", "tablet", "mobile"]
    """The kind of device."""
    interaction: Literal["click", "scroll", "move"]
    """What visitors did: clicks, scrolling or moves."""
