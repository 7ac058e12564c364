from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class WebSnippetInput(Body):
    """Settings of the snippet as sent with a new or changed project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "enable_force_variation": "enable_force_variation",
        "exclude_disabled_experiments": "exclude_disabled_experiments",
        "exclude_names": "exclude_names",
        "include_jquery": "include_jquery",
        "ip_anonymization": "ip_anonymization",
        "ip_filter": "ip_filter",
        "library": "library",
        "project_javascript": "project_javascript",
        "visitor_id_locator_name": "visitor_id_locator_name",
        "visitor_id_locator_type": "visitor_id_locator_type",
    }

    enable_force_variation: bool | Unset = UNSET
    """Lets a person force a variation on any page."""
    exclude_disabled_experiments: bool | Unset = UNSET
    """Leaves paused and draft experiments out of the snippet."""
    exclude_names: bool | Unset = UNSET
    """Replaces descriptive names in the snippet."""
    include_jquery: bool | Unset = UNSET
    """Puts jQuery into the snippet."""
    ip_anonymization: bool | Unset = UNSET
    """Sets the last octet of visitors' addresses to 0 before they are logged."""
    ip_filter: str | Unset = UNSET
    """Regular expression of addresses whose visitors see experiments but are not counted; up to 1500 characters."""
    library: (
        Literal["jquery-1.11.3-trim", "jquery-1.11.3-full", "jquery-1.6.4-trim", "jquery-1.6.4-full", "none"] | Unset
    ) = UNSET
    """The jQuery in the snippet; `none` together with `include_jquery` false."""
    project_javascript: str | Unset = UNSET
    """JavaScript run on every page before the snippet, also without a running experiment."""
    visitor_id_locator_name: str | None | Unset = UNSET
    """Name under which the visitor's identifier is found (beta)."""
    visitor_id_locator_type: Literal["cookie", "query", "localStorage", "js"] | None | Unset = UNSET
    """Where the visitor's identifier is found (beta)."""
