from typing import TypedDict


class UpdateDomainRequestDataFields(TypedDict, total=False):
    """What to change of a domain.

    The fields of ``UpdateDomainRequestData``, by keyword.
    """

    url: str
    """The address, beginning with `http://` or `https://`, of at most 150 characters."""
    code_installed: bool
    """Whether the tracking code was found there. The vendor's default: False."""
