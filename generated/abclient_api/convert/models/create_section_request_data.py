from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class CreateSectionRequestData(Body):
    """A section to add."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "concurrency_key": "concurrency_key",
        "versions": "versions",
    }

    id: str | Unset = UNSET
    """The id, of one or two characters."""
    name: str | Unset = UNSET
    """What it is called."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    versions: list[SectionVersionCreate]
    """The versions of the section."""


from .section_version_create import SectionVersionCreate
