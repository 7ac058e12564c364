from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    to_datetime,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Project(Model):
    """A container of experiments with its own platform and settings."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "confidence_threshold": "confidence_threshold",
        "created": "created",
        "dcp_service_id": "dcp_service_id",
        "description": "description",
        "id": "id",
        "is_classic": "is_classic",
        "is_flags_enabled": "is_flags_enabled",
        "last_modified": "last_modified",
        "name": "name",
        "platform": "platform",
        "sdks": "sdks",
        "socket_token": "socket_token",
        "status": "status",
        "third_party_platform": "third_party_platform",
        "web_snippet": "web_snippet",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "created": to_datetime,
        "last_modified": to_datetime,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "sdks": "list of scalar",
        "web_snippet": "read_web_snippet",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("socket_token",)

    account_id: int | None = None
    """Account the project belongs to. Read-only."""
    confidence_threshold: float | None = None
    """Significance level for calling a winner or a loser, from 0.5 to 1 with up to four decimals, e.g. 0.9."""
    created: datetime.datetime | None = None
    """When the project was created, UTC. Read-only."""
    dcp_service_id: int | None = None
    """Dynamic Customer Profile service the project uses."""
    description: str | None = None
    """What the project is for."""
    id: int
    """Identifier of the project. Read-only."""
    is_classic: bool | None = None
    """True for a project of Optimizely Classic only; its experiments need the v1 API. Read-only."""
    is_flags_enabled: bool | None = None
    """True for a flags-first project (new Full Stack projects since February 2021): its features are reached
    through another API, `https://api.optimizely.com/flags/v1`."""
    last_modified: datetime.datetime | None = None
    """When the project was last changed, UTC. Read-only."""
    name: str | None = None
    """Name of the project."""
    platform: Literal["web", "ios", "android", "custom"] | str | None = None
    """Platform; `custom` is Full Stack. The vendor's default: 'web'."""
    sdks: (
        list[
            Literal["android", "android_tv", "ios", "java", "javascript", "node", "php", "python", "ruby", "tv_os"]
            | str
        ]
        | None
    ) = None
    """Languages of the SDKs in use, for Full Stack, Mobile and OTT projects."""
    socket_token: str | None = None
    """Token by which a mobile app is known. A secret. Read-only."""
    status: Literal["active", "archived"] | str | None = None
    """State of the project. The vendor's default: 'active'."""
    third_party_platform: Literal["salesforce"] | str | None = None
    """Third-party platform the project is meant for."""
    web_snippet: WebSnippet | None = None
    """Settings of the JavaScript snippet of a Web project."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("account_id")
            self.confidence_threshold = data.get("confidence_threshold")
            self.created = None if (v := data.get("created")) is None else to_datetime(v)
            self.dcp_service_id = data.get("dcp_service_id")
            self.description = data.get("description")
            self.id = data["id"]
            self.is_classic = data.get("is_classic")
            self.is_flags_enabled = data.get("is_flags_enabled")
            self.last_modified = None if (v := data.get("last_modified")) is None else to_datetime(v)
            self.name = data.get("name")
            self.platform = data.get("platform")
            self.sdks = None if (v := data.get("sdks")) is None else without_nulls(items(v))
            self.socket_token = data.get("socket_token")
            self.status = data.get("status")
            self.third_party_platform = data.get("third_party_platform")
            self.web_snippet = None if (v := data.get("web_snippet")) is None else read_web_snippet(v)
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .web_snippet import WebSnippet, read_web_snippet
