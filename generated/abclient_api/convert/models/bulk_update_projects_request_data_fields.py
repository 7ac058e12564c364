from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .bulk_project_settings import BulkProjectSettings


class BulkUpdateProjectsRequestDataFields(TypedDict, total=False):
    """Which of them, and what they become.

    The fields of ``BulkUpdateProjectsRequestData``, by keyword.
    """

    id: Required[Sequence[int]]
    """Which ones, by id: 1 to 100."""
    settings: BulkProjectSettings | Model | Mapping[str, Any]
    """The settings that they get."""
