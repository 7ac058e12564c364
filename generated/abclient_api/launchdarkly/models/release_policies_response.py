from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReleasePoliciesResponse(Model):
    """The release policies of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "items": "items",
        "total_count": "totalCount",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "items": "list of read_release_policy",
    }

    items: list[ReleasePolicy] | None = None
    """The policies, in the order of their rank."""
    total_count: int | None = None
    """How many items there are, over all pages."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.items = (
                None
                if (v := data.get("items")) is None
                else [read_release_policy(x0) for x0 in items(v) if x0 is not None]
            )
            self.total_count = data.get("totalCount")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .release_policy import ReleasePolicy, read_release_policy
