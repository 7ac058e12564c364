from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, items, new, salvaged, without_nulls
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class AssignmentQuery(Model):
    """A query for exposures."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "description": "description",
        "identifier_type": "identifierType",
        "sql": "sql",
        "includes_name_columns": "includesNameColumns",
        "dimension_columns": "dimensionColumns",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "dimension_columns": "list of scalar",
    }

    id: str | None = None
    """Identifier."""
    name: str | None = None
    """Name."""
    description: str | None = None
    """What it is about."""
    identifier_type: str | None = None
    """By what it identifies units."""
    sql: str | None = None
    """The query."""
    includes_name_columns: bool | None = None
    """Whether it has names of experiments and variations."""
    dimension_columns: list[str] | None = None
    """Columns by which results can be divided."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data.get("id")
            self.name = data.get("name")
            self.description = data.get("description")
            self.identifier_type = data.get("identifierType")
            self.sql = data.get("sql")
            self.includes_name_columns = data.get("includesNameColumns")
            self.dimension_columns = None if (v := data.get("dimensionColumns")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_assignment_query: Callable[[Any], AssignmentQuery] = AssignmentQuery.from_dict
