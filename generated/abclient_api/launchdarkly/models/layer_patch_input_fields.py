from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict


class LayerPatchInputFields(TypedDict, total=False):
    """Semantic-patch instructions for a layer, all applied or none.

    The fields of ``LayerPatchInput``, by keyword.
    """

    comment: str
    """A note for the audit log."""
    environment_key: str
    """Key of the environment that reservations are in."""
    instructions: Required[Sequence[Mapping[str, Any]]]
    """What to change, in order."""
