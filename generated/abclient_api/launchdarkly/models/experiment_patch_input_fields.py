from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict


class ExperimentPatchInputFields(TypedDict, total=False):
    """Semantic-patch instructions for an experiment, all applied or none.

    The fields of ``ExperimentPatchInput``, by keyword.
    """

    comment: str
    """A note for the audit log."""
    instructions: Required[Sequence[Mapping[str, Any]]]
    """What to change, in order."""
