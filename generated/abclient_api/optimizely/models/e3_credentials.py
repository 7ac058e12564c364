from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class E3Credentials(Model):
    """Access to the account's enriched events on S3."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "credentials": "credentials",
        "s3_path": "s3Path",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "credentials": "read_credentials_item",
    }

    credentials: CredentialsItem | None = None
    """Temporary AWS credentials. Secrets."""
    s3_path: str | None = None
    """S3 path of the account's enriched events."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.credentials = None if (v := data.get("credentials")) is None else read_credentials_item(v)
            self.s3_path = data.get("s3Path")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


from .credentials_item import CredentialsItem, read_credentials_item
