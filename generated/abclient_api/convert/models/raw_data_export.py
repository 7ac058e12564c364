from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class RawDataExport(Model):
    """The job that exports events."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "job_id": "jobId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    job_id: str | None = None
    """The id of the job; the file is announced by mail."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.job_id = data.get("jobId")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_raw_data_export: Callable[[Any], RawDataExport] = RawDataExport.from_dict
