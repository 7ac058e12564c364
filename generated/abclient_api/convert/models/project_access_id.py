from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectAccessId(Body):
    """A project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "project": "project",
    }

    project: int | ProjectInput | None | Unset = UNSET
    """The project, by id."""


if TYPE_CHECKING:
    from .project_input import ProjectInput
