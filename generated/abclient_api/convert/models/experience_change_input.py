from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceChangeInput(Body):
    """A change to keep by its id, to add, or to change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "data": "data",
        "concurrency_key": "concurrency_key",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    type: (
        Literal[
            "defaultCode", "defaultCodeMultipage", "defaultRedirect", "customCode", "richStructure", "fullStackFeature"
        ]
        | Unset
    ) = UNSET
    """The type."""
    data: ExperienceChangeDataInput | Unset = UNSET
    """What is changed; which fields it has depends on the type."""
    concurrency_key: str | None | Unset = UNSET
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""


from .experience_change_data_input import ExperienceChangeDataInput
