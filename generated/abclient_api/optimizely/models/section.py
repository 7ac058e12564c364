from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Section(Model):
    """One of the parts a multivariate test varies independently."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "archived": "archived",
        "description": "description",
        "experiment_id": "experiment_id",
        "id": "id",
        "name": "name",
        "project_id": "project_id",
        "variations": "variations",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "variations": "list of read_variation",
    }

    archived: bool | None = None
    """Whether the section is archived. The vendor's default: False."""
    description: str | None = None
    """What the section varies."""
    experiment_id: int | None = None
    """The multivariate test."""
    id: int
    """Identifier of the section."""
    name: str | None = None
    """Name of the section."""
    project_id: int | None = None
    """Project the section belongs to."""
    variations: list[Variation] | None = None
    """Versions of this part."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.archived = data.get("archived")
            self.description = data.get("description")
            self.experiment_id = data.get("experiment_id")
            self.id = data["id"]
            self.name = data.get("name")
            self.project_id = data.get("project_id")
            self.variations = (
                None
                if (v := data.get("variations")) is None
                else [read_variation(x0) for x0 in items(v) if x0 is not None]
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .variation import Variation, read_variation
