from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ChangeAttribute(Model):
    """Attributes to set on the selected elements."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "class_": "class",
        "hide": "hide",
        "href": "href",
        "html": "html",
        "remove": "remove",
        "src": "src",
        "style": "style",
        "text": "text",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    class_: str | None = None
    """Value of class."""
    hide: bool | None = None
    """Hides the elements."""
    href: str | None = None
    """Value of href."""
    html: str | None = None
    """Inner HTML."""
    remove: bool | None = None
    """Removes the elements."""
    src: str | None = None
    """Value of src."""
    style: str | None = None
    """Value of style."""
    text: str | None = None
    """Text."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.class_ = data.get("class")
            self.hide = data.get("hide")
            self.href = data.get("href")
            self.html = data.get("html")
            self.remove = data.get("remove")
            self.src = data.get("src")
            self.style = data.get("style")
            self.text = data.get("text")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_change_attribute: Callable[[Any], ChangeAttribute] = ChangeAttribute.from_dict
