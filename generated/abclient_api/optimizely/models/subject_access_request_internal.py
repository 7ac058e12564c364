from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, new, salvaged
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SubjectAccessRequestInternal(Model):
    """A part of a subject access request, for one of the vendor's own systems."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "completed_at_time": "completed_at_time",
        "data_source": "data_source",
        "data_type": "data_type",
        "expired_at_time": "expired_at_time",
        "export_location": "export_location",
        "id": "id",
        "identifier": "identifier",
        "identifier_type": "identifier_type",
        "parent_request_id": "parent_request_id",
        "processing_started_time": "processing_started_time",
        "request_type": "request_type",
        "requested_at_time": "requested_at_time",
        "sla_deadline_time": "sla_deadline_time",
        "status": "status",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "completed_at_time": to_datetime,
        "expired_at_time": to_datetime,
        "processing_started_time": to_datetime,
        "requested_at_time": to_datetime,
        "sla_deadline_time": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    account_id: int | None = None
    """Account of the administrator. Read-only."""
    completed_at_time: datetime.datetime | None = None
    """When it was completed, UTC. Read-only."""
    data_source: (
        Literal[
            "app_backend",
            "app_backend_infra",
            "data_platform",
            "datawarehouse",
            "external_systems",
            "optimizely",
            "optimizely_on_optimizely",
            "program_management",
            "security",
            "business_systems",
            "marketing",
            "tse",
        ]
        | str
        | None
    ) = None
    """System searched."""
    data_type: Literal["user", "visitor"] | str | None = None
    """Whose data: `user` is a collaborator of the account, `visitor` somebody who visited a site or app."""
    expired_at_time: datetime.datetime | None = None
    """When the export's address expires, seven days after completion, UTC. Read-only."""
    export_location: str | None = None
    """Where the data was exported to. Read-only."""
    id: int | None = None
    """Identifier of the part. Read-only."""
    identifier: str | None = None
    """The person's identifier; for a user the email address."""
    identifier_type: Literal["email", "optimizely_end_user_id", "dcp_id", "fullstack_id", "other"] | str | None = None
    """What the identifier is; users are found by email only."""
    parent_request_id: int | None = None
    """Request it is a part of. Read-only."""
    processing_started_time: datetime.datetime | None = None
    """When processing started, UTC. Read-only."""
    request_type: Literal["access", "delete"] | str | None = None
    """`access` exports the data to S3, `delete` removes it."""
    requested_at_time: datetime.datetime | None = None
    """When it was submitted, UTC. Read-only."""
    sla_deadline_time: datetime.datetime | None = None
    """When it must be completed, UTC. Read-only."""
    status: Literal["pending", "processing", "completed", "failure"] | str | None = None
    """State of the part. Read-only."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.completed_at_time = None if (v := data.get("completed_at_time")) is None else to_datetime(v)
            self.data_source = data.get("data_source")
            self.data_type = data.get("data_type")
            self.expired_at_time = None if (v := data.get("expired_at_time")) is None else to_datetime(v)
            self.export_location = data.get("export_location")
            self.id = data.get("id")
            self.identifier = data.get("identifier")
            self.identifier_type = data.get("identifier_type")
            self.parent_request_id = data.get("parent_request_id")
            self.processing_started_time = (
                None if (v := data.get("processing_started_time")) is None else to_datetime(v)
            )
            self.request_type = data.get("request_type")
            self.requested_at_time = None if (v := data.get("requested_at_time")) is None else to_datetime(v)
            self.sla_deadline_time = None if (v := data.get("sla_deadline_time")) is None else to_datetime(v)
            self.status = data.get("status")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
