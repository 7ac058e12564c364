from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict


class SemanticPatchFields(TypedDict, total=False):
    """Semantic-patch instructions, all applied or none.

    The fields of ``SemanticPatch``, by keyword.
    """

    comment: str
    """A note for the audit log."""
    environment_key: str
    """Key of the environment, for instructions that change targeting."""
    instructions: Required[Sequence[Mapping[str, Any]]]
    """What to change, in order."""
