from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AccountFeature(Model):
    """An option of an account."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "feature_id": "feature_id",
        "sources": "sources",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "sources": "list of read_account_feature_source",
    }

    feature_id: str | None = None
    """Identifier of the option."""
    sources: list[AccountFeatureSource] | None = None
    """Where the option comes from."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.feature_id = data.get("feature_id")
            self.sources = (
                None
                if (v := data.get("sources")) is None
                else [read_account_feature_source(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_account_feature: Callable[[Any], AccountFeature] = AccountFeature.from_dict


from .account_feature_source import AccountFeatureSource, read_account_feature_source
