from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MemberDataRep(Model):
    """A member of the account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "email": "email",
        "first_name": "firstName",
        "last_name": "lastName",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
    }

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str | None = None
    """Its id."""
    email: str | None = None
    """The member's address."""
    first_name: str | None = None
    """First name."""
    last_name: str | None = None
    """Last name."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data.get("_id")
            self.email = data.get("email")
            self.first_name = data.get("firstName")
            self.last_name = data.get("lastName")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_member_data_rep: Callable[[Any], MemberDataRep] = MemberDataRep.from_dict


from .link import Link, read_link
