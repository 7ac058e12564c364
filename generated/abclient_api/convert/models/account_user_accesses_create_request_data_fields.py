from collections.abc import Mapping, Sequence
from typing import Any, Literal, Required, TypedDict

from ..._models import Model
from .project_access_input import ProjectAccessInput


class AccountUserAccessesCreateRequestDataFields(TypedDict, total=False):
    """A collaborator to invite.

    The fields of ``AccountUserAccessesCreateRequestData``, by keyword.
    """

    first_name: str
    """The given name."""
    last_name: str
    """The family name."""
    accesses: Required[Sequence[ProjectAccessInput | Model | Mapping[str, Any]]]
    """Which projects, and with which role."""
    email: Required[str]
    """The user's address."""
    custom_message: str
    """A text for the invitation."""
    expand: Sequence[Literal["accesses.project"]]
    """Fields of the answer that are to hold objects in place of their ids."""
