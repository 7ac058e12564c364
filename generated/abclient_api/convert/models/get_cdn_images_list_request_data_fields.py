from typing import TypedDict


class GetCdnImagesListRequestDataFields(TypedDict, total=False):
    """Which images.

    The fields of ``GetCdnImagesListRequestData``, by keyword.
    """

    start_from: str
    """The key of the image after which the list goes on."""
    max_results: int | None
    """How many images there are at most, from 0 to 100. The vendor's default: 50."""
