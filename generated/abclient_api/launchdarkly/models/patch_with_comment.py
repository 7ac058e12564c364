from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class PatchWithComment(Body):
    """A JSON patch with a comment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "patch": "patch",
        "comment": "comment",
    }

    patch: list[PatchOperation]
    """Operations of a JSON patch, in order."""
    comment: str | Unset = UNSET
    """A note for the audit log."""


from .patch_operation import PatchOperation
