from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MemberTeamSummaryRep(Model):
    """A team of the account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "custom_role_keys": "customRoleKeys",
        "key": "key",
        "links": "_links",
        "name": "name",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "custom_role_keys": "list of scalar",
        "links": "map of read_link",
    }

    custom_role_keys: list[str] | None = None
    """Keys of the team's custom roles."""
    key: str | None = None
    """Its key."""
    links: dict[str, Link] | None = None
    """Links by name."""
    name: str | None = None
    """A name for people."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.custom_role_keys = None if (v := data.get("customRoleKeys")) is None else without_nulls(items(v))
            self.key = data.get("key")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.name = data.get("name")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_member_team_summary_rep: Callable[[Any], MemberTeamSummaryRep] = MemberTeamSummaryRep.from_dict


from .link import Link, read_link
