from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .group_entity_input import GroupEntityInput


class GroupCreateFields(TypedDict, total=False):
    """What may be sent to create an exclusion group.

    The fields of ``GroupCreate``, by keyword.
    """

    archived: bool
    """Whether the group is archived."""
    description: str
    """What the group is for."""
    entities: Sequence[GroupEntityInput | Model | Mapping[str, Any]]
    """Experiments and campaigns of the group."""
    name: Required[str]
    """Name of the group."""
    project_id: Required[int]
    """Project to create the group in."""
