from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperimentationSettingsRep(Model):
    """A project's randomization units."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "project_id": "_projectId",
        "project_key": "_projectKey",
        "randomization_units": "randomizationUnits",
        "creation_date": "_creationDate",
        "links": "_links",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "randomization_units": "list of read_randomization_unit_rep",
        "links": "map of read_link",
    }

    project_id: str | None = None
    """The project's id. Read-only."""
    project_key: str | None = None
    """The project's key. Read-only."""
    randomization_units: list[RandomizationUnitRep] | None = None
    """All units."""
    creation_date: int | None = None
    """When the settings were created, in UTC epoch milliseconds. Read-only."""
    links: dict[str, Link] | None = None
    """Links by name. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.project_id = data.get("_projectId")
            self.project_key = data.get("_projectKey")
            self.randomization_units = (
                None
                if (v := data.get("randomizationUnits")) is None
                else [read_randomization_unit_rep(x0) for x0 in items(v) if x0 is not None]
            )
            self.creation_date = data.get("_creationDate")
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .link import Link, read_link
from .randomization_unit_rep import RandomizationUnitRep, read_randomization_unit_rep
