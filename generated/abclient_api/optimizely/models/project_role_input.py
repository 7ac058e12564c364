from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectRoleInput(Body):
    """A role that a person is to have in a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "project_id": "project_id",
        "role": "role",
    }

    project_id: int | Unset = UNSET
    """The project."""
    role: (
        Literal[
            "administrator",
            "viewer",
            "restricted_editor",
            "editor",
            "restricted_publisher",
            "publisher",
            "project_owner",
        ]
        | Unset
    ) = UNSET
    """The role."""
