from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .update_section_request_data import UpdateSectionRequestData


class UpdateExperienceSectionsRequestDataFields(TypedDict, total=False):
    """All sections of an experience.

    The fields of ``UpdateExperienceSectionsRequestData``, by keyword.
    """

    sections: Sequence[UpdateSectionRequestData | Model | Mapping[str, Any]]
    """All sections. The list replaces the one that was there: a section that is missing in it is removed."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
