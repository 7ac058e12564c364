from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class VisualEditorSettingsInput(Body):
    """Settings of the visual editor."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "selector_blacklist": "selector_blacklist",
        "screen_width": "screen_width",
        "user_agent": "user_agent",
    }

    selector_blacklist: str | None | Unset = UNSET
    """Selectors that the editor does not use."""
    screen_width: float | None | Unset = UNSET
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
        | None
        | Unset
    ) = UNSET
    """The browser that the editor plays."""
