from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SectionVersion(Model):
    """A version of a section."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "concurrency_key": "concurrency_key",
        "code_changes": "changes",
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "code_changes": "list of read_experience_change_expandable",
        "variations": "list of scalar",
    }

    id: str
    """The id, of one or two characters."""
    name: str | None = None
    """What it is called."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    code_changes: list[int | ExperienceChange] | None = None
    """What is changed."""
    variations: list[int] | None = None
    """The variations that it is part of, by id."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.concurrency_key = data.get("concurrency_key")
            self.code_changes = (
                None
                if (v := data.get("changes")) is None
                else [read_experience_change_expandable(x0) for x0 in items(v) if x0 is not None]
            )
            self.variations = None if (v := data.get("variations")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_section_version: Callable[[Any], SectionVersion] = SectionVersion.from_dict


from .. import models

if TYPE_CHECKING:
    from .experience_change import ExperienceChange


read_experience_change_expandable: Callable[[Any], Any] = expandable(models, "ExperienceChange")
