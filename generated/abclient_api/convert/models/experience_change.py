from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceChange(Model):
    """What a variation changes."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "data": "data",
        "concurrency_key": "concurrency_key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "read_experience_change_data",
    }

    id: int
    """The id."""
    type: (
        Literal[
            "defaultCode", "defaultCodeMultipage", "defaultRedirect", "customCode", "richStructure", "fullStackFeature"
        ]
        | str
        | None
    ) = None
    """The type."""
    data: ExperienceChangeData | None = None
    """What is changed; which fields it has depends on the type."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.type = data.get("type")
            self.data = None if (v := data.get("data")) is None else read_experience_change_data(v)
            self.concurrency_key = data.get("concurrency_key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experience_change_data import ExperienceChangeData, read_experience_change_data
