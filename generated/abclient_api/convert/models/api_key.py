from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define

from ..._models import Model, items, new, salvaged, without_nulls


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class ApiKey(Model):
    """A key of this API."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "auth_type": "auth_type",
        "projects": "projects",
        "key_id": "key_id",
        "key_secret": "key_secret",
        "role": "role",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "projects": "list of scalar",
    }

    SECRET: ClassVar[tuple[str, ...]] = ("key_secret",)

    name: str | None = None
    """What it is called."""
    auth_type: Literal["requestSigning", "secretKey"] | str | None = None
    """How requests with this key are authenticated."""
    projects: list[float] | None = None
    """The projects that the key reaches, by id; null for all."""
    key_id: str
    """The id of the key."""
    key_secret: str | None = None
    """The secret, whole only in the answer that creates the key. Read-only."""
    role: Literal["admin", "account_manager", "browse", "edit", "publish", "review"] | str | None = None
    """What the key may do."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.name = data.get("name")
            self.auth_type = data.get("auth_type")
            self.projects = None if (v := data.get("projects")) is None else without_nulls(items(v))
            self.key_id = data["key_id"]
            self.key_secret = data.get("key_secret")
            self.role = data.get("role")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_api_key: Callable[[Any], ApiKey] = ApiKey.from_dict
