from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class StaleFlagData(Model):
    """Whether a flag can go."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "ready_for_code_removal": "readyForCodeRemoval",
        "ready_to_archive": "readyToArchive",
        "cleanup_id": "cleanupId",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    ready_for_code_removal: bool | None = None
    """Whether its code can be removed."""
    ready_to_archive: bool | None = None
    """Whether it can be archived."""
    cleanup_id: str | None = None
    """Id of the vendor's clean-up of this flag."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.ready_for_code_removal = data.get("readyForCodeRemoval")
            self.ready_to_archive = data.get("readyToArchive")
            self.cleanup_id = data.get("cleanupId")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_stale_flag_data: Callable[[Any], StaleFlagData] = StaleFlagData.from_dict
