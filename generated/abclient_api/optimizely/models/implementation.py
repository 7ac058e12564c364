from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Implementation(Model):
    """The code of an extension."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "apply_js": "apply_js",
        "css": "css",
        "html": "html",
        "reset_js": "reset_js",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    apply_js: str | None = None
    """JavaScript that puts the extension on the page. The vendor's default: ''."""
    css: str | None = None
    """Styles to add. The vendor's default: ''."""
    html: str | None = None
    """HTML of the extension. The vendor's default: ''."""
    reset_js: str | None = None
    """JavaScript that takes the extension off again, for the editor. The vendor's default: ''."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.apply_js = data.get("apply_js")
            self.css = data.get("css")
            self.html = data.get("html")
            self.reset_js = data.get("reset_js")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_implementation: Callable[[Any], Implementation] = Implementation.from_dict
