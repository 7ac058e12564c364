from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class MetricDataSourceRefInput(Body):
    """Where events come from."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "key": "key",
        "environment_key": "environmentKey",
        "name": "_name",
        "integration_key": "_integrationKey",
    }

    key: str
    """Its key."""
    environment_key: str | Unset = UNSET
    """Key of the environment."""
    name: str | Unset = UNSET
    """Its name for people."""
    integration_key: str | Unset = UNSET
    """Key of the integration that it comes from."""
