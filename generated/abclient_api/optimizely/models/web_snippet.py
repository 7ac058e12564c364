from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class WebSnippet(Model):
    """Settings of the JavaScript snippet of a Web project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "code_revision": "code_revision",
        "enable_force_variation": "enable_force_variation",
        "exclude_disabled_experiments": "exclude_disabled_experiments",
        "exclude_names": "exclude_names",
        "include_jquery": "include_jquery",
        "ip_anonymization": "ip_anonymization",
        "ip_filter": "ip_filter",
        "js_file_size": "js_file_size",
        "library": "library",
        "project_javascript": "project_javascript",
        "visitor_id_locator_name": "visitor_id_locator_name",
        "visitor_id_locator_type": "visitor_id_locator_type",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    code_revision: int | None = None
    """Revision of the snippet. Read-only."""
    enable_force_variation: bool | None = None
    """Lets a person force a variation on any page. The vendor's default: False."""
    exclude_disabled_experiments: bool | None = None
    """Leaves paused and draft experiments out of the snippet. The vendor's default: False."""
    exclude_names: bool | None = None
    """Replaces descriptive names in the snippet. The vendor's default: True."""
    include_jquery: bool | None = None
    """Puts jQuery into the snippet. The vendor's default: True."""
    ip_anonymization: bool | None = None
    """Sets the last octet of visitors' addresses to 0 before they are logged. The vendor's default: False."""
    ip_filter: str | None = None
    """Regular expression of addresses whose visitors see experiments but are not counted; up to 1500 characters."""
    js_file_size: int | None = None
    """Size of the snippet in bytes. Read-only."""
    library: (
        Literal["jquery-1.11.3-trim", "jquery-1.11.3-full", "jquery-1.6.4-trim", "jquery-1.6.4-full", "none"]
        | str
        | None
    ) = None
    """The jQuery in the snippet; `none` together with `include_jquery` false. The vendor's default:
    'jquery-1.11.3-trim'."""
    project_javascript: str | None = None
    """JavaScript run on every page before the snippet, also without a running experiment."""
    visitor_id_locator_name: str | None = None
    """Name under which the visitor's identifier is found (beta)."""
    visitor_id_locator_type: Literal["cookie", "query", "localStorage", "js"] | str | None = None
    """Where the visitor's identifier is found (beta)."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.code_revision = data.get("code_revision")
            self.enable_force_variation = data.get("enable_force_variation")
            self.exclude_disabled_experiments = data.get("exclude_disabled_experiments")
            self.exclude_names = data.get("exclude_names")
            self.include_jquery = data.get("include_jquery")
            self.ip_anonymization = data.get("ip_anonymization")
            self.ip_filter = data.get("ip_filter")
            self.js_file_size = data.get("js_file_size")
            self.library = data.get("library")
            self.project_javascript = data.get("project_javascript")
            self.visitor_id_locator_name = data.get("visitor_id_locator_name")
            self.visitor_id_locator_type = data.get("visitor_id_locator_type")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_web_snippet: Callable[[Any], WebSnippet] = WebSnippet.from_dict
