from typing import Literal, Required, TypedDict


class UpdateKnowledgeBasesStatusRequestDataFields(TypedDict, total=False):
    """The new status.

    The fields of ``UpdateKnowledgeBasesStatusRequestData``, by keyword.
    """

    status: Required[Literal["active", "archived"]]
    """The status that it gets."""
