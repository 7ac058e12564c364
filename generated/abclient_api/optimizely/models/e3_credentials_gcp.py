from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class E3CredentialsGCP(Model):
    """Access to the account's exported events on Google Cloud Storage, for an hour."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "token": "token",
        "uri": "uri",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    SECRET: ClassVar[tuple[str, ...]] = ("token",)

    token: str | None = None
    """OAuth access token of Google's."""
    uri: str | None = None
    """Address of the account's bucket, `gs://...`."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.token = data.get("token")
            self.uri = data.get("uri")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self
