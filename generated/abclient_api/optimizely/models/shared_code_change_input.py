from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class SharedCodeChangeInput(Body):
    """CSS or JavaScript to share by all variations.

    Attributes:
        async_: Runs the change asynchronously; `src` is then present in answers.
        dependencies: Identifiers (UUID) of changes that must come first.
        name: Name of the change.
        selector: CSS selector of where it applies. Needed for `custom_css`.
        type: Kind of the code.
        value: The JavaScript or CSS.
    """

    FIELDS: ClassVar[Mapping[str, str]] = {
        "async_": "async",
        "dependencies": "dependencies",
        "name": "name",
        "selector": "selector",
        "type": "type",
        "value": "value",
    }

    async_: bool | Unset = UNSET
    dependencies: list[str] | Unset = UNSET
    name: str | Unset = UNSET
    selector: str | Unset = UNSET
    type: Literal["custom_code", "custom_css"]
    value: str
