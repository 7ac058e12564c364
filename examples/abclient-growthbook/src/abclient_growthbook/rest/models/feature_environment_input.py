from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class FeatureEnvironmentInput(Body):
    """A feature in an environment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enabled": "enabled",
    }

    enabled: bool | Unset = UNSET
    """Whether it is on."""
