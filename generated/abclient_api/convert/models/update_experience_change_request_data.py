from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdateExperienceChangeRequestData(Body):
    """What to change of a change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type": "type",
        "data": "data",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = ("id",)

    id: int | Unset = UNSET
    """The id. Read-only."""
    type: Literal[
        "defaultCode", "defaultCodeMultipage", "defaultRedirect", "customCode", "richStructure", "fullStackFeature"
    ]
    """The type."""
    data: ExperienceChangeDataInput
    """What is changed; which fields are needed depends on the type."""


from .experience_change_data_input import ExperienceChangeDataInput
