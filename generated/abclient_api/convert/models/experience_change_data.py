from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ExperienceChangeData(Model):
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
    NESTED: ClassVar[Mapping[str, str]] = {
        "variables_data": "map of any",
    }

    css: str | None = None
    """A style sheet."""
    js: str | None = None
    """JavaScript."""
    custom_js: str | None = None
    """JavaScript that was written by hand."""
    page_id: str | None = None
    """The page of a multipage experience."""
    case_sensitive: bool | None = None
    """Whether the pattern distinguishes upper and lower case."""
    original_pattern: str | None = None
    """The address that visitors come to, as a pattern."""
    variation_pattern: str | None = None
    """The address that visitors are sent to, as a pattern."""
    selector: str | None = None
    """The CSS selector of elements."""
    feature_id: int | None = None
    """The feature that the change is about."""
    variables_data: dict[str, Any] | None = None
    """Values of the feature's variables."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.css = data.get("css")
            self.js = data.get("js")
            self.custom_js = data.get("custom_js")
            self.page_id = data.get("page_id")
            self.case_sensitive = data.get("case_sensitive")
            self.original_pattern = data.get("original_pattern")
            self.variation_pattern = data.get("variation_pattern")
            self.selector = data.get("selector")
            self.feature_id = data.get("feature_id")
            self.variables_data = None if (v := data.get("variables_data")) is None else entries(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_experience_change_data: Callable[[Any], ExperienceChangeData] = ExperienceChangeData.from_dict
