from typing import Literal, Required, TypedDict


class SubjectAccessRequestCreateFields(TypedDict, total=False):
    """What may be sent to submit a subject access request.

    The fields of ``SubjectAccessRequestCreate``, by keyword.
    """

    data_type: Required[Literal["user", "visitor"]]
    """Whose data: `user` is a collaborator of the account, `visitor` somebody who visited a site or app."""
    identifier: Required[str]
    """The person's identifier; for a user the email address."""
    identifier_type: Required[Literal["email", "optimizely_end_user_id", "dcp_id", "fullstack_id", "other"]]
    """What the identifier is; users are found by email only."""
    request_type: Required[Literal["access", "delete"]]
    """`access` exports the data to S3, `delete` removes it."""
