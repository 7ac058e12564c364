from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, entries, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class Environment(Model):
    """An environment of a project."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "links": "_links",
        "id": "_id",
        "key": "key",
        "name": "name",
        "api_key": "apiKey",
        "mobile_key": "mobileKey",
        "color": "color",
        "default_ttl": "defaultTtl",
        "secure_mode": "secureMode",
        "access": "_access",
        "default_track_events": "defaultTrackEvents",
        "require_comments": "requireComments",
        "confirm_changes": "confirmChanges",
        "tags": "tags",
        "approval_settings": "approvalSettings",
        "resource_approval_settings": "resourceApprovalSettings",
        "critical": "critical",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "links": "map of read_link",
        "access": "read_access",
        "tags": "list of scalar",
        "approval_settings": "read_approval_settings",
        "resource_approval_settings": "map of read_approval_settings",
    }

    SECRET: ClassVar[tuple[str, ...]] = (
        "api_key",
        "mobile_key",
    )

    links: dict[str, Link] | None = None
    """Links by name."""
    id: str | None = None
    """Its id."""
    key: str
    """Its key."""
    name: str | None = None
    """A name for people."""
    api_key: str | None = None
    """The environment's SDK key."""
    mobile_key: str | None = None
    """The environment's mobile key."""
    color: str | None = None
    """The environment's color, in hexadecimal digits."""
    default_ttl: int | None = None
    """Minutes for which PHP SDKs may cache flags."""
    secure_mode: bool | None = None
    """Whether client-side SDKs need a hash."""
    access: Access | None = None
    """What the token may do with it, if asked for by the vendor's user interface."""
    default_track_events: bool | None = None
    """Whether new flags send full events."""
    require_comments: bool | None = None
    """Whether changes need a comment."""
    confirm_changes: bool | None = None
    """Whether the user interface asks before changes."""
    tags: list[str] | None = None
    """Tags."""
    approval_settings: ApprovalSettings | None = None
    """How changes of flags are approved."""
    resource_approval_settings: dict[str, ApprovalSettings] | None = None
    """How changes of other resources are approved, by their kind."""
    critical: bool | None = None
    """Whether the environment is critical."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.links = (
                None
                if (v := data.get("_links")) is None
                else {k0: read_link(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.id = data.get("_id")
            self.key = data["key"]
            self.name = data.get("name")
            self.api_key = data.get("apiKey")
            self.mobile_key = data.get("mobileKey")
            self.color = data.get("color")
            self.default_ttl = data.get("defaultTtl")
            self.secure_mode = data.get("secureMode")
            self.access = None if (v := data.get("_access")) is None else read_access(v)
            self.default_track_events = data.get("defaultTrackEvents")
            self.require_comments = data.get("requireComments")
            self.confirm_changes = data.get("confirmChanges")
            self.tags = None if (v := data.get("tags")) is None else without_nulls(items(v))
            self.approval_settings = None if (v := data.get("approvalSettings")) is None else read_approval_settings(v)
            self.resource_approval_settings = (
                None
                if (v := data.get("resourceApprovalSettings")) is None
                else {k0: read_approval_settings(x0) for k0, x0 in entries(v).items() if x0 is not None}
            )
            self.critical = data.get("critical")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_environment: Callable[[Any], Environment] = Environment.from_dict


from .access import Access, read_access
from .approval_settings import ApprovalSettings, read_approval_settings
from .link import Link, read_link
