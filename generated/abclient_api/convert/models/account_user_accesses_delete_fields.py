from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .project_access_id import ProjectAccessId


class AccountUserAccessesDeleteFields(TypedDict, total=False):
    """A collaborator to remove from some projects, by id or address.

    The fields of ``AccountUserAccessesDelete``, by keyword.
    """

    user_id: str | None
    """The id of the user."""
    accesses: Sequence[ProjectAccessId | Model | Mapping[str, Any]]
    """The projects, by id."""
    email: str
    """The user's address."""
