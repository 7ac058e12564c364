from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged
from ..._unions import expandable


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceSection(Model):
    """A part of a page, in multivariate tests."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "concurrency_key": "concurrency_key",
        "versions": "versions",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "versions": "list of read_section_version_expandable",
    }

    id: str
    """The id, of one or two characters."""
    name: str | None = None
    """What it is called."""
    concurrency_key: str | None = None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    versions: list[str | SectionVersion] | None = None
    """The versions of the section."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.concurrency_key = data.get("concurrency_key")
            self.versions = (
                None
                if (v := data.get("versions")) is None
                else [read_section_version_expandable(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_section: Callable[[Any], ExperienceSection] = ExperienceSection.from_dict


from .. import models

if TYPE_CHECKING:
    from .section_version import SectionVersion


read_section_version_expandable: Callable[[Any], Any] = expandable(models, "SectionVersion")
