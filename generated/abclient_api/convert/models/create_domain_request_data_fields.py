from typing import TypedDict


class CreateDomainRequestDataFields(TypedDict, total=False):
    """A domain to add.

    The fields of ``CreateDomainRequestData``, by keyword.
    """

    url: str
    """The address."""
    code_installed: bool
    """Whether the tracking code was found there. The vendor's default: False."""
