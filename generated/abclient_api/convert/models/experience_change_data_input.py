from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ExperienceChangeDataInput(Body):
    """What is changed; which fields it has depends on the type."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "css": "css",
        "js": "js",
        "custom_js": "custom_js",
        "page_id": "page_id",
        "case_sensitive": "case_sensitive",
        "original_pattern": "original_pattern",
        "variation_pattern": "variation_pattern",
        "selector": "selector",
        "feature_id": "feature_id",
        "variables_data": "variables_data",
    }

    css: str | None | Unset = UNSET
    """A style sheet."""
    js: str | None | Unset = UNSET
    """JavaScript."""
    custom_js: str | None | Unset = UNSET
    """JavaScript that was written by hand."""
    page_id: str | Unset = UNSET
    """The page of a multipage experience."""
    case_sensitive: bool | Unset = UNSET
    """Whether the pattern distinguishes upper and lower case."""
    original_pattern: str | Unset = UNSET
    """The address that visitors come to, as a pattern."""
    variation_pattern: str | Unset = UNSET
    """The address that visitors are sent to, as a pattern."""
    selector: str | Unset = UNSET
    """The CSS selector of elements."""
    feature_id: int | Unset = UNSET
    """The feature that the change is about."""
    variables_data: dict[str, Any] | Unset = UNSET
    """Values of the feature's variables."""
