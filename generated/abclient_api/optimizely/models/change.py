from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Change(Model):
    """A change of a page."""

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
    NESTED: ClassVar[Mapping[str, str]] = {
        "attributes": "read_change_attribute",
        "css": "read_css_attribute",
        "dependencies": "list of scalar",
    }

    allow_additional_redirect: bool | None = None
    """Whether the destination may redirect again. Needed for `redirect`."""
    async_: bool | None = None
    """Runs the change asynchronously; `src` is then present in answers."""
    attributes: ChangeAttribute | None = None
    """Attributes to set on the selected elements."""
    config: Any = None
    """Settings of the extension, an object."""
    css: CSSAttribute | None = None
    """CSS properties to set on the selected elements."""
    dependencies: list[str] | None = None
    """Identifiers (UUID) of changes that must come first."""
    destination: str | None = None
    """URL to redirect to. `redirect` needs this or `destination_function`, not both."""
    destination_function: str | None = None
    """JavaScript function that returns the URL to redirect to; `preserve_parameters` must then be false."""
    extension_id: str | None = None
    """Extension to insert. Needed for `extension`."""
    id: str | None = None
    """Identifier (UUID) of the change. Read-only."""
    name: str | None = None
    """Name of the change."""
    operator: str | None = None
    """Where HTML or an image goes, seen from the elements of `selector`."""
    preserve_parameters: bool | None = None
    """Keeps the query parameters on a redirect. Needed for `redirect`."""
    rearrange: Any = None
    """Moves the elements of `selector` next to another one: an object with `insertSelector` and `operator`."""
    selector: str | None = None
    """CSS selector of the elements to change. Needed for `attribute`, `insert_html` and `insert_image`."""
    src: str | None = None
    """Path of the code on the CDN; only with `async`. Read-only."""
    type: (
        Literal["attribute", "custom_code", "custom_css", "extension", "insert_html", "insert_image", "redirect"]
        | str
        | None
    ) = None
    """Kind of the change."""
    value: str | None = None
    """JavaScript, CSS or HTML of the change. Needed for `custom_code` and `custom_css`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.allow_additional_redirect = data.get("allow_additional_redirect")
            self.async_ = data.get("async")
            self.attributes = None if (v := data.get("attributes")) is None else read_change_attribute(v)
            self.config = data.get("config")
            self.css = None if (v := data.get("css")) is None else read_css_attribute(v)
            self.dependencies = None if (v := data.get("dependencies")) is None else without_nulls(items(v))
            self.destination = data.get("destination")
            self.destination_function = data.get("destination_function")
            self.extension_id = data.get("extension_id")
            self.id = data.get("id")
            self.name = data.get("name")
            self.operator = data.get("operator")
            self.preserve_parameters = data.get("preserve_parameters")
            self.rearrange = data.get("rearrange")
            self.selector = data.get("selector")
            self.src = data.get("src")
            self.type = data.get("type")
            self.value = data.get("value")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change: Callable[[Any], Change] = Change.from_dict


from .change_attribute import ChangeAttribute, read_change_attribute
from .css_attribute import CSSAttribute, read_css_attribute
