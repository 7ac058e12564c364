from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectCustomDomainInput(Body):
    """The domain that a script is served from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "domain": "domain",
        "status": "status",
        "ownership_verification": "ownership_verification",
        "version": "version",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "status",
        "ownership_verification",
        "version",
    )

    domain: str
    """The domain."""
    status: Literal["pending", "active"] | Unset = UNSET
    """The status. Read-only."""
    ownership_verification: list[CustomDomainOwnershipVerificationItem] | None | Unset = UNSET
    """DNS records that prove whose domain it is. Read-only."""
    version: str | Unset = UNSET
    """The version. Read-only."""


from .custom_domain_ownership_verification_item import CustomDomainOwnershipVerificationItem
