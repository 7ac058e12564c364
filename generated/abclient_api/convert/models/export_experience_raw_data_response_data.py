from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExportExperienceRawDataResponseData(Model):
    """The job that exports events."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "read_raw_data_export",
    }

    data: RawDataExport | None = None
    """What was asked for."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = None if (v := data.get("data")) is None else read_raw_data_export(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .raw_data_export import RawDataExport, read_raw_data_export
