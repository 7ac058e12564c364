from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypedDict

from ..._models import Model
from .project_access_input import ProjectAccessInput


class AccountUserAccessesUpdateRequestDataFields(TypedDict, total=False):
    """What a collaborator may do from now on, by id or address.

    The fields of ``AccountUserAccessesUpdateRequestData``, by keyword.
    """

    user_id: str | None
    """The id of the user."""
    first_name: str
    """The given name."""
    last_name: str
    """The family name."""
    accesses: Sequence[ProjectAccessInput | Model | Mapping[str, Any]]
    """Which projects, and with which role."""
    custom_message: str
    """A text for the invitation."""
    expand: Sequence[Literal["accesses.project"]]
    """Fields of the answer that are to hold objects in place of their ids."""
    email: str
    """The user's address."""
