from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateSectionVersionRequestData(Body):
    """What to change of a version of a section."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "concurrency_key": "concurrency_key",
        "code_changes": "changes",
    }

    id: str | Unset = UNSET
    """The id, of one or two characters."""
    name: str | Unset = UNSET
    """What it is called."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    code_changes: list[ExperienceChangeInput] | Unset = UNSET
    """What is changed."""


from .experience_change_input import ExperienceChangeInput
