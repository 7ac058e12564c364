from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CSSAttribute(Model):
    """CSS properties to set on the selected elements."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "background_color": "background-color",
        "background_image": "background-image",
        "border_color": "border-color",
        "border_style": "border-style",
        "border_width": "border-width",
        "color": "color",
        "font_family": "font-family",
        "font_size": "font-size",
        "font_weight": "font-weight",
        "height": "height",
        "position": "position",
        "width": "width",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    background_color: str | None = None
    """The CSS property background-color."""
    background_image: str | None = None
    """The CSS property background-image."""
    border_color: str | None = None
    """The CSS property border-color."""
    border_style: str | None = None
    """The CSS property border-style."""
    border_width: str | None = None
    """The CSS property border-width."""
    color: str | None = None
    """The CSS property color."""
    font_family: str | None = None
    """The CSS property font-family."""
    font_size: str | None = None
    """The CSS property font-size."""
    font_weight: str | None = None
    """The CSS property font-weight."""
    height: str | None = None
    """The CSS property height."""
    position: str | None = None
    """The CSS property position."""
    width: str | None = None
    """The CSS property width."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.background_color = data.get("background-color")
            self.background_image = data.get("background-image")
            self.border_color = data.get("border-color")
            self.border_style = data.get("border-style")
            self.border_width = data.get("border-width")
            self.color = data.get("color")
            self.font_family = data.get("font-family")
            self.font_size = data.get("font-size")
            self.font_weight = data.get("font-weight")
            self.height = data.get("height")
            self.position = data.get("position")
            self.width = data.get("width")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_css_attribute: Callable[[Any], CSSAttribute] = CSSAttribute.from_dict
