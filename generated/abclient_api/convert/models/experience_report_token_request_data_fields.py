from typing import Literal, TypedDict


class ExperienceReportTokenRequestDataFields(TypedDict, total=False):
    """What to do with the token.

    The fields of ``ExperienceReportTokenRequestData``, by keyword.
    """

    token_action: Literal["regenerate", "delete"]
    """Whether a new token is made, or the token is removed."""
    token_expiration: int
    """For how many hours it is valid, from 1 to 48."""
