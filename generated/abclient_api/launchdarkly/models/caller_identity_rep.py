from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls
from ..._wire import (
    from_epoch_milliseconds,
    to_epoch_milliseconds,
)


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CallerIdentityRep(Model):
    """Whose token it is, and what it can see."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "account_id": "accountId",
        "environment_id": "environmentId",
        "project_id": "projectId",
        "environment_name": "environmentName",
        "project_name": "projectName",
        "auth_kind": "authKind",
        "token_kind": "tokenKind",
        "client_id": "clientId",
        "client_name": "clientName",
        "audience": "audience",
        "expires_at": "expiresAt",
        "token_name": "tokenName",
        "token_id": "tokenId",
        "member_id": "memberId",
        "service_token": "serviceToken",
        "scopes": "scopes",
    }
    READERS: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expires_at": from_epoch_milliseconds,
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "audience": "list of scalar",
        "scopes": "list of scalar",
    }
    WIRE: ClassVar[Mapping[str, Callable[[Any], Any]]] = {
        "expires_at": to_epoch_milliseconds,
    }

    account_id: str | None = None
    """Id of the account."""
    environment_id: str | None = None
    """Id of the environment."""
    project_id: str | None = None
    """Id of the project."""
    environment_name: str | None = None
    """Name of the environment."""
    project_name: str | None = None
    """Name of the project."""
    auth_kind: str | None = None
    """How the caller authenticates, such as token."""
    token_kind: str | None = None
    """Kind of the token."""
    client_id: str | None = None
    """Id of the client."""
    client_name: str | None = None
    """Name of the client."""
    audience: list[str] | None = None
    """Whom the token is meant for."""
    expires_at: datetime.datetime | None = None
    """When the token expires."""
    token_name: str | None = None
    """Name of the token."""
    token_id: str | None = None
    """Id of the token."""
    member_id: str | None = None
    """Id of the member."""
    service_token: bool | None = None
    """Whether it is a service token."""
    scopes: list[str] | None = None
    """What the token is restricted to."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.account_id = data.get("accountId")
            self.environment_id = data.get("environmentId")
            self.project_id = data.get("projectId")
            self.environment_name = data.get("environmentName")
            self.project_name = data.get("projectName")
            self.auth_kind = data.get("authKind")
            self.token_kind = data.get("tokenKind")
            self.client_id = data.get("clientId")
            self.client_name = data.get("clientName")
            self.audience = None if (v := data.get("audience")) is None else without_nulls(items(v))
            self.expires_at = None if (v := data.get("expiresAt")) is None else from_epoch_milliseconds(v)
            self.token_name = data.get("tokenName")
            self.token_id = data.get("tokenId")
            self.member_id = data.get("memberId")
            self.service_token = data.get("serviceToken")
            self.scopes = None if (v := data.get("scopes")) is None else without_nulls(items(v))
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
