from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagMigrationSettingsRep(Model):
    """Settings of a migration flag."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "context_kind": "contextKind",
        "stage_count": "stageCount",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    context_kind: str | None = None
    """The kind of context."""
    stage_count: int | None = None
    """How many stages a migration has; 2, 4 or 6."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.context_kind = data.get("contextKind")
            self.stage_count = data.get("stageCount")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_migration_settings_rep: Callable[[Any], FlagMigrationSettingsRep] = FlagMigrationSettingsRep.from_dict
