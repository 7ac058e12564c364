from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    to_date,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Project(Model):
    """A website or a group of websites with one tracking snippet."""

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
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created_at": to_date,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "reporting_settings": "read_reporting_settings",
        "websites": "list of scalar",
    }

    id: str
    """The project's id; part of the tracking snippet. Read-only."""
    account_id: str | None = None
    """Id of the account that owns the project; part of the tracking snippet. Read-only."""
    tracking_snippet: str | None = None
    """The code to put on the site so that the project's experiences are served. Read-only."""
    name: str | None = None
    """The project's name."""
    status: str | None = None
    """active, inactive or suspended."""
    created_at: datetime.date | None = None
    """Day on which the project was created, as year-month-day. Read-only."""
    reporting_settings: ReportingSettings | None = None
    """Which visitors and orders the project's reports count. The vendor gives names and types only."""
    include_jquery: int | None = None
    """1 when the tracking file that Convert serves contains jQuery, 0 when it does not."""
    allow_crossdomain_tracking: int | None = None
    """1 when visitors are followed across the domains of this project, 0 when not."""
    data_anonymization: int | None = None
    """1 when names of experiences and variations are hidden from the page, 0 when not."""
    websites: list[str] | None = None
    """The websites that belong to the project."""
    global_javascript: str | None = None
    """JavaScript that runs on every page with the tracking snippet, before experiences, goals and audiences are
    looked at."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.account_id = data.get("account_id")
            self.tracking_snippet = data.get("tracking_snippet")
            self.name = data.get("name")
            self.status = data.get("status")
            self.created_at = None if (v := data.get("created_at")) is None else to_date(v)
            self.reporting_settings = (
                None if (v := data.get("reporting_settings")) is None else read_reporting_settings(v)
            )
            self.include_jquery = data.get("include_jquery")
            self.allow_crossdomain_tracking = data.get("allow_crossdomain_tracking")
            self.data_anonymization = data.get("data_anonymization")
            self.websites = None if (v := data.get("websites")) is None else without_nulls(items(v))
            self.global_javascript = data.get("global_javascript")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .reporting_settings import ReportingSettings, read_reporting_settings
