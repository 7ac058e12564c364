from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class ImportVisitorsDataPushRequestData(Body):
    """What is known of visitors."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "source": "source",
        "data": "data",
    }

    source: str
    """Where the data comes from, in your own words."""
    data: list[BaseVisitorData]
    """The visitors, and what is known of them."""


from .base_visitor_data import BaseVisitorData
