from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ChangeInput(Body):
    """A change of a page to make."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "allow_additional_redirect": "allow_additional_redirect",
        "async_": "async",
        "attributes": "attributes",
        "config": "config",
        "css": "css",
        "dependencies": "dependencies",
        "destination": "destination",
        "destination_function": "destination_function",
        "extension_id": "extension_id",
        "name": "name",
        "operator": "operator",
        "preserve_parameters": "preserve_parameters",
        "rearrange": "rearrange",
        "selector": "selector",
        "type": "type",
        "value": "value",
    }

    allow_additional_redirect: bool | Unset = UNSET
    """Whether the destination may redirect again. Needed for `redirect`."""
    async_: bool | Unset = UNSET
    """Runs the change asynchronously; `src` is then present in answers."""
    attributes: ChangeAttribute | Unset = UNSET
    """Attributes to set on the selected elements."""
    config: Any | Unset = UNSET
    """Settings of the extension, an object."""
    css: CSSAttribute | Unset = UNSET
    """CSS properties to set on the selected elements."""
    dependencies: list[str] | Unset = UNSET
    """Identifiers (UUID) of changes that must come first."""
    destination: str | Unset = UNSET
    """URL to redirect to. `redirect` needs this or `destination_function`, not both."""
    destination_function: str | Unset = UNSET
    """JavaScript function that returns the URL to redirect to; `preserve_parameters` must then be false."""
    extension_id: str | Unset = UNSET
    """Extension to insert. Needed for `extension`."""
    name: str | Unset = UNSET
    """Name of the change."""
    operator: str | Unset = UNSET
    """Where HTML or an image goes, seen from the elements of `selector`."""
    preserve_parameters: bool | Unset = UNSET
    """Keeps the query parameters on a redirect. Needed for `redirect`."""
    rearrange: Any | Unset = UNSET
    """Moves the elements of `selector` next to another one: an object with `insertSelector` and `operator`."""
    selector: str | Unset = UNSET
    """CSS selector of the elements to change. Needed for `attribute`, `insert_html` and `insert_image`."""
    type: Literal["attribute", "custom_code", "custom_css", "extension", "insert_html", "insert_image", "redirect"]
    """Kind of the change; it decides which fields are needed."""
    value: str | Unset = UNSET
    """JavaScript, CSS or HTML of the change. Needed for `custom_code` and `custom_css`."""


from .change_attribute import ChangeAttribute
from .css_attribute import CSSAttribute
