from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from attrs import define

from ..._models import UNSET, Body, Unset


@define(eq=False, repr=False, kw_only=True)
class UserProfileInput(Body):
    """Who is to be invited."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "first_name": "first_name",
        "last_name": "last_name",
        "profile_image": "profile_image",
    }

    email: str | Unset = UNSET
    """Email address."""
    first_name: str | Unset = UNSET
    """First name. The vendor's default: ''."""
    last_name: str | Unset = UNSET
    """Last name. The vendor's default: ''."""
    profile_image: str | Unset = UNSET
    """Address of the picture. The vendor's default: ''."""
