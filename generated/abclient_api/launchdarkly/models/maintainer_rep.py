from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class MaintainerRep(Model):
    """Who looks after something."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "kind": "kind",
        "member": "_member",
        "team": "_team",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "member": "read_member_summary",
        "team": "read_member_team_summary_rep",
    }

    key: str | None = None
    """Its key."""
    kind: Literal["member", "team"] | str | None = None
    """Whether it is a member or a team."""
    member: MemberSummary | None = None
    """The member, if it is one."""
    team: MemberTeamSummaryRep | None = None
    """The team, if it is one."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.key = data.get("key")
            self.kind = data.get("kind")
            self.member = None if (v := data.get("_member")) is None else read_member_summary(v)
            self.team = None if (v := data.get("_team")) is None else read_member_team_summary_rep(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_maintainer_rep: Callable[[Any], MaintainerRep] = MaintainerRep.from_dict


from .member_summary import MemberSummary, read_member_summary
from .member_team_summary_rep import MemberTeamSummaryRep, read_member_team_summary_rep
