from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UpdatePlaceholderRequestData(Body):
    """What to change of a placeholder."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "default_value": "default_value",
        "placeholder": "placeholder",
    }

    default_value: str | Unset = UNSET
    """What it is unless told otherwise."""
    placeholder: str | Unset = UNSET
    """The name of the placeholder."""
