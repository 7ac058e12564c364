from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SharedCodeChangeInput(Body):
    """CSS or JavaScript to share by all variations."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "async_": "async",
        "dependencies": "dependencies",
        "name": "name",
        "selector": "selector",
        "type": "type",
        "value": "value",
    }

    async_: bool | Unset = UNSET
    """Runs the change asynchronously; `src` is then present in answers."""
    dependencies: list[str] | Unset = UNSET
    """Identifiers (UUID) of changes that must come first."""
    name: str | Unset = UNSET
    """Name of the change."""
    selector: str | Unset = UNSET
    """CSS selector of where it applies. Needed for `custom_css`."""
    type: Literal["custom_code", "custom_css"]
    """Kind of the code."""
    value: str
    """The JavaScript or CSS."""
