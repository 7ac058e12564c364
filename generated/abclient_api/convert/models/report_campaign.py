from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ReportCampaign(Model):
    """A campaign that visitors came by."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "visitors_count": "visitors_count",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    name: str | None = None
    """What it is called."""
    visitors_count: float | None = None
    """How many visitors came by it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.visitors_count = data.get("visitors_count")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_report_campaign: Callable[[Any], ReportCampaign] = ReportCampaign.from_dict
