from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountUserAccessesResponse(Model):
    """A collaborator."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "read_account_user_accesses",
    }

    data: AccountUserAccesses | None = None
    """What was asked for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = None if (v := data.get("data")) is None else read_account_user_accesses(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .account_user_accesses import AccountUserAccesses, read_account_user_accesses
