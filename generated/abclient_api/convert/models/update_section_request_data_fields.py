from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .section_version_update import SectionVersionUpdate


class UpdateSectionRequestDataFields(TypedDict, total=False):
    """What to change of a section.

    The fields of ``UpdateSectionRequestData``, by keyword.
    """

    id: str
    """The id, of one or two characters."""
    name: str
    """What it is called."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    versions: Required[Sequence[SectionVersionUpdate | Model | Mapping[str, Any]]]
    """All versions of the section. The list replaces the one that was there."""
