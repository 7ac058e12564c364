from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class FlagConfigMigrationSettingsRep(Model):
    """Settings of a migration in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "check_ratio": "checkRatio",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    check_ratio: int | None = None
    """One in how many consistency checks of a migration is made."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.check_ratio = data.get("checkRatio")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_flag_config_migration_settings_rep: Callable[[Any], FlagConfigMigrationSettingsRep] = (
    FlagConfigMigrationSettingsRep.from_dict
)
