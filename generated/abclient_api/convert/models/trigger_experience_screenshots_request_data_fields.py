from collections.abc import Sequence
from typing import TypedDict


class TriggerExperienceScreenshotsRequestDataFields(TypedDict, total=False):
    """Of which variations.

    The fields of ``TriggerExperienceScreenshotsRequestData``, by keyword.
    """

    variations: Sequence[float]
    """Only of these variations, by id; by default of all."""
    force_regenerate: bool
    """Whether screenshots are taken even where there are some."""
