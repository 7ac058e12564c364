from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ReleasePolicyScopeInput(Body):
    """What a release policy applies to."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "environment_keys": "environmentKeys",
        "flag_tag_keys": "flagTagKeys",
    }

    environment_keys: list[str] | Unset = UNSET
    """Keys of the environments that it applies to."""
    flag_tag_keys: list[str] | Unset = UNSET
    """Tags of the flags that it applies to."""
