from typing import TypedDict


class CheckCodeDomainRequestDataFields(TypedDict, total=False):
    """The page to look at.

    The fields of ``CheckCodeDomainRequestData``, by keyword.
    """

    url: str
    """The address of the page to look at, of at most 255 characters."""
