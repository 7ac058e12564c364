from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SimpleProject(Model):
    """A project, by its name."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "reporting_settings": "reporting_settings",
        "settings": "settings",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reporting_settings": "read_simple_project_reporting_settings",
        "settings": "read_simple_project_settings",
    }

    id: int
    """The id."""
    name: str | None = None
    """What it is called."""
    reporting_settings: SimpleProjectReportingSettings | None = None
    """Settings of reports."""
    settings: SimpleProjectSettings | None = None
    """Settings."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.name = data.get("name")
            self.reporting_settings = (
                None if (v := data.get("reporting_settings")) is None else read_simple_project_reporting_settings(v)
            )
            self.settings = None if (v := data.get("settings")) is None else read_simple_project_settings(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .simple_project_reporting_settings import SimpleProjectReportingSettings, read_simple_project_reporting_settings
from .simple_project_settings import SimpleProjectSettings, read_simple_project_settings
