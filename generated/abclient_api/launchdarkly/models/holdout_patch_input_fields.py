from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict


class HoldoutPatchInputFields(TypedDict, total=False):
    """Semantic-patch instructions for a holdout, all applied or none.

    The fields of ``HoldoutPatchInput``, by keyword.
    """

    comment: str
    """A note for the audit log."""
    instructions: Required[Sequence[Mapping[str, Any]]]
    """What to change, in order."""
