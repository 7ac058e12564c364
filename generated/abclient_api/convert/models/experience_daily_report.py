from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceDailyReport(Model):
    """How the variations of an experience perform from day to day, on one goal and metric."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "variations_data": "variations_data",
        "report_data": "reportData",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations_data": "list of read_report_variation",
        "report_data": "read_daily_report_data",
    }

    variations_data: list[ReportVariation] | None = None
    """The variations that figures are of."""
    report_data: DailyReportData | None = None
    """The figures."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.variations_data = (
                None
                if (v := data.get("variations_data")) is None
                else [read_report_variation(x0) for x0 in items(v) if x0 is not None]
            )
            self.report_data = None if (v := data.get("reportData")) is None else read_daily_report_data(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_daily_report: Callable[[Any], ExperienceDailyReport] = ExperienceDailyReport.from_dict


from .daily_report_data import DailyReportData, read_daily_report_data
from .report_variation import ReportVariation, read_report_variation
