from typing import Literal, TypedDict


class HypothesisStatusInputFields(TypedDict, total=False):
    """The status that a hypothesis is to have.

    The fields of ``HypothesisStatusInput``, by keyword.
    """

    status: Literal["draft", "active", "paused", "completed", "scheduled", "archived"]
    """The new status."""
