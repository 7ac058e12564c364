from typing import Literal, TypedDict


class ExperienceReportTokenRequestDataFields(TypedDict, total=False):
    """What to do with the token.

    The fields of ``ExperienceReportTokenRequestData``, by keyword.
    """

    token_action: Literal["regenerate", "delete"]
    """Whether to make a new one or to remove it."""
    token_expiration: int
    """For how many hours it is valid."""
