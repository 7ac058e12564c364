from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectInput(Body):
    """A project as it is sent. The vendor documents the same fields as for reading, none of them required."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "account_id": "account_id",
        "tracking_snippet": "tracking_snippet",
        "name": "name",
        "status": "status",
        "created_at": "created_at",
        "reporting_settings": "reporting_settings",
        "include_jquery": "include_jquery",
        "allow_crossdomain_tracking": "allow_crossdomain_tracking",
        "data_anonymization": "data_anonymization",
        "websites": "websites",
        "global_javascript": "global_javascript",
    }

    READ_ONLY: ClassVar[tuple[str, ...]] = (
        "id",
        "account_id",
        "tracking_snippet",
        "created_at",
    )
    NEEDED_ON_CREATE: ClassVar[tuple[str, ...]] = ("name",)

    id: str | Unset = UNSET
    """The project's id; given by the vendor, so leave it out when adding. Read-only."""
    account_id: str | Unset = UNSET
    """Id of the account that owns the project; given by the vendor. Read-only."""
    tracking_snippet: str | Unset = UNSET
    """The tracking code; given by the vendor. Read-only."""
    name: str | Unset = UNSET
    """The project's name. Required when it is created."""
    status: str | Unset = UNSET
    """active, inactive or suspended."""
    created_at: datetime.date | Unset = UNSET
    """Day on which the project was created, as year-month-day; given by the vendor. Read-only."""
    reporting_settings: ReportingSettingsInput | Unset = UNSET
    """Reporting settings as they are sent; the same fields as for reading."""
    include_jquery: Literal[0, 1] | Unset = UNSET
    """1 to put jQuery into the tracking file that Convert serves, 0 to leave it out."""
    allow_crossdomain_tracking: Literal[0, 1] | Unset = UNSET
    """1 to follow visitors across the domains of this project, 0 not to."""
    data_anonymization: Literal[0, 1] | Unset = UNSET
    """1 to hide names of experiences and variations from the page, 0 to show them."""
    websites: list[str] | Unset = UNSET
    """The websites that belong to the project."""
    global_javascript: str | Unset = UNSET
    """JavaScript that runs on every page with the tracking snippet, before experiences, goals and audiences are
    looked at."""


from .reporting_settings_input import ReportingSettingsInput
