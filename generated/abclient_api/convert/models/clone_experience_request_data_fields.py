from typing import TypedDict


class CloneExperienceRequestDataFields(TypedDict, total=False):
    """What to call the copy.

    The fields of ``CloneExperienceRequestData``, by keyword.
    """

    name: str
    """What the copy is called, in at most 100 characters."""
