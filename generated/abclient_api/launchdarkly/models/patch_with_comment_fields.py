from collections.abc import Mapping, Sequence
from typing import Any, Required, TypedDict

from ..._models import Model
from .patch_operation import PatchOperation


class PatchWithCommentFields(TypedDict, total=False):
    """A JSON patch with a comment.

    The fields of ``PatchWithComment``, by keyword.
    """

    patch: Required[Sequence[PatchOperation | Model | Mapping[str, Any]]]
    """Operations of a JSON patch, in order."""
    comment: str
    """A note for the audit log."""
