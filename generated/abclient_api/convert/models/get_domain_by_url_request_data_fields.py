from typing import TypedDict


class GetDomainByUrlRequestDataFields(TypedDict, total=False):
    """An address on the domain.

    The fields of ``GetDomainByUrlRequestData``, by keyword.
    """

    url: str
    """An address on the domain, of at most 255 characters."""
