from collections.abc import Sequence
from typing import Literal, Required, TypedDict


class CreateApiKeyRequestDataFields(TypedDict, total=False):
    """A key of this API to add.

    The fields of ``CreateApiKeyRequestData``, by keyword.
    """

    name: Required[str]
    """What it is called."""
    auth_type: Literal["requestSigning", "secretKey"]
    """How requests with this key are authenticated. The vendor's default: 'requestSigning'."""
    projects: Sequence[float] | None
    """The projects that the key reaches, by id; null for all."""
    role: Literal["admin", "account_manager", "browse", "edit", "publish", "review"]
    """What the key may do."""
