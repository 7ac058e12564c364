from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class VisualEditorSettings(Model):
    """Settings of the visual editor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector_blacklist": "selector_blacklist",
        "screen_width": "screen_width",
        "user_agent": "user_agent",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    selector_blacklist: str | None = None
    """Selectors that the editor does not use."""
    screen_width: float | None = None
    """The width of the editor's screen, in pixels."""
    user_agent: (
        Literal[
            "chrome_desktop",
            "chrome_ipad",
            "chrome_iphone",
            "chrome_android",
            "safari_mac",
            "safari_ipad",
            "safari_iphone",
            "firefox_desktop",
            "firefox_ipad",
            "firefox_iphone",
            "firefox_android",
            "edge_desktop",
            "edge_tablet",
            "brave_desktop",
            "brave_ipad",
            "brave_iphone",
            "brave_android",
            "opera_desktop",
            "opera_ipad",
            "opera_iphone",
            "opera_android",
        ]
        | str
        | None
    ) = None
    """The browser that the editor plays."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.selector_blacklist = data.get("selector_blacklist")
            self.screen_width = data.get("screen_width")
            self.user_agent = data.get("user_agent")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_visual_editor_settings: Callable[[Any], VisualEditorSettings] = VisualEditorSettings.from_dict
