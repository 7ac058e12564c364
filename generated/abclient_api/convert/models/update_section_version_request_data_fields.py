from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .experience_change_input import ExperienceChangeInput


class UpdateSectionVersionRequestDataFields(TypedDict, total=False):
    """What to change of a version of a section.

    The fields of ``UpdateSectionVersionRequestData``, by keyword.
    """

    id: str
    """The id, of one or two characters."""
    name: str
    """What it is called."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    code_changes: Sequence[ExperienceChangeInput | Model | Mapping[str, Any]]
    """What is changed."""
