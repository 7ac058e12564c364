from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class BucketingInformation(Model):
    """Which variations a visitor was given."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "bucketing_history": "bucketing_history",
        "visitor_id": "visitor_id",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "bucketing_history": "list of read_bucketing_information_item",
    }

    account_id: int | None = None
    """The account."""
    bucketing_history: list[BucketingInformationItem] | None = None
    """The decisions."""
    visitor_id: str | None = None
    """Identifier of the visitor. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.bucketing_history = (
                None
                if (v := data.get("bucketing_history")) is None
                else [read_bucketing_information_item(x0) for x0 in items(v) if x0 is not None]
            )
            self.visitor_id = data.get("visitor_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .bucketing_information_item import BucketingInformationItem, read_bucketing_information_item
