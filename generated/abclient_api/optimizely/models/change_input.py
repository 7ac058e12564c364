from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ChangeInput(Body):
    """A change of a page to make.

    Attributes:
        allow_additional_redirect: Whether the destination may redirect again. Needed for `redirect`.
        async_: Runs the change asynchronously; `src` is then present in answers.
        attributes: Attributes to set on the selected elements.
        config: Settings of the extension, an object.
        css: CSS properties to set on the selected elements.
        dependencies: Identifiers (UUID) of changes that must come first.
        destination: URL to redirect to. `redirect` needs this or `destination_function`, not both.
        destination_function: JavaScript function that returns the URL to redirect to; `preserve_parameters` must
            then be false.
        extension_id: Extension to insert. Needed for `extension`.
        name: Name of the change.
        operator: Where HTML or an image goes, seen from the elements of `selector`.
        preserve_parameters: Keeps the query parameters on a redirect. Needed for `redirect`.
        rearrange: Moves the elements of `selector` next to another one: an object with `insertSelector` and
            `operator`.
        selector: CSS selector of the elements to change. Needed for `attribute`, `insert_html` and
            `insert_image`.
        type: Kind of the change; it decides which fields are needed.
        value: JavaScript, CSS or HTML of the change. Needed for `custom_code` and `custom_css`.
    """

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
    async_: bool | Unset = UNSET
    attributes: ChangeAttribute | Unset = UNSET
    config: Any | Unset = UNSET
    css: CSSAttribute | Unset = UNSET
    dependencies: list[str] | Unset = UNSET
    destination: str | Unset = UNSET
    destination_function: str | Unset = UNSET
    extension_id: str | Unset = UNSET
    name: str | Unset = UNSET
    operator: str | Unset = UNSET
    preserve_parameters: bool | Unset = UNSET
    rearrange: Any | Unset = UNSET
    selector: str | Unset = UNSET
    type: Literal["attribute", "custom_code", "custom_css", "extension", "insert_html", "insert_image", "redirect"]
    value: str | Unset = UNSET


from .change_attribute import ChangeAttribute
from .css_attribute import CSSAttribute
