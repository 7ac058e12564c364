from typing import Required, TypedDict


class CreateDomainRequestDataFields(TypedDict, total=False):
    """A domain to add.

    The fields of ``CreateDomainRequestData``, by keyword.
    """

    url: Required[str]
    """The address, beginning with `http://` or `https://`, of at most 150 characters."""
    code_installed: bool
    """Whether the tracking code was found there. The vendor's default: False."""
