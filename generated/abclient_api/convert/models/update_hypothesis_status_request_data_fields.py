from typing import Literal, TypedDict


class UpdateHypothesisStatusRequestDataFields(TypedDict, total=False):
    """The new status.

    The fields of ``UpdateHypothesisStatusRequestData``, by keyword.
    """

    status: Literal["applied", "archived", "completed", "draft", "proven", "disproven"]
    """The status that it gets."""
