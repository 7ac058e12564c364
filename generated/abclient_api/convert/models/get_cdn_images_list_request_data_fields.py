from typing import TypedDict


class GetCdnImagesListRequestDataFields(TypedDict, total=False):
    """Which images.

    The fields of ``GetCdnImagesListRequestData``, by keyword.
    """

    start_from: str
    """The key after which the list goes on."""
    max_results: int | None
    """The largest number of images to give. The vendor's default: 50."""
