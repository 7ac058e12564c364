from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class CredentialsItem(Model):
    """Temporary AWS credentials. Secrets."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "access_key_id": "accessKeyId",
        "expiration": "expiration",
        "secret_access_key": "secretAccessKey",
        "session_token": "sessionToken",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = (
        "secret_access_key",
        "session_token",
    )

    access_key_id: str | None = None
    """AWS access key."""
    expiration: int | None = None
    """When they expire, in UTC epoch milliseconds."""
    secret_access_key: str | None = None
    """AWS secret key."""
    session_token: str | None = None
    """AWS session token."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.access_key_id = data.get("accessKeyId")
            self.expiration = data.get("expiration")
            self.secret_access_key = data.get("secretAccessKey")
            self.session_token = data.get("sessionToken")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_credentials_item: Callable[[Any], CredentialsItem] = CredentialsItem.from_dict
