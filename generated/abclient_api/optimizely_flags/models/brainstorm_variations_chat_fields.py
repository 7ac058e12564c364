from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .brainstorm_variables_interaction import BrainstormVariablesInteraction


class BrainstormVariationsChatFields(TypedDict, total=False):
    """A conversation about variations with the vendor's model.

    The fields of ``BrainstormVariationsChat``, by keyword.
    """

    interactions: Sequence[BrainstormVariablesInteraction | Mapping[str, Any]]
    """What was said so far, the oldest first."""
