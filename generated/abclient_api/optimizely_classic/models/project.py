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
class Project(Model):
    """A collection of experiments, goals and audiences with the snippet that serves them."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "account_id": "account_id",
        "code_revision": "code_revision",
        "project_name": "project_name",
        "project_status": "project_status",
        "created": "created",
        "last_modified": "last_modified",
        "library": "library",
        "include_jquery": "include_jquery",
        "js_file_size": "js_file_size",
        "project_javascript": "project_javascript",
        "enable_force_variation": "enable_force_variation",
        "exclude_disabled_experiments": "exclude_disabled_experiments",
        "exclude_names": "exclude_names",
        "ip_anonymization": "ip_anonymization",
        "ip_filter": "ip_filter",
        "socket_token": "socket_token",
        "dcp_service_id": "dcp_service_id",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("socket_token",)

    id: int
    """Unique id of the project. Read-only."""
    account_id: int | None = None
    """Account the project belongs to. Read-only."""
    code_revision: int | None = None
    """Revision of the project's snippet; 0 on creation. Read-only."""
    project_name: str | None = None
    """Name of the project. Required when it is created."""
    project_status: Literal["Active", "Archived"] | str | None = None
    """Whether the project is in use."""
    created: datetime.datetime | None = None
    """Time of creation, UTC, in microseconds. Read-only."""
    last_modified: datetime.datetime | None = None
    """Time of the last change, UTC, in microseconds. Read-only."""
    library: (
        Literal["jquery-1.6.4-full", "jquery-1.6.4-trim", "jquery-1.11.3-full", "jquery-1.11.3-trim", "none"]
        | str
        | None
    ) = None
    """The jQuery the snippet carries; `none` goes with `include_jquery` false. Read-only."""
    include_jquery: bool | None = None
    """Whether the snippet carries jQuery; true in the sample of a new project."""
    js_file_size: int | None = None
    """Size of the snippet file in bytes; null on creation. Read-only."""
    project_javascript: str | None = None
    """JavaScript that runs before Optimizely on every page, with or without a running experiment; null on
    creation."""
    enable_force_variation: bool | None = None
    """Whether a URL parameter may force a variation; false on creation."""
    exclude_disabled_experiments: bool | None = None
    """Whether paused and draft experiments are left out of the snippet; false on creation."""
    exclude_names: bool | None = None
    """Whether descriptive names are masked in the snippet; null on creation."""
    ip_anonymization: bool | None = None
    """Whether visitors' IP addresses are anonymized; false on creation."""
    ip_filter: str | None = None
    """IP addresses to leave out of the results, as text of the project's settings page; empty on creation, can
    be null."""
    socket_token: str | None = None
    """Token that identifies a mobile application of the project. Read-only."""
    dcp_service_id: int | None = None
    """Dynamic Customer Profile service of the project, or null."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.account_id = data.get("account_id")
            self.code_revision = data.get("code_revision")
            self.project_name = data.get("project_name")
            self.project_status = data.get("project_status")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.library = data.get("library")
            self.include_jquery = data.get("include_jquery")
            self.js_file_size = data.get("js_file_size")
            self.project_javascript = data.get("project_javascript")
            self.enable_force_variation = data.get("enable_force_variation")
            self.exclude_disabled_experiments = data.get("exclude_disabled_experiments")
            self.exclude_names = data.get("exclude_names")
            self.ip_anonymization = data.get("ip_anonymization")
            self.ip_filter = data.get("ip_filter")
            self.socket_token = data.get("socket_token")
            self.dcp_service_id = data.get("dcp_service_id")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
