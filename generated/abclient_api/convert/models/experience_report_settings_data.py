from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceReportSettingsData(Model):
    """What a report can be narrowed down to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "read_report_settings",
    }

    data: ReportSettings | None = None
    """What was asked for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = None if (v := data.get("data")) is None else read_report_settings(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .report_settings import ReportSettings, read_report_settings
