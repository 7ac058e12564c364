from typing import Literal, TypedDict


class ConvertExperienceVariationRequestDataFields(TypedDict, total=False):
    """What the variation becomes.

    The fields of ``ConvertExperienceVariationRequestData``, by keyword.
    """

    experience_type: Literal["a/b", "deploy"]
    """The type of the experience that the variation becomes."""
