from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .section_version_create import SectionVersionCreate


class CreateSectionRequestDataFields(TypedDict, total=False):
    """A section to add.

    The fields of ``CreateSectionRequestData``, by keyword.
    """

    id: str
    """The id, of one or two characters."""
    name: str
    """What it is called."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    versions: Required[Sequence[SectionVersionCreate | Model | Mapping[str, Any]]]
    """The versions of the section."""
