from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .group_entity_input import GroupEntityInput


class GroupUpdateFields(TypedDict, total=False):
    """The fields of an exclusion group to change.

    The fields of ``GroupUpdate``, by keyword.
    """

    archived: bool
    """Whether the group is archived. The vendor's default: False."""
    description: str
    """What the group is for."""
    entities: Sequence[GroupEntityInput | Model | Mapping[str, Any]]
    """Experiments and campaigns of the group."""
    name: str
    """Name of the group."""
    project_id: int
    """Project of the group, repeated by the vendor's sample scripts."""
