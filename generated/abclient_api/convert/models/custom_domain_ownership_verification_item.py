from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CustomDomainOwnershipVerificationItem(Model):
    """A DNS record that proves whose domain it is."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "type": "type",
        "value": "value",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: str | None = None
    """What it is called."""
    type: Literal["TXT", "CNAME"] | str | None = None
    """The type."""
    value: str | None = None
    """The value of the record."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_custom_domain_ownership_verification_item: Callable[[Any], CustomDomainOwnershipVerificationItem] = (
    CustomDomainOwnershipVerificationItem.from_dict
)
