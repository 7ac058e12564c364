from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from abclient_api._models import UNSET, Body, Unset
from attrs import define


@define(eq=False, repr=False, kw_only=True)
class VariationInput(Body):
    """A variation of an experiment."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "key": "key",
        "name": "name",
        "description": "description",
    }

    id: str | Unset = UNSET
    """Identifier; by default a new one."""
    key: str
    """Key by which exposures are recorded."""
    name: str
    """Name."""
    description: str | Unset = UNSET
    """What it is."""
