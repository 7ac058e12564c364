from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DailyReportData(Model):
    """The figures of a daily report."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations": "variations",
        "extra": "extra",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_daily_variation_report",
        "extra": "list of read_experience_daily_report_extra_data_item",
    }

    variations: list[DailyVariationReport] | None = None
    """The days of each variation."""
    extra: list[ExperienceDailyReportExtraDataItem] | None = None
    """Series over all variations."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_daily_variation_report(x0) for x0 in items(v) if x0 is not None]
            )
            self.extra = (
                None
                if (v := data.get("extra")) is None
                else [read_experience_daily_report_extra_data_item(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_daily_report_data: Callable[[Any], DailyReportData] = DailyReportData.from_dict


from .daily_variation_report import DailyVariationReport, read_daily_variation_report
from .experience_daily_report_extra_data_item import (
    ExperienceDailyReportExtraDataItem,
    read_experience_daily_report_extra_data_item,
)
