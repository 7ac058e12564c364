from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import ClassVar, Literal

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class ProjectInput(Body):
    """A project as it is sent. The vendor documents the same fields as for reading, none of them required.

    Attributes:
        id: The project's id; given by the vendor, so leave it out when adding. Read-only.
        account_id: Id of the account that owns the project; given by the vendor. Read-only.
        tracking_snippet: The tracking code; given by the vendor. Read-only.
        name: The project's name. Required when it is created.
        status: active, inactive or suspended.
        created_at: Day on which the project was created, as year-month-day; given by the vendor. Read-only.
        reporting_settings: Reporting settings as they are sent; the same fields as for reading.
        include_jquery: 1 to put jQuery into the tracking file that Convert serves, 0 to leave it out.
        allow_crossdomain_tracking: 1 to follow visitors across the domains of this project, 0 not to.
        data_anonymization: 1 to hide names of experiences and variations from the page, 0 to show them.
        websites: The websites that belong to the project.
        global_javascript: JavaScript that runs on every page with the tracking snippet, before experiences, goals
            and audiences are looked at.
    """

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
    account_id: str | Unset = UNSET
    tracking_snippet: str | Unset = UNSET
    name: str | Unset = UNSET
    status: str | Unset = UNSET
    created_at: datetime.date | Unset = UNSET
    reporting_settings: ReportingSettingsInput | Unset = UNSET
    include_jquery: Literal[0, 1] | Unset = UNSET
    allow_crossdomain_tracking: Literal[0, 1] | Unset = UNSET
    data_anonymization: Literal[0, 1] | Unset = UNSET
    websites: list[str] | Unset = UNSET
    global_javascript: str | Unset = UNSET


from .reporting_settings_input import ReportingSettingsInput
