from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceSectionsListResponseData(Model):
    """The sections of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "data": "data",
        "concurrency_key": "concurrency_key",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "data": "list of read_experience_section",
    }

    data: list[ExperienceSection] | None = None
    """What was asked for."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.data = (
                None
                if (v := data.get("data")) is None
                else [read_experience_section(x0) for x0 in items(v) if x0 is not None]
            )
            self.concurrency_key = data.get("concurrency_key")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .experience_section import ExperienceSection, read_experience_section
