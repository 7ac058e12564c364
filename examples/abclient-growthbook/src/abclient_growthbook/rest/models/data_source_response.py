from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class DataSourceResponse(Model):
    """A data source, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data_source": "dataSource",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data_source": "read_data_source",
    }

    data_source: DataSource | None = None
    """Where the data of experiments are."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data_source = None if (v := data.get("dataSource")) is None else read_data_source(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .data_source import DataSource, read_data_source
