from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import Body


@define(eq=False, repr=False, kw_only=True)
class InPageEventConfigInput(Body):
    """How a click on a page is to be recognised."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector": "selector",
    }

    selector: str
    """CSS selector of the elements whose clicks count."""
