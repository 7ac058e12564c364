from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class User(Model):
    """Who made a change."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "display_name": "display_name",
        "email": "email",
        "first_name": "first_name",
        "id": "id",
        "last_name": "last_name",
        "profile_image_url": "profile_image_url",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    display_name: str | None = None
    """Name shown, mostly the email address."""
    email: str | None = None
    """Email address."""
    first_name: str | None = None
    """First name."""
    id: str | None = None
    """Identifier."""
    last_name: str | None = None
    """Last name."""
    profile_image_url: str | None = None
    """Address of the picture."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.display_name = data.get("display_name")
            self.email = data.get("email")
            self.first_name = data.get("first_name")
            self.id = data.get("id")
            self.last_name = data.get("last_name")
            self.profile_image_url = data.get("profile_image_url")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user: Callable[[Any], User] = User.from_dict
