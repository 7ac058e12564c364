from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Change(Model):
    """A change of a page.

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
        id: Identifier (UUID) of the change. Read-only.
        name: Name of the change.
        operator: Where HTML or an image goes, seen from the elements of `selector`.
        preserve_parameters: Keeps the query parameters on a redirect. Needed for `redirect`.
        rearrange: Moves the elements of `selector` next to another one: an object with `insertSelector` and
            `operator`.
        selector: CSS selector of the elements to change. Needed for `attribute`, `insert_html` and
            `insert_image`.
        src: Path of the code on the CDN; only with `async`. Read-only.
        type: Kind of the change.
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
        "id": "id",
        "name": "name",
        "operator": "operator",
        "preserve_parameters": "preserve_parameters",
        "rearrange": "rearrange",
        "selector": "selector",
        "src": "src",
        "type": "type",
        "value": "value",
    }

    allow_additional_redirect: bool | None = None
    async_: bool | None = None
    attributes: ChangeAttribute | None = None
    config: Any = None
    css: CSSAttribute | None = None
    dependencies: list[str] | None = None
    destination: str | None = None
    destination_function: str | None = None
    extension_id: str | None = None
    id: str | None = None
    name: str | None = None
    operator: str | None = None
    preserve_parameters: bool | None = None
    rearrange: Any = None
    selector: str | None = None
    src: str | None = None
    type: (
        Literal["attribute", "custom_code", "custom_css", "extension", "insert_html", "insert_image", "redirect"]
        | str
        | None
    ) = None
    value: str | None = None

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = cls.__new__(cls)
        try:
            get = data.get
            self.allow_additional_redirect = get("allow_additional_redirect")
            self.async_ = get("async")
            self.attributes = None if (v := get("attributes")) is None else ChangeAttribute.from_dict(v)
            self.config = get("config")
            self.css = None if (v := get("css")) is None else CSSAttribute.from_dict(v)
            self.dependencies = (
                None if (v := get("dependencies")) is None else [x0 for x0 in items(v) if x0 is not None]
            )
            self.destination = get("destination")
            self.destination_function = get("destination_function")
            self.extension_id = get("extension_id")
            self.id = get("id")
            self.name = get("name")
            self.operator = get("operator")
            self.preserve_parameters = get("preserve_parameters")
            self.rearrange = get("rearrange")
            self.selector = get("selector")
            self.src = get("src")
            self.type = get("type")
            self.value = get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .change_attribute import ChangeAttribute
from .css_attribute import CSSAttribute
