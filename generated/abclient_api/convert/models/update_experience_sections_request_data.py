from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateExperienceSectionsRequestData(Body):
    """All sections of an experience."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "sections": "sections",
        "concurrency_key": "concurrency_key",
    }

    sections: list[UpdateSectionRequestData] | Unset = UNSET
    """All sections. The list replaces the one that was there: a section that is missing in it is removed."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""


from .update_section_request_data import UpdateSectionRequestData
