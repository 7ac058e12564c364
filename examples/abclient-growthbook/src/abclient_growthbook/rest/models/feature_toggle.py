from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class FeatureToggle(Body):
    """Where a feature is to be on or off."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "reason": "reason",
        "environments": "environments",
    }

    reason: str | Unset = UNSET
    """Why."""
    environments: dict[str, bool]
    """Whether it is to be on, by environment."""
