from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectCustomDomain(Model):
    """The domain that a script is served from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "domain": "domain",
        "status": "status",
        "ownership_verification": "ownership_verification",
        "version": "version",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "ownership_verification": "list of read_custom_domain_ownership_verification_item",
    }

    domain: str | None = None
    """The domain."""
    status: Literal["pending", "active"] | str | None = None
    """The status. Read-only."""
    ownership_verification: list[CustomDomainOwnershipVerificationItem] | None = None
    """DNS records that prove whose domain it is. Read-only."""
    version: str | None = None
    """The version. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.domain = data.get("domain")
            self.status = data.get("status")
            self.ownership_verification = (
                None
                if (v := data.get("ownership_verification")) is None
                else [read_custom_domain_ownership_verification_item(x0) for x0 in items(v) if x0 is not None]
            )
            self.version = data.get("version")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_project_custom_domain: Callable[[Any], ProjectCustomDomain] = ProjectCustomDomain.from_dict


from .custom_domain_ownership_verification_item import (
    CustomDomainOwnershipVerificationItem,
    read_custom_domain_ownership_verification_item,
)
