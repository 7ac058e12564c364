from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CurrentAccount(Model):
    """The account in use."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "features": "features",
        "id": "id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "features": "map of read_account_feature",
    }

    features: dict[str, AccountFeature] | None = None
    """Options of the account by name. Read-only."""
    id: int | None = None
    """Identifier of the account. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.features = (
                None
                if (v := data.get("features")) is None
                else {k0: read_account_feature(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data.get("id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_current_account: Callable[[Any], CurrentAccount] = CurrentAccount.from_dict


from .account_feature import AccountFeature, read_account_feature
