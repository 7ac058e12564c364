from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from abclient_api._models import Model, new, salvaged
from attrs import define


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ProjectResponse(Model):
    """A project, as a response has it."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "project": "project",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "project": "read_project",
    }

    project: Project | None = None
    """A project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.project = None if (v := data.get("project")) is None else read_project(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .project import Project, read_project
