from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class UserProfile(Model):
    """A person's profile."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "first_name": "first_name",
        "last_name": "last_name",
        "profile_image": "profile_image",
    }
    NESTED: ClassVar[Mapping[str, str]] = {}

    email: str | None = None
    """Email address."""
    first_name: str | None = None
    """First name. The vendor's default: ''."""
    last_name: str | None = None
    """Last name. The vendor's default: ''."""
    profile_image: str | None = None
    """Address of the picture. The vendor's default: ''."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.email = data.get("email")
            self.first_name = data.get("first_name")
            self.last_name = data.get("last_name")
            self.profile_image = data.get("profile_image")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_user_profile: Callable[[Any], UserProfile] = UserProfile.from_dict
