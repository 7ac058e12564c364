from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, entries, items, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FactColumn(Model):
    """What is taken of a fact table."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "fact_table_id": "factTableId",
        "column": "column",
        "aggregation": "aggregation",
        "row_filters": "rowFilters",
        "aggregate_filter_column": "aggregateFilterColumn",
        "aggregate_filter": "aggregateFilter",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "row_filters": "list of map of any",
    }

    fact_table_id: str | None = None
    """Identifier of the fact table."""
    column: str | None = None
    """Name of the column, or `$$count` and the like."""
    aggregation: str | None = None
    """How the values of a unit become one."""
    row_filters: list[dict[str, Any]] | None = None
    """Which rows count."""
    aggregate_filter_column: str | None = None
    """Column by which units count."""
    aggregate_filter: str | None = None
    """Comparison by which units count, such as `>= 1`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.fact_table_id = data.get("factTableId")
            self.column = data.get("column")
            self.aggregation = data.get("aggregation")
            self.row_filters = (
                None if (v := data.get("rowFilters")) is None else [entries(x0) for x0 in items(v) if x0 is not None]
            )
            self.aggregate_filter_column = data.get("aggregateFilterColumn")
            self.aggregate_filter = data.get("aggregateFilter")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_fact_column: Callable[[Any], FactColumn] = FactColumn.from_dict
