from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class BulkProjectSettings(Body):
    """Settings for several projects."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "tracking_script": "tracking_script",
    }

    tracking_script: BulkTrackingScript | Unset = UNSET
    """The tracking script that all of them get."""


from .bulk_tracking_script import BulkTrackingScript
