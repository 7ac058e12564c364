from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from .brainstorm_variables_interaction import BrainstormVariablesInteraction


class BrainstormVariablesChatFields(TypedDict, total=False):
    """A conversation about variables with the vendor's model.

    The fields of ``BrainstormVariablesChat``, by keyword.
    """

    interactions: Sequence[BrainstormVariablesInteraction | Mapping[str, Any]]
    """What was said so far, the oldest first."""
