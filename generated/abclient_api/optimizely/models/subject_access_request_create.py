from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class SubjectAccessRequestCreate(Body):
    """What may be sent to submit a subject access request."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data_type": "data_type",
        "identifier": "identifier",
        "identifier_type": "identifier_type",
        "request_type": "request_type",
    }

    data_type: Literal["user", "visitor"]
    """Whose data: `user` is a collaborator of the account, `visitor` somebody who visited a site or app."""
    identifier: str
    """The person's identifier; for a user the email address."""
    identifier_type: Literal["email", "optimizely_end_user_id", "dcp_id", "fullstack_id", "other"]
    """What the identifier is; users are found by email only."""
    request_type: Literal["access", "delete"]
    """`access` exports the data to S3, `delete` removes it."""
