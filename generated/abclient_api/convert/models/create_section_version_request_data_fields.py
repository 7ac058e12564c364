from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from ..._models import Model
from .experience_change_add import ExperienceChangeAdd


class CreateSectionVersionRequestDataFields(TypedDict, total=False):
    """A version of a section to add.

    The fields of ``CreateSectionVersionRequestData``, by keyword.
    """

    id: str
    """The id, of one or two characters."""
    name: str
    """What it is called."""
    concurrency_key: str | None
    """A hash of its state. If it is sent back with a change, and it has changed since, the vendor answers with a
    conflict."""
    code_changes: Sequence[ExperienceChangeAdd | Model | Mapping[str, Any]]
    """What is changed."""
